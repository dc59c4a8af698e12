import { nodesOf } from '../model/description-nodes.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { append, parentOf, pointerOf, tokensOf, valueAt } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { resolverOf } from '../values/resolve.ts';
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
    for (const { ref, at, from } of refsOf(source)) {
      const file = fileOf(ref, from, sources);
      if (file === undefined || sources.has(file)) continue;
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
  for (const source of sources.values()) {
    for (const { ref, at, from } of refsOf(source)) {
      const target = findTarget(ref, from, sources);
      if (!target) throw lost(ref, at, from, sources);
      if (isCircle(target, sources)) {
        throw new UserError('ref-is-circle', `$ref leads back to itself: ${ref}`, {
          at,
          hint: 'One of the nodes on its way must say what is meant.',
        });
      }
    }
  }
  return sources;
}

/** Whether a `$ref` leads to another, and that one on, and at last back: there is nothing behind it. */
function isCircle(first: SourceNode, sources: Sources): boolean {
  const passed = new Set<string>();
  for (let node: SourceNode | undefined = first; node !== undefined;) {
    const { file, tokens }: SourceNode = node;
    const pointer = append('#', ...tokens);
    if (passed.has(`${file} ${pointer}`)) return true;
    passed.add(`${file} ${pointer}`);
    const ref = stringOf(objectOf(valueAt(sources.get(file)?.value ?? null, pointer))['$ref']);
    node = ref === undefined ? undefined : findTarget(ref, node, sources);
  }
  return false;
}

function lost(ref: string, at: SourceLocation, from: SourceNode, sources: Sources): UserError {
  if (hasScheme(ref)) {
    return new UserError('ref-is-remote', `$ref leads to another host: ${ref}`, {
      at,
      hint: 'Kiln reads local files only: keep a copy beside the description.',
    });
  }
  const file = fileOf(ref, from, sources) ?? from.file;
  const pointer = pointerOf(ref.includes('#') ? ref : '#');
  const isAnchor = !/^#(?:\/|$)/.test(pointer);
  const siblings = objectOf(valueAt(sources.get(file)?.value ?? null, parentOf(pointer)));
  const meant = nearest(tokensOf(pointer).at(-1) ?? '', Object.keys(siblings));
  const name = isAnchor ? `$anchor ${pointer.slice(1)}` : tokensOf(pointer).join('/');
  return new UserError('ref-not-found', `$ref leads to ${ref}, but there is no such node`, {
    at,
    hint: `${file} has no ${name}${meant && !isAnchor ? `; did you mean ${meant}?` : '.'}`,
  });
}

/**
 * Where a `$ref` of a handwritten node leads: into its own file, by a pointer, an `$anchor` or the
 * `$id` of a schema (JSON Schema 2020-12, core, section 8.2), into another, or to an `$id` of any.
 */
export function findTarget(
  ref: string,
  from: SourceNode,
  sources: Sources,
): SourceNode | undefined {
  const inFile = (file: string, fragment: string, holder?: SourceNode): SourceNode | undefined => {
    const source = sources.get(file);
    const pointer = append('#', ...(holder?.tokens ?? []));
    const place = source && resolverOf(source.value).follow(fragment, pointer);
    return place && { file, tokens: tokensOf(place.pointer) };
  };
  const own = inFile(from.file, ref, from);
  if (own) return own;
  if (hasScheme(ref)) return firstOf([...sources.keys()], (file) => inFile(file, ref));
  const [path = '', fragment = ''] = ref.split('#', 2);
  return path === '' ? undefined : inFile(joinPath(from.file, path), `#${fragment}`);
}

/** The file that has to be read for a `$ref`; undefined where it leads to one that is known. */
function fileOf(ref: string, from: SourceNode, sources: Sources): string | undefined {
  const [path = ''] = ref.split('#', 1);
  if (path === '' || hasScheme(path) || findTarget(ref, from, sources)) return undefined;
  return joinPath(from.file, path);
}

function hasScheme(ref: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(ref);
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Ref {
  readonly ref: string;
  readonly at: SourceLocation;
  /** The node that refers. */
  readonly from: SourceNode;
}

function* refsOf({ file, value, locate }: YamlSource): Generator<Ref> {
  for (const { node, pointer } of nodesOf(value)) {
    const ref = stringOf(node['$ref']);
    if (ref === undefined) continue;
    const tokens = tokensOf(pointer);
    yield { ref, at: locate([...tokens, '$ref']), from: { file, tokens } };
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
