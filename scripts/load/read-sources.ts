import { nodesOf } from '../model/description-nodes.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { append, tokensOf, valueAt } from '../base/json-pointer.ts';
import { fileNamedBy, findTarget, type SourceNode, type Sources } from './sources.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

export type ReadText = (path: string) => Promise<string>;

/** Reads the root file and every local file that a `$ref` leads to, but for those that are not there. */
export async function readSources(root: string, readText: ReadText): Promise<Sources> {
  const sources = new Map([[root, parseYaml(await readText(root), root)]]);
  const unread = new Set<string>();
  for (const source of sources.values()) {
    for (const { ref, from } of [...refsOf(source), ...dynamicRefsOf(source)]) {
      const file = fileOf(ref, from, sources);
      if (file === undefined || sources.has(file) || unread.has(file)) continue;
      // It may be no file at all, but the `$id` of a schema in one that is read later.
      const text = await readText(file).catch(() => void unread.add(file));
      if (text !== undefined) sources.set(file, parseYaml(text, file));
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

/** The file that has to be read for a `$ref`; undefined where it leads to one that is known. */
function fileOf(ref: string, from: SourceNode, sources: Sources): string | undefined {
  return findTarget(ref, from, sources) ? undefined : fileNamedBy(ref, from.file);
}

interface Reference {
  readonly ref: string;
  /** The node that refers. */
  readonly from: SourceNode;
}

function refsOf(source: YamlSource): Iterable<Reference> {
  return referencesOf(source, '$ref');
}

/** Those that lead nowhere are flaws of their schemas, which lint tells. */
function dynamicRefsOf(source: YamlSource): Iterable<Reference> {
  return source.text.includes('$dynamicRef') ? referencesOf(source, '$dynamicRef') : [];
}

function* referencesOf(
  { file, value }: YamlSource,
  keyword: '$ref' | '$dynamicRef',
): Generator<Reference> {
  for (const { node, pointer } of nodesOf(value)) {
    const ref = stringOf(node[keyword]);
    if (ref === undefined) continue;
    yield { ref, from: { file, tokens: tokensOf(pointer) } };
  }
}
