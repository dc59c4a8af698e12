import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { SourceNode } from './sources.ts';

/** The sections of `components` that bundling adds to, and where their Reference Objects stand. */
const SECTIONS: Readonly<Record<string, string>> = {
  responses: 'responses',
  parameters: 'parameters',
  headers: 'headers',
  requestBody: 'requestBodies',
  requestBodies: 'requestBodies',
  examples: 'examples',
  links: 'links',
  callbacks: 'callbacks',
  securitySchemes: 'securitySchemes',
  content: 'mediaTypes',
  mediaTypes: 'mediaTypes',
};

/** The section for what a reference at a place leads to; undefined for what has none, as a path has. */
export function sectionOf(pointer: Pointer): string | undefined {
  const [holder = '', last = ''] = tokensOf(pointer).slice(-2);
  if (last === 'requestBody') return SECTIONS[last];
  return Object.hasOwn(SECTIONS, holder) ? SECTIONS[holder] : undefined;
}

/** Names something that comes into a section of `components`, and perhaps what its parameters stand for. */
type ClaimName = (section: string, from: SourceNode, bound: readonly SourceNode[]) => Pointer;

/**
 * Calls each component as the last part of the pointer to it, or as its file; where that is taken, by
 * more of the pointer, and at last by a number.
 */
export function newComponentNames(root: Json): ClaimName {
  const taken = new Set<Pointer>();
  const isFree = (pointer: Pointer): boolean =>
    !taken.has(pointer) && valueAt(root, pointer) === undefined;
  return (section, from, bound) => {
    const suffix = bound.map((it) => `Of${capitalised(lastNameOf(it))}`).join('');
    const candidates = candidatesFor(from).map((name) =>
      // What a component may be called (OpenAPI 3.1.1, section 4.8.7.1).
      append('#/components', section, `${name}${suffix}`.replaceAll(/[^a-zA-Z0-9._-]/g, '_')),
    );
    const last = candidates.at(-1) ?? append('#/components', section, 'Component');
    let pointer = candidates.find(isFree) ?? last;
    for (let number = 2; !isFree(pointer); number += 1)
      pointer = append('#/components', section, `${tokensOf(last).at(-1)}-${number}`);
    taken.add(pointer);
    return pointer;
  };
}

function candidatesFor({ file, tokens }: SourceNode): string[] {
  const stem = stemOf(file);
  if (tokens.length === 0) return [stem];
  const named = tokens.filter((token) => token !== '$defs');
  const ends = named.map((_, index) => named.slice(-1 - index).join('-'));
  return [...ends, `${stem}_${named.join('-')}`];
}

function lastNameOf({ file, tokens }: SourceNode): string {
  return tokens.at(-1) ?? stemOf(file);
}

function stemOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '');
}

function capitalised(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The components of a root file that are nothing but a reference: its target can stand in their place. */
export function* aliasesIn(root: Json): Generator<{ pointer: Pointer; ref: string }> {
  for (const [section, components] of Object.entries(objectOf(objectOf(root)['components']))) {
    for (const [name, node] of Object.entries(objectOf(components))) {
      const ref = isObject(node) ? stringOf(node['$ref']) : undefined;
      if (ref === undefined || Object.keys(objectOf(node)).length > 1) continue;
      yield { pointer: append('#/components', section, name), ref };
    }
  }
}

/** A document with more components. */
export function withComponents(
  document: JsonObject,
  added: readonly (readonly [Pointer, Json])[],
): JsonObject {
  if (added.length === 0) return document;
  const components = objectOf(document['components']);
  const bySection = Map.groupBy(added, ([pointer]) => tokensOf(pointer)[1] ?? '');
  const sections = [...bySection].map(([section, its]): [string, Json] => {
    const named = its.map(([pointer, node]): [string, Json] => [tokensOf(pointer)[2] ?? '', node]);
    return [
      section,
      Object.fromEntries([...Object.entries(objectOf(components[section])), ...named]),
    ];
  });
  return { ...document, components: { ...components, ...Object.fromEntries(sections) } };
}
