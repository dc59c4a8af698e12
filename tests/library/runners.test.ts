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

async function runWith(argv: readonly string[], fault: string | undefined) {
  // A runner within a runner would take its context for its own.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const env = { ...own, ...(fault !== undefined && { SHELF_FAULT: fault }) };
  return await new Promise<{ code: unknown; text: string }>((done) => {
    execFile(process.execPath, argv, { cwd: ROOT, env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, text: `${stdout}${stderr}` }),
    );
  });
}

test.for(RUNNERS)('%s runs a test for each operation and property', PATIENCE, async ([, argv]) => {
  const { code, text } = await runWith(argv, undefined);
  expect(text).toMatch(/ok \d+ - .*input\.rejected/);
  expect(text).toMatch(/ok \d+ - .*auth\.missing/);
  expect(text).not.toMatch(/^\s*not ok/m);
  expect(code).toBe(0);
});

test.for(RUNNERS)('%s fails the test whose property is broken', PATIENCE, async ([, argv]) => {
  const { code, text } = await runWith(argv, 'takes-long-titles');
  const broken = [...text.matchAll(/^\s*not ok \d+ - (.*\.[a-z-]+):/gm)].map(([, name]) => name);
  expect(broken.map((name) => name?.replace(/.*[ >]/, ''))).toEqual(['input.rejected']);
  expect(text).toContain('maxLength: 40');
  expect(code).toBe(1);
});
