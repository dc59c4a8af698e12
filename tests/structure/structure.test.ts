import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ambiguous,
  circlesIn,
  FLOORS,
  importsOf,
  misnamed,
  STAGES,
  tooLong,
  wrongWays,
} from './rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function read(pattern: string): ReadonlyMap<string, string> {
  const files = globSync(pattern, { cwd: ROOT }).toSorted();
  return new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}

const scripts = read('scripts/**/*.ts');
const all = new Map([...scripts, ...read('tests/**/*.ts')]);

/** What is yet to be named anew. */
const OWED = [
  'scripts/values/boundaries.ts',
  'scripts/values/effective-schema.ts',
  'scripts/wire/plain-data.ts',
];

/** What adopters import is called after where they use it, and exports one name for each runner. */
const ENTRIES = ['scripts/library/vitest.ts', 'scripts/library/node-test.ts'];

function withoutOwed(found: readonly string[]): string[] {
  return found.filter((it) => ![...OWED, ...ENTRIES].some((file) => it.includes(file)));
}

describe('the tree', () => {
  test('has a file in every room that the rules know', () => {
    const rooms = new Set([...scripts.keys()].map((file) => file.split('/')[1]));
    // Two stages have a place and are yet to be built.
    const known = [...FLOORS, 'page', ...STAGES, 'cli', 'library', 'pack'];
    expect([...rooms].filter((room) => !known.some((it) => it === room))).toEqual([]);
    expect(FLOORS.filter((floor) => !rooms.has(floor))).toEqual([]);
  });
  test('imports floors from above only, and no stage imports another', () => {
    expect(wrongWays(importsOf(scripts))).toEqual([]);
  });
  test('has no circle between files', () => {
    expect(circlesIn(importsOf(all))).toEqual([]);
  });
  test('has no file of more than 250 lines besides comments', () => {
    expect(tooLong(all)).toEqual([]);
  });
  test('exports each name from one place', () => {
    expect(withoutOwed(ambiguous(scripts))).toEqual([]);
  });
  test('calls a file after what it exports', () => {
    expect(withoutOwed(misnamed(scripts))).toEqual([]);
  });
});

const WRONG_WAYS: readonly [from: string, to: string][] = [
  ['scripts/base/json.ts', 'scripts/model/policies.ts'],
  ['scripts/wire/call.ts', 'scripts/refusal/refusal.ts'],
  ['scripts/faults/operators/access.ts', 'scripts/mock/mock.ts'],
  ['scripts/mock/mock.ts', 'scripts/contract/contract.ts'],
  ['scripts/contract/properties/auth/deep/down.ts', 'scripts/mock/state/store.ts'],
  ['scripts/docs/docs.ts', 'scripts/cli/io.ts'],
  ['scripts/page/html.ts', 'scripts/model/api-model.ts'],
  ['scripts/result/finding.ts', 'scripts/page/html.ts'],
  ['scripts/core/json.ts', 'scripts/base/json.ts'],
];

const RIGHT_WAYS: readonly [from: string, to: string][] = [
  ['scripts/mock/mock.ts', 'scripts/faults/fault.ts'],
  ['scripts/docs/docs.ts', 'scripts/page/html.ts'],
  ['scripts/report/faults/losses.ts', 'scripts/report/html/families.ts'],
  ['scripts/cli/contract/profiles.ts', 'scripts/contract/wire/profiles.ts'],
];

