import { posix } from 'node:path';

/** The floors from the ground up: each imports only those before it. `page` stands beside them. */
export const FLOORS = ['base', 'model', 'values', 'wire', 'result', 'refusal', 'faults'] as const;
export const STAGES = [
  'load',
  'lint',
  'bundle',
  'generate',
  'mock',
  'contract',
  'prove',
  'schemathesis',
  'docs',
  'report',
  'sketch',
  'diff',
  'drift',
  'proxy',
] as const;

/** The texts of files by their paths from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;
/** The files among the sources that each one imports, types and imports at run time included. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const SPECIFIER = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)'(\.[^']+)'/g;

export function importsOf(sources: Sources): Imports {
  return new Map(
    [...sources].map(([file, text]) => [
      file,
      [...text.matchAll(SPECIFIER)]
        .map(([, path = '']) => posix.normalize(posix.join(posix.dirname(file), path)))
        // What a template writes into another package is no import of ours.
        .filter((it) => sources.has(it)),
    ]),
  );
}

/** Imports that go upwards, from one stage into another, or past the page shell. */
export function wrongWays(imports: Imports): string[] {
  return [...imports].flatMap(([file, imported]) =>
    imported.filter((it) => !mayImport(roomOf(file), roomOf(it))).map((it) => `${file} → ${it}`),
  );
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  // What others call from their own code joins everything, as the command line does, and stands above it.
  if (from === 'library') return true;
  if (from === 'cli') return to !== 'library';
  if (from === 'page') return to === 'base';
  const [above, below] = [heightOf(from), heightOf(to)];
  return above !== undefined && below !== undefined && below < above;
}

/** How high a room lies; undefined for a folder that nobody has given a place. */
function heightOf(room: string): number | undefined {
  const floor: number = FLOORS.findIndex((it) => it === room);
  if (floor >= 0) return floor;
  // Whoever writes pages may use their shell, and no floor does.
  if (room === 'page') return FLOORS.length;
  return STAGES.some((it) => it === room) ? FLOORS.length + 1 : undefined;
}

/** Each way from a file through its imports back to itself, once. */
export function circlesIn(imports: Imports): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) return void circles.push([...trail.slice(start), file].join(' → '));
    if (done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

/** Files of more lines than anybody wants to read; what explains the others is not counted, as in the linter. */
export function tooLong(sources: Sources, most = 250): string[] {
  return [...sources].flatMap(([file, text]) => {
    const lines = text.split('\n').filter((line) => !/^\s*(\/\/|\/?\*)/.test(line)).length - 1;
    return lines > most ? [`${file} has ${lines} lines`] : [];
  });
}

const EXPORT = /^export (?:async )?(?<kind>function\*?|const|class|interface|type) (?<name>\w+)/gm;

/** Files of one function or table that are not called after it, nor after a type that they export. */
export function misnamed(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    const stem = posix.basename(file).replace(/\.\w+$/, '');
    // A front door is called as its room, and the command line has its main.
    if (stem === roomOf(file) || file === 'scripts/cli/main.ts') return [];
    const exported = [...text.matchAll(EXPORT)].map(({ groups }) => ({ ...groups }));
    const values = new Set(exported.filter(({ kind }) => !isType(kind)).map(({ name }) => name));
    const names = exported.flatMap(({ name = '' }) => wordsOf(name));
    const isNamed = wordsOf(stem).some((word) => names.some((it) => isAlike(word, it)));
    return values.size === 1 && !isNamed ? [`${file} exports ${[...values].join()}`] : [];
  });
}

/** What shares no code with the rest on purpose: the package of clients, and the judge of witnesses. */
const APART = ['scripts/generate/runtime/', 'scripts/prove/witness/'];

/** Names that several files export: who reads one has to look up which it is. */
export function ambiguous(sources: Sources): string[] {
  const exporters = new Map<string, Set<string>>();
  for (const [file, text] of sources) {
    if (APART.some((folder) => file.startsWith(folder))) continue;
    for (const { groups } of text.matchAll(EXPORT)) {
      const name = groups?.['name'] ?? '';
      exporters.set(name, (exporters.get(name) ?? new Set()).add(file));
    }
  }
  return [...exporters].flatMap(([name, files]) =>
    files.size > 1 ? [`${name} is exported by ${[...files].join(' and ')}`] : [],
  );
}

function isType(kind: string | undefined): boolean {
  return kind === 'interface' || kind === 'type';
}

/** `toRateLimits`, `RATE_LIMITS` and `rate-limits` have the words `rate` and `limits`. */
function wordsOf(name: string): string[] {
  const apart = name.replaceAll(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2');
  return apart.toLowerCase().split(/[-_]/);
}

/** `body` and `bodies`, `judge` and `judging`: words of one root begin alike. */
function isAlike(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length, 3);
  return left.slice(0, length) === right.slice(0, length);
}
