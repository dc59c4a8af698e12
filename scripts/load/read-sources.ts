import { nodesOf } from '../model/description-nodes.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { append, parentOf, pointerOf, tokensOf, valueAt } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import type { SourceLocation } from '../base/source-location.ts';
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
 * Reads the root file and every local file that a `$ref` leads to.
 * Throws a UserError at the line of a `$ref` that leads nowhere, to another host, or out of the folder that may
 * be read.
 */
export async function readSources(root: string, { readText, boundary }: Reading): Promise<Sources> {
  const sources = new Map([[root, parseYaml(await readText(root), root)]]);
  const unread = new Map<string, unknown>();
  for (const source of sources.values()) {
    for (const reference of [...refsOf(source), ...dynamicRefsOf(source), ...mentionsOf(source)]) {
      for (const file of filesOf(reference, sources)) {
        if (sources.has(file)) break;
        if (unread.has(file)) continue;
        if (boundary && !(await boundary.holds(file))) throw outside(reference, file, boundary);
        if (reference.isInlined === true) break;
        // It may be no file at all, but the `$id` of a schema in one that is read later.
        const text = await readText(file).catch((cause: unknown) => void unread.set(file, cause));
        if (text !== undefined) sources.set(file, parseYaml(text, file));
      }
    }
  }
  for (const source of sources.values()) {
    for (const { ref, at, from } of refsOf(source)) {
      const target = findTarget(ref, from, sources);
      const file = fileNamedBy(ref, from.file);
      if (!target && file !== undefined && unread.has(file)) {
        throw new UserError('ref-not-found', `$ref leads to ${file}, which cannot be read`, {
          at,
          hint: 'Correct the path: it is relative to the file the $ref stands in.',
          cause: unread.get(file),
        });
      }
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
  if (isElsewhere(ref)) {
    return new UserError('ref-is-remote', `$ref leads to another host: ${ref}`, {
      at,
      hint: isAddress(from.file)
        ? 'Only the host that the description comes from is asked for more.'
        : 'Kiln reads local files only: keep a copy beside the description, and refer to its path.',
    });
  }
  const file = fileNamedBy(ref, from.file) ?? from.file;
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

function outside({ ref, at }: Reference, file: string, { folder }: Boundary): UserError {
  return new UserError('ref-outside', `${ref} leads out of ${folder}, to ${file}`, {
    at,
    hint: 'If it is yours, name a folder that holds both: --root FOLDER.',
  });
}

/**
 * The files that a reference may mean, none where it leads to one that is known. A path is percent-encoded, but many
 * write it as the file is called.
 */
function filesOf({ ref, from }: Reference, sources: Sources): readonly string[] {
  if (findTarget(ref, from, sources)) return [];
  const file = fileNamedBy(ref, from.file);
  if (file === undefined) return [];
  return ref.includes('%') && !isAddress(file) ? [decodedFile(ref, from.file), file] : [file];
}

interface Reference {
  readonly ref: string;
  readonly at: SourceLocation;
  /** The node that refers. */
  readonly from: SourceNode;
  /** Whether Redocly puts in the content in the place of the reference, and nobody here reads it. */
  readonly isInlined?: true;
}

function refsOf(source: YamlSource): Iterable<Reference> {
  return referencesOf(source, '$ref');
}

/** Those that lead nowhere are flaws of their schemas, which lint tells. */
function dynamicRefsOf(source: YamlSource): Iterable<Reference> {
  return source.text.includes('$dynamicRef') ? referencesOf(source, '$dynamicRef') : [];
}

function* referencesOf(
  { file, value, locate }: YamlSource,
  keyword: '$ref' | '$dynamicRef',
): Generator<Reference> {
  for (const { node, pointer } of nodesOf(value)) {
    const ref = stringOf(node[keyword]);
    if (ref === undefined) continue;
    const tokens = tokensOf(pointer);
    yield {
      ref,
      // Few are asked where they stand.
      get at() {
        return locate([...tokens, keyword]);
      },
      from: { file, tokens },
    };
  }
}

/** What else leads to files: names of schemas in a discriminator, and examples of their own (OpenAPI 3.1.1, sections 4.8.25 and 4.8.19). */
function* mentionsOf({ file, text, value, locate }: YamlSource): Generator<Reference> {
  if (!/mapping|externalValue/.test(text)) return;
  for (const { node, pointer } of nodesOf(value)) {
    const tokens = tokensOf(pointer);
    const from = { file, tokens };
    const { externalValue, discriminator } = node;
    if (typeof externalValue === 'string' && !isElsewhere(externalValue)) {
      yield { ref: externalValue, at: locate([...tokens, 'externalValue']), from, isInlined: true };
    }
    const { mapping } = objectOf(discriminator);
    for (const [key, ref] of Object.entries(objectOf(mapping))) {
      if (typeof ref !== 'string' || isElsewhere(ref) || !/[/#.]/.test(ref)) continue;
      yield { ref, at: locate([...tokens, 'discriminator', 'mapping', key]), from };
    }
  }
}
