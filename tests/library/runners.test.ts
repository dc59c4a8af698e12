import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Milliseconds for a runner with a run of everything, beside other tests. */
const PATIENCE = { timeout: 120_000 };

const RUNNERS: readonly [name: string, argv: readonly string[]][] = [
  [
    'Vitest',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--root',
      '.',
      '--reporter',
      'tap-flat',
      '--dir',
      'tests/library/runners',
      '--config',
      'tests/library/runners/vitest.config.ts',
    ],
  ],
  [
    'the runner of Node',
    ['--test', '--test-reporter', 'tap', 'tests/library/runners/with-node-test.ts'],
  ],
];

async function runWith(argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  // A runner within a runner would take its context for its own.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const env = { ...own, ...more };
  return await new Promise<{ code: unknown; text: string }>((done) => {
    execFile(process.execPath, argv, { cwd: ROOT, env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, text: `${stdout}${stderr}` }),
    );
  });
}

test.for(RUNNERS)('%s runs a test for each operation and property', PATIENCE, async ([, argv]) => {
  const { code, text } = await runWith(argv);
  expect(text).toMatch(/ok \d+ - .*input\.rejected/);
  expect(text).toMatch(/ok \d+ - .*auth\.missing/);
  expect(text).not.toMatch(/^\s*not ok/m);
  expect(code).toBe(0);
});

test.for(RUNNERS)('%s fails the test whose property is broken', PATIENCE, async ([, argv]) => {
  const { code, text } = await runWith(argv, { SHELF_FAULT: 'takes-long-titles' });
  // Who takes such a title shows it as well, in its own answer or in any that comes later.
  expect(new Set(brokenOf(text))).toEqual(new Set(['conformance', 'input.rejected']));
  expect(text).toContain('maxLength: 40');
  expect(code).toBe(1);
});

test.for(RUNNERS)(
  '%s fails one test for what every check meets that looks at an answer',
  PATIENCE,
  async ([, argv]) => {
    const { code, text } = await runWith(argv, { SHELF_FAULT: 'leaves-pages-out' });
    expect(brokenOf(text)).toEqual(['conformance']);
    expect(text).toContain('body/pages is absent');
    expect(code).toBe(1);
  },
);

test.for(RUNNERS)(
  '%s is not green where a wrong credential is refused',
  PATIENCE,
  async ([, argv]) => {
    const { code, text } = await runWith(argv, { SHELF_KEY: 'another-key' });
    expect(brokenOf(text)).toContain('proof');
    expect(text).toContain('The server wants another credential than it was sent.');
    expect(code).toBe(1);
  },
);

test.for(RUNNERS)('%s is not green where nothing was tried', PATIENCE, async ([, argv]) => {
  const { code, text } = await runWith(argv, { SHELF_KEY: '' });
  expect(brokenOf(text)).toEqual(['proof']);
  expect(text).toContain('nothing was tried: 2 operations need a credential for key');
  expect(code).toBe(1);
});

/** The properties whose tests have failed, without what the tests stand in, which Node's runner counts as well. */
function brokenOf(text: string): string[] {
  const failed = text.matchAll(/^\s*not ok \d+ - (?:.*[ >])?([a-z.-]+): (?!\w+$)/gm);
  return [...failed].map(([, name = '']) => name);
}