describe('the rules', () => {
  test.each(WRONG_WAYS)('%s may not import %s', (from, to) => {
    expect(wrongWays(new Map([[from, [to]]]))).toEqual([`${from} → ${to}`]);
  });
  test.each(RIGHT_WAYS)('%s may import %s', (from, to) => {
    expect(wrongWays(new Map([[from, [to]]]))).toEqual([]);
  });
  test('see types, dynamic imports and what is imported for its effects', () => {
    const text = `import type { A } from './a.ts';\nimport '../b.ts';\nimport {\n  c,\n} from './d/c.ts';\nconst e = await import('./e.ts');\nimport x from 'node:fs';`;
    const want = ['mock/a.ts', 'b.ts', 'mock/d/c.ts', 'mock/e.ts'].map((it) => `scripts/${it}`);
    const others = want.map((it) => [it, ''] as const);
    const imports = importsOf(new Map([['scripts/mock/x.ts', text], ...others]));
    expect(imports.get('scripts/mock/x.ts')).toEqual(want);
  });
  test('follow a circle over several files', () => {
    const circle = { a: ['b'], b: ['c', 'd'], c: ['a'], d: [] };
    expect(circlesIn(new Map(Object.entries(circle)))).toEqual(['a → b → c → a']);
  });
  test('count lines', () => {
    const sources = new Map([
      ['a.ts', '\n'.repeat(250)],
      ['b.ts', '\n'.repeat(251)],
      ['c.ts', `/**\n * Why.\n */\n${'  // This.\n'.repeat(250)}`],
    ]);
    expect(tooLong(sources)).toEqual(['b.ts has 251 lines']);
  });
  test('see a name that means two things, overloads and rooms that stand apart aside', () => {
    const sources = new Map([
      [
        'scripts/mock/a.ts',
        'export type Draft = 1;\nexport function f(): 1;\nexport function f() {}',
      ],
      ['scripts/wire/b.ts', 'export interface Draft {}'],
      ['scripts/prove/witness/c.ts', 'export const f = 1;'],
    ]);
    const want = ['Draft is exported by scripts/mock/a.ts and scripts/wire/b.ts'];
    expect(ambiguous(sources)).toEqual(want);
  });
  test.each<[file: string, text: string, isWrong: boolean]>([
    ['scripts/mock/bodies.ts', 'export const BODY_OPERATORS = 1;', false],
    ['scripts/mock/rate-limit.ts', 'export function toRateLimiter() {}', false],
    ['scripts/mock/burst.ts', 'export interface Burst {}\nexport function useUp() {}', false],
    ['scripts/docs/docs.ts', 'export function renderSite() {}', false],
    ['scripts/docs/words.ts', 'export function a() {}\nexport function b() {}', false],
    ['scripts/docs/words.ts', 'export async function shorten() {}', true],
    ['scripts/docs/words.ts', 'export interface Text {}\nexport const SHORT = 1;', true],
  ])('see whether %s is called after %s', (file, text, isWrong) => {
    expect(misnamed(new Map([[file, text]])).length > 0).toBe(isWrong);
  });
});

/** Files that the linter must refuse, at three depths; the message says whose rule it was. */
const GUARDED = ['mock', 'docs', 'faults', 'wire', 'base'].flatMap((room) =>
  ['', 'deep/', 'deep/down/'].map((folder) => `scripts/${room}/${folder}wrong.ts`),
);

test('the linter refuses a wrong import at every depth', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-guard-'));
  try {
    writeFileSync(join(folder, '.oxlintrc.json'), withoutTypes());
    for (const file of GUARDED) {
      const up = '../'.repeat(file.split('/').length - 2);
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `export { a } from '${up}contract/contract.ts';\n`);
    }
    const refused = lint(folder).filter(({ code }) => code.includes('no-restricted-imports'));
    expect(refused.map(({ filename }) => filename).toSorted()).toEqual(GUARDED.toSorted());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The linter's settings, without what needs a project to know its types. */
function withoutTypes(): string {
  const settings: object = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8'));
  return JSON.stringify({ ...settings, options: {} });
}

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

function lint(folder: string): readonly Diagnostic[] {
  const program = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const run = () =>
    execFileSync(process.execPath, [program, '-f', 'json', 'scripts'], {
      cwd: folder,
      encoding: 'utf8',
    });
  let printed: string;
  try {
    printed = run();
  } catch (error) {
    // It exits with 1 where it finds something, and has printed that all the same.
    printed = (error as { readonly stdout: string }).stdout;
  }
  const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(printed);
  return diagnostics;
}
