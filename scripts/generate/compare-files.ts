import type { OutputFile } from '../base/output-file.ts';
import { hashOf, MANIFEST, parseManifest } from './manifest.ts';

/** How a file on disk differs from what the descriptions give. */
export type Difference =
  | { readonly state: 'missing' | 'stale' | 'edited by hand'; readonly file: OutputFile }
  | { readonly state: 'left over'; readonly file: Pick<OutputFile, 'path'> };

/**
 * Compares what should be with what is. A file that is not what its manifest says was edited by hand;
 * one that is, was right before the description or a tool changed.
 */
export function compareFiles(
  expected: readonly OutputFile[],
  actual: ReadonlyMap<string, string>,
  isOurs: (path: string) => boolean,
): Difference[] {
  const { files } = parseManifest(actual.get(MANIFEST));
  const paths = new Set(expected.map(({ path }) => path));
  const differing = expected.flatMap((file): Difference[] => {
    const text = actual.get(file.path);
    if (text === file.text) return [];
    if (text === undefined) return [{ state: 'missing', file }];
    const written = files[file.path];
    const isEdited = written !== undefined && written !== hashOf(text);
    return [{ state: isEdited ? 'edited by hand' : 'stale', file }];
  });
  const leftOver = [...actual.keys()]
    .filter((path) => !paths.has(path) && isOurs(path))
    .map((path): Difference => ({ state: 'left over', file: { path } }));
  return [...differing, ...leftOver];
}
