import { join } from 'node:path';
import { UserError } from '../base/user-error.ts';
import { readSources } from '../load/read-sources.ts';
import { isAddress } from '../load/sources.ts';
import { rootsOf } from './descriptions.ts';
import type { Io } from './io.ts';
import { settingsOf } from './settings.ts';

/**
 * The descriptions of which a file is in the index of git: the file is the description itself, or stands in it or
 * beside it. A file that is named (as lint-staged does) counts as staged, too. Throws a UserError outside of a repository.
 */
export async function stagedRoots(io: Io, named: readonly string[]): Promise<string[]> {
  const staged = named.length > 0 ? named : await stagedFiles(io);
  const places = new Set(await Promise.all(staged.map((file) => io.realPath(file))));
  const likely = staged.filter((file) => /\.(ya?ml|json)$/.test(file));
  if (likely.length === 0) return [];
  const known = await knownRoots(io);
  const own = await Promise.all(likely.map((file) => isRoot(io, file)));
  const knownPlaces = await Promise.all(known.map((root) => io.realPath(root)));
  const others = likely.filter((_, index) => own[index]);
  const otherPlaces = await Promise.all(others.map((root) => io.realPath(root)));
  const added = others.filter((_, index) => !knownPlaces.includes(otherPlaces[index] ?? ''));
  const roots = [...new Set([...known, ...added])];
  const touched = await Promise.all(roots.map((root) => isTouched(io, root, places)));
  return roots.filter((_, index) => touched[index]);
}

async function stagedFiles(io: Io): Promise<string[]> {
  const argv = ['diff', '--cached', '--name-only', '--relative', '--diff-filter=ACMR', '-z'];
  const { exitCode, stdout } = await io.execute('git', argv);
  if (exitCode === 0) return stdout.split('\0').filter((file) => file !== '');
  throw new UserError('no-repository', 'git cannot say what is staged', {
    hint: 'Run --staged in a git repository, with git on the PATH.',
  });
}

function isNone(error: unknown): boolean {
  return error instanceof UserError && error.code === 'no-descriptions';
}

/** What the project names, and all under `specs/`; none where there is neither. */
async function knownRoots(io: Io): Promise<string[]> {
  const { apis } = await settingsOf(io);
  const all = await rootsOf(io, []).catch((error: unknown) => {
    if (isNone(error)) return [];
    throw error;
  });
  const configured = [...apis.values()].map(({ description }) => description);
  return [...new Set([...configured, ...all])];
}

/** Whether a file is a description of its own, by the key that each begins with. */
async function isRoot(io: Io, file: string): Promise<boolean> {
  if (!(await io.exists(file))) return false;
  const text = await io.readText(file);
  return /^\s*["']?(?:openapi|swagger)["']?\s*:/m.test(text);
}

/** Whether one of the files is read for a description. One that cannot be read is linted, so that this is said. */
async function isTouched(io: Io, root: string, places: ReadonlySet<string>): Promise<boolean> {
  if (isAddress(root)) return false;
  if (places.has(await io.realPath(root))) return true;
  const sources = await readSources(root, { readText: io.readText }).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  if (!sources) return true;
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const beside = ['evidence.yaml', 'mock.yaml'].map((name) => join(folder, name));
  const files = [...sources.keys(), ...beside];
  const read = await Promise.all(files.map((file) => io.realPath(file)));
  return read.some((file) => places.has(file));
}
