import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import kilnPackage from '../../package.json' with { type: 'json' };

/** Kiln as a clone has it before `npm ci`. */
const CLONE = mkdtempSync(join(tmpdir(), 'kiln-'));
/** One whose `npm ci` was cut off. */
const HALF = mkdtempSync(join(tmpdir(), 'kiln-'));
/** One that lost its files. */
const BROKEN = mkdtempSync(join(tmpdir(), 'kiln-'));
cpSync('scripts', join(CLONE, 'scripts'), { recursive: true });
cpSync('package.json', join(CLONE, 'package.json'));
cpSync(CLONE, HALF, { recursive: true });
for (const installed of ['commander', '@commander-js']) {
  cpSync(join('node_modules', installed), join(HALF, 'node_modules', installed), {
    recursive: true,
  });
}
cpSync('scripts/cli/kiln.mjs', join(BROKEN, 'scripts/cli/kiln.mjs'));
cpSync('package.json', join(BROKEN, 'package.json'));
afterAll(() =>
  Promise.all([CLONE, HALF, BROKEN].map((it) => rm(it, { recursive: true, force: true }))),
);

/** A Node that runs TypeScript, and one too old for that, which has to find the pinned one. */
const NODES = [
  { node: 'a Node that runs TypeScript', flags: [] },
  { node: 'a Node that does not', flags: ['--no-strip-types'] },
];

interface Launched {
  readonly exitCode: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

function launch(folder: string, flags: readonly string[], ...argv: string[]): Promise<Launched> {
  const script = join(folder, 'scripts/cli/kiln.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, script, ...argv], (error, stdout, stderr) =>
      resolve({ exitCode: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const NOT_INSTALLED = {
  exitCode: 2,
  stdout: '',
  stderr:
    "error: Kiln's packages are not installed (not-installed)\nhint: Run npm ci in Kiln's folder.\n",
};

test.for(NODES)('before npm ci, $node says what to do', async ({ flags }) => {
  expect(await launch(CLONE, flags, 'lint')).toEqual(NOT_INSTALLED);
});

test('so does a command that lacks a package of its own', async () => {
  expect(await launch(HALF, [], 'lint')).toEqual(NOT_INSTALLED);
});

test.for(NODES)('after it, $node runs the command', async ({ flags }) => {
  expect(await launch('.', flags, '--version')).toEqual({
    exitCode: 0,
    stdout: `${kilnPackage.version}\n`,
    stderr: '',
  });
});

test('a file of its own that is missing stays a bug, with its stack', async () => {
  const { exitCode, stderr } = await launch(BROKEN, []);
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^bug in kiln, please report it:\n.*main\.ts/);
  expect(stderr).not.toContain('npm ci');
});
