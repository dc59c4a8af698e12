import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, fragmentOf, pointerOf, tokensOf, valueAt } from '../../base/json-pointer.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { nodesOf, roleBelow, type Role } from '../../model/description-nodes.ts';

/**
 * A copy of a description in which every schema that others refer to is a component, also where it
 * stands under `$defs` of another (JSON Schema 2020-12, core, section 8.2.4) or anywhere else that a
 * JSON Pointer leads to: openapi-typescript takes `$defs` for a member of every value, and makes
 * types that refer to themselves, or to what is not there, of most other places.
 */
export function withNamedDefinitions(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const schemas = objectOf(components['schemas']);
  const { names, hasDefinitions } = nameTargets(document, Object.keys(schemas));
  if (names.size === 0 && !hasDefinitions) return document;
  const refTo = (ref: string): string => {
    const name = ref.startsWith('#/') ? names.get(pointerOf(ref)) : undefined;
    return name === undefined ? ref : fragmentOf(append('#/components/schemas', name));
  };
  const rewrite = (node: Json, role: Role): Json => {
    if (Array.isArray(node)) return (node as readonly Json[]).map((item) => rewrite(item, role));
    if (!isObject(node)) return node;
    const members = Object.entries(node).flatMap(([key, child]): [string, Json][] => {
      if (role === 'schema' && key === '$defs') return [];
      if (role === 'schema' && key === '$ref') {
        return [[key, typeof child === 'string' ? refTo(child) : child]];
      }
      const below = roleBelow(role, key, child);
      return [[key, below ? rewrite(child, below) : child]];
    });
    return Object.fromEntries(members);
  };
  const rewritten = objectOf(rewrite(document, 'object'));
  const named = [...names].map(([pointer, name]): [string, Json] => [
    name,
    rewrite(valueAt(document, pointer) ?? true, 'schema'),
  ]);
  const kept = objectOf(rewritten['components']);
  const all = Object.fromEntries([...Object.entries(objectOf(kept['schemas'])), ...named]);
  return { ...rewritten, components: { ...kept, schemas: all } };
}

interface NamedTargets {
  /** Names for the schemas that something refers to and that have none, by their places. */
  readonly names: ReadonlyMap<Pointer, string>;
  readonly hasDefinitions: boolean;
}

function nameTargets(document: JsonObject, known: readonly string[]): NamedTargets {
  const taken = new Set(known);
  const names = new Map<Pointer, string>();
  const waiting = [...nodesOf(document)].filter(({ isSchema }) => isSchema);
  let hasDefinitions = false;
  for (const { node } of waiting) {
    hasDefinitions ||= Object.hasOwn(node, '$defs');
    const ref = stringOf(node['$ref']);
    const pointer = ref?.startsWith('#/') ? pointerOf(ref) : undefined;
    if (pointer === undefined || names.has(pointer) || isComponent(pointer)) continue;
    if (valueAt(document, pointer) === undefined) continue;
    const [holder, name] = wordsOf(pointer);
    let free = taken.has(name) ? `${holder}-${name}` : name;
    for (let number = 2; taken.has(free); number += 1) free = `${holder}-${name}-${number}`;
    taken.add(free);
    names.set(pointer, free);
  }
  return { names, hasDefinitions };
}

function isComponent(pointer: Pointer): boolean {
  return /^#\/components\/schemas\/[^/]+$/.test(pointer);
}

/** What says where things stand, and not what they are. */
const STRUCTURE: ReadonlySet<string> = new Set([
  '$defs',
  'additionalProperties',
  'allOf',
  'anyOf',
  'components',
  'content',
  'definitions',
  'items',
  'oneOf',
  'paths',
  'properties',
  'responses',
  'schema',
  'schemas',
]);

/** The last name on the way to a place, and the one before it, as components may be called. */
function wordsOf(pointer: Pointer): readonly [string, string] {
  const words = tokensOf(pointer).filter((it) => !STRUCTURE.has(it) && !/^\d$/.test(it));
  const [holder = 'Schema', name = holder] = words
    .slice(-2)
    .map((it) => it.replaceAll(/[^\w.-]+/g, '_'));
  return [holder, name];
}
