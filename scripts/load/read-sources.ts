import { nodesOf } from '../model/description-nodes.ts';
import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, tokensOf, valueAt } from '../base/json-pointer.ts';
import { someObject } from '../base/some-object.ts';
import { UserError } from '../base/user-error.ts';
import {
  decodedFile,
  fileNamedBy,
  findTarget,
  isAddress,
  isElsewhere,
  type SourceNode,
  type Sources,
} from './sources.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

export type ReadText = (path: string) => Promise<string>;

/** The folder that a description may read from: it may be anybody's, and the rest of the disk is not. */
export interface Boundary {
  readonly folder: string;
  readonly holds: (path: string) => Promise<boolean>;
}

interface Reading {
  readonly readText: ReadText;
  readonly boundary?: Boundary;
}

/**
 * Reads the root file and every local file that a `$ref` leads to, but for those that are not there. Throws a
 * UserError at the line of one that leads out of the folder that may be read.
 */
export async function readSources(root: string, { readText, boundary }: Reading): Promise<Sources> {
  const sources = new Map([[root, parseYaml(await readText(root), root)]]);
  const unread = new Set<string>();
  for (const source of sources.values()) {
    for (const reference of outwardsOf(source)) {
      for (const file of filesOf(reference, sources)) {
        if (sources.has(file)) break;
        if (unread.has(file)) continue;
        if (boundary && !(await boundary.holds(file))) {
          throw outside(reference, file, boundary, sources);
        }
        if (reference.isInlined === true) break;
        // It may be no file at all, but the `$id` of a schema in one that is read later.
        const text = await readText(file).catch(() => void unread.add(file));
        if (text !== undefined) sources.set(file, parseYaml(text, file));
      }
    }
  }
  return sources;
}

/** Whether every `$ref` of the files leads to something: Redocly bundles nothing else. */
export function areAllFound(sources: Sources): boolean {
  return [...sources.values()].every((source) =>
    [...refsOf(source)].every(({ ref, from }) => {
      const target = findTarget(ref, from, sources);
      return target && !isCircle(target, sources);
    }),
  );
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

function outside(
  { ref, from, under }: Reference,
  file: string,
  { folder }: Boundary,
  sources: Sources,
): UserError {
  const at = sources.get(from.file)?.locate([...from.tokens, ...under]);
  return new UserError('ref-outside', `${ref} leads out of ${folder}, to ${file}`, {
    ...(at && { at }),
    hint: 'If it is yours, name a folder that holds both: --root FOLDER.',
  });
}

/**
 * The files that a reference may mean, none where it leads to one that is known. A path is percent-encoded, but many
 * write it as the file is called.
 */
function filesOf({ ref, from }: Reference, sources: Sources): readonly string[] {
  // It leads into what is being read.
  if (ref.startsWith('#')) return [];
  if (findTarget(ref, from, sources)) return [];
  const file = fileNamedBy(ref, from.file);
  if (file === undefined) return [];
  return ref.includes('%') && !isAddress(file) ? [decodedFile(ref, from.file), file] : [file];
}

interface Reference {
  readonly ref: string;
  /** The node that refers. */
  readonly from: SourceNode;
  /** Whether Redocly puts in the content in the place of the reference, and nobody here reads it. */
  readonly isInlined?: true;
  /** Where in the node it stands. */
  readonly under: readonly string[];
}

function refsOf(source: YamlSource): Iterable<Reference> {
  return referencesOf(source, '$ref');
}

/** Those that may lead to another file: many descriptions have none. */
function* outwardsOf(source: YamlSource): Generator<Reference> {
  if (!someObject(source.value, leadsOutwards)) return;
  yield* referencesOf(source, '$ref');
  // Those that lead nowhere are flaws of their schemas, which lint tells.
  yield* referencesOf(source, '$dynamicRef');
  yield* mentionsOf(source);
}

function leadsOutwards({ $ref, $dynamicRef, externalValue, mapping }: JsonObject): boolean {
  if (isOther($ref) || isOther($dynamicRef) || isOther(externalValue)) return true;
  return isObject(mapping) && Object.values(mapping).some(isOutward);
}

function isOther(ref: Json | undefined): boolean {
  return typeof ref === 'string' && !ref.startsWith('#');
}

/** Whether an entry of a mapping is more than a name, and leads to another file. */
function isOutward(ref: Json): ref is string {
  if (typeof ref !== 'string' || ref.startsWith('#')) return false;
  return !isElsewhere(ref) && /[/#.]/.test(ref);
}

function* referencesOf(
  { file, value }: YamlSource,
  keyword: '$ref' | '$dynamicRef',
): Generator<Reference> {
  for (const { node, pointer } of nodesOf(value)) {
    const ref = stringOf(node[keyword]);
    if (ref === undefined) continue;
    yield { ref, from: { file, tokens: tokensOf(pointer) }, under: [keyword] };
  }
}

/** What else leads to files: names of schemas in a discriminator, and examples of their own (OpenAPI 3.1.1, sections 4.8.25 and 4.8.19). */
function* mentionsOf({ file, value }: YamlSource): Generator<Reference> {
  for (const { node, pointer } of nodesOf(value)) {
    const from = { file, tokens: tokensOf(pointer) };
    const { externalValue, discriminator } = node;
    if (typeof externalValue === 'string' && !isElsewhere(externalValue)) {
      yield { ref: externalValue, from, under: ['externalValue'], isInlined: true };
    }
    const { mapping } = objectOf(discriminator);
    for (const [key, ref] of Object.entries(objectOf(mapping))) {
      if (isOutward(ref)) yield { ref, from, under: ['discriminator', 'mapping', key] };
    }
  }
}
