import { nodesOf } from '../model/description-nodes.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { append, parentOf, pointerOf, tokensOf, valueAt } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** The handwritten files of one description, by path. */
export type Sources = ReadonlyMap<string, YamlSource>;

/** A node of a handwritten file. */
export interface SourceNode {
  readonly file: string;
  readonly tokens: readonly string[];
}

export type ReadText = (path: string) => Promise<string>;

/**
 * Reads the root file and every local file that a `$ref` leads to.
 * Throws a UserError at the line of a `$ref` that leads nowhere or to another host.
 */
export async function readSources(root: string, readText: ReadText): Promise<Sources> {
  const sources = new Map([[root, parseYaml(await readText(root), root)]]);
  for (const source of sources.values()) {
    for (const { ref, at } of refsOf(source)) {
      const { file } = resolveRef(ref, source.file, at);
      if (!sources.has(file)) {
        const text = await readText(file).catch((cause: unknown) => {
          throw new UserError('ref-not-found', `$ref leads to ${file}, which cannot be read`, {
            at,
            hint: 'Correct the path: it is relative to the file the $ref stands in.',
            cause,
          });
        });
        sources.set(file, parseYaml(text, file));
      }
    }
  }
  for (const source of sources.values()) {
    for (const { ref, at } of refsOf(source)) checkTarget(ref, at, source.file, sources);
  }
  return sources;
}

function checkTarget(ref: string, at: SourceLocation, from: string, sources: Sources): void {
  const { file, tokens } = resolveRef(ref, from, at);
  const pointer = append('#', ...tokens);
  const document = sources.get(file)?.value ?? null;
  if (valueAt(document, pointer) !== undefined) return checkEnd(ref, at, from, sources);
  const siblings = Object.keys(objectOf(valueAt(document, parentOf(pointer))));
  const meant = nearest(tokens.at(-1) ?? '', siblings);
  throw new UserError('ref-not-found', `$ref leads to ${ref}, but there is no such node`, {
    at,
    hint: `${file} has no ${tokens.join('/')}${meant ? `; did you mean ${meant}?` : '.'}`,
  });
}

/** Throws where a `$ref` leads to another, and that one on, and at last back: there is nothing behind it. */
function checkEnd(ref: string, at: SourceLocation, from: string, sources: Sources): void {
  const passed = new Set<string>();
  let next: string | undefined = ref;
  let file = from;
  while (next !== undefined) {
    const target: SourceNode = resolveRef(next, file, at);
    const pointer = append('#', ...target.tokens);
    if (passed.has(`${target.file} ${pointer}`)) {
      throw new UserError('ref-is-circle', `$ref leads back to itself: ${ref}`, {
        at,
        hint: 'One of the nodes on its way must say what is meant.',
      });
    }
    passed.add(`${target.file} ${pointer}`);
    file = target.file;
    next = stringOf(objectOf(valueAt(sources.get(file)?.value ?? null, pointer))['$ref']);
  }
}

/** Where a `$ref` in a file leads. */
export function resolveRef(ref: string, from: string, at?: SourceLocation): SourceNode {
  const [path = '', fragment = ''] = ref.split('#', 2);
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) {
    throw new UserError('ref-is-remote', `$ref leads to another host: ${ref}`, {
      ...(at && { at }),
      hint: 'Kiln reads local files only: keep a copy beside the description.',
    });
  }
  if (fragment !== '' && !fragment.startsWith('/')) {
    throw new UserError('ref-is-anchor', `$ref leads to an anchor: ${ref}`, {
      ...(at && { at }),
      hint: 'Name the node by its JSON Pointer, such as #/components/schemas/Pet.',
    });
  }
  const tokens = tokensOf(pointerOf(ref.includes('#') ? ref : '#'));
  return { file: path === '' ? from : joinPath(from, path), tokens };
}

interface Ref {
  readonly ref: string;
  readonly at: SourceLocation;
}

function* refsOf({ value, locate }: YamlSource): Generator<Ref> {
  for (const { node, pointer } of nodesOf(value)) {
    const ref = stringOf(node['$ref']);
    if (ref !== undefined) yield { ref, at: locate([...tokensOf(pointer), '$ref']) };
  }
}

function joinPath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [''] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
