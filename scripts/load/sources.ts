import { objectOf, stringOf, type Json } from '../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { toResolver, type Resolver } from '../values/resolve.ts';
import type { YamlSource } from './yaml-source.ts';
import { encodeComponent } from '../base/encode-component.ts';

/** The handwritten files of one description, by path. */
export type Sources = ReadonlyMap<string, YamlSource>;

/** A node of a handwritten file. */
export interface SourceNode {
  readonly file: string;
  readonly tokens: readonly string[];
}

/** Follows references over all files of a description; each node's pointer begins with its file's address. */
interface SourceResolver {
  readonly resolver: Resolver;
  readonly files: Map<string, string>;
  /** Files that it knows. */
  count: number;
}

const RESOLVERS = new WeakMap<Sources, SourceResolver>();

/** The resolver over the files that have been read so far. */
export function resolverOfSources(sources: Sources): Resolver {
  const known = RESOLVERS.get(sources) ?? newResolver(sources);
  RESOLVERS.set(sources, known);
  const { resolver, files } = known;
  if (known.count < sources.size) {
    known.count = sources.size;
    for (const [file, { value }] of sources) {
      files.set(addressOfFile(file), file);
      // By this a document is known, wherever it lies (OpenAPI 3.2.0, section 4.1).
      const self = URL.parse(stringOf(objectOf(value)['$self']) ?? '');
      if (self) files.set(self.href, file);
    }
    // What has an `$id` is known by it from now on.
    for (const address of files.keys()) resolver.follow(address);
  }
  return resolver;
}

function newResolver(sources: Sources): SourceResolver {
  const files = new Map<string, string>();
  const others = {
    get: (address: string) => sources.get(files.get(address) ?? '')?.value,
  };
  return { resolver: toResolver(null, others, { hasParts: true }), files, count: 0 };
}

/** The pointer by which the resolver of all files knows a node. */
export function pointerToNode({ file, tokens }: SourceNode): Pointer {
  return append('#', addressOfFile(file), ...tokens);
}

/** The node that the resolver of all files knows by a pointer; the schema of schemas stands in no file. */
export function nodeOfPointer(pointer: Pointer, sources: Sources): SourceNode {
  const [address = '', ...tokens] = tokensOf(pointer);
  return { file: RESOLVERS.get(sources)?.files.get(address) ?? address, tokens };
}

/**
 * Where a `$ref` of a handwritten node leads (JSON Schema 2020-12, core, section 8.2): from the `$id`
 * around it, or from its file, to a file or an `$id` of any, and there by a pointer or an `$anchor`.
 */
export function findTarget(
  ref: string,
  from: SourceNode,
  sources: Sources,
): SourceNode | undefined {
  const { follow } = resolverOfSources(sources);
  const place = follow(ref, pointerToNode(from));
  if (place) return nodeOfPointer(place.pointer, sources);
  const file = fileNamedBy(ref, from.file);
  if (file === undefined || !sources.has(file)) return undefined;
  const hash = ref.indexOf('#');
  const inFile = follow(hash < 0 ? '#' : ref.slice(hash), pointerToNode({ file, tokens: [] }));
  return inFile && nodeOfPointer(inFile.pointer, sources);
}

/**
 * The path of the file that a `$ref` names, counted from the file it stands in; undefined where it names none that
 * may be read. What comes from an address may refer to others of the same origin.
 */
export function fileNamedBy(ref: string, from: string): string | undefined {
  const [path = ''] = ref.split('#', 1);
  if (path === '') return undefined;
  if (!isAddress(from)) return isElsewhere(path) ? undefined : joinPath(from, path);
  const [target, source] = [URL.parse(path, from), URL.parse(from)];
  return target && target.origin === source?.origin ? target.href : undefined;
}

/** The file that a path means whose octets are percent-encoded (RFC 3986, section 2.1); a hash is a letter of it then. */
export function decodedFile(ref: string, from: string): string {
  const [path = ''] = ref.split('#', 1);
  try {
    return joinPath(from, decodeURIComponent(path));
  } catch {
    return joinPath(from, path);
  }
}

/** Whether a description comes from an address and not from a file. */
export function isAddress(root: string): boolean {
  return /^https?:\/\//i.test(root);
}

/** Whether a reference leads to something that is no file of a folder. */
export function isElsewhere(ref: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref);
}

function joinPath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [''] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Deep enough for files that stand above the working folder. */
const FOLDER = `kiln://description/${'folder/'.repeat(32)}`;

function addressOfFile(file: string): string {
  if (isAddress(file)) return file;
  const path = file.replaceAll(/[%?#]/g, encodeComponent);
  const base = new URL(FOLDER);
  return new URL(path.startsWith('/') ? path : `./${path}`, base).href;
}

export function writtenAt({ file, tokens }: SourceNode, sources: Sources): Json {
  return valueAt(sources.get(file)?.value ?? null, append('#', ...tokens)) ?? null;
}

export function nodeKey({ file, tokens }: SourceNode): string {
  return `${file} ${append('#', ...tokens)}`;
}
