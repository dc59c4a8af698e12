import type { OutputFile } from '../base/output-file.ts';
import { hashOf, MANIFEST, parseManifest, type Manifest } from './manifest.ts';

/** Why a file that nobody has touched is not what would be written now. */
type Staleness = 'description changed' | 'generator changed' | 'package changed' | 'stale';

/** How a file on disk differs from what the descriptions give. */
export type Difference =
  | { readonly state: 'missing' | 'edited by hand' | Staleness; readonly file: OutputFile }
  | { readonly state: 'left over'; readonly file: Pick<OutputFile, 'path'> };

/**
 * Compares what should be with what is. A file that is not what its manifest says was edited by hand; one that is,
 * was right before the description or a tool changed, which the two manifests tell apart.
 */
export function compareFiles(
  expected: readonly OutputFile[],
  actual: ReadonlyMap<string, string>,
  isOurs: (path: string) => boolean,
): Difference[] {
  const recorded = parseManifest(actual.get(MANIFEST));
  const now = parseManifest(textOf(expected, MANIFEST));
  const isRenamed = nameIn(actual.get(PACKAGE)) !== nameIn(textOf(expected, PACKAGE));
  const paths = new Set(expected.map(({ path }) => path));
  const differing = expected.flatMap((file): Difference[] => {
    const text = actual.get(file.path);
    if (text === file.text) return [];
    if (text === undefined) return [{ state: 'missing', file }];
    const written = recorded.files[file.path];
    const isEdited = written !== undefined && written !== hashOf(text);
    if (isEdited) return [{ state: 'edited by hand', file }];
    const state = stalenessOf(file.path, recorded, now);
    // Pages say from what to import.
    const isPage = isRenamed && file.path.endsWith('README.md');
    return [{ state: isPage && state === 'generator changed' ? 'package changed' : state, file }];
  });
  const leftOver = [...actual.keys()]
    .filter((path) => !paths.has(path) && isOurs(path))
    .map((path): Difference => ({ state: 'left over', file: { path } }));
  return [...differing, ...leftOver];
}

const PACKAGE = 'package.json';

function textOf(files: readonly OutputFile[], wanted: string): string | undefined {
  return files.find(({ path }) => path === wanted)?.text;
}

function nameIn(text: string | undefined): string | undefined {
  return /"name": (".*")/.exec(text ?? '')?.[1];
}

function stalenessOf(path: string, recorded: Manifest, now: Manifest): Staleness {
  // Without a record nobody knows, and the record itself is stale with anything else.
  if (path === MANIFEST || recorded.files[path] === undefined) return 'stale';
  const [folder = ''] = path.split('/');
  const described = now.descriptions[folder];
  if (described) {
    const before = recorded.descriptions[folder];
    return isSame(before?.sources, described.sources) && before?.bundler === described.bundler
      ? 'generator changed'
      : 'description changed';
  }
  const isMade = path.startsWith('runtime/') || !isSame(recorded.generators, now.generators);
  return isMade ? 'generator changed' : 'package changed';
}

function isSame(
  left: Readonly<Record<string, string>> | undefined,
  right: Readonly<Record<string, string>>,
): boolean {
  const entries = Object.entries(right);
  return (
    left !== undefined &&
    Object.keys(left).length === entries.length &&
    entries.every(([key, value]) => left[key] === value)
  );
}
