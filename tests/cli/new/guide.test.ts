import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const guide = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('\n## ')
  .find((it) => it.startsWith('Adding a description\n'));
const [source = '', written = ''] = [...(guide ?? '').matchAll(/^```sh\n([^]*?)^```/gm)].map(
  ([, text = '']) => text,
);
const commands = written.trim().split('\n');

/** Tests that look at every description there is; to run all the others in here would take an hour. */
const EVERY = /loadApis\(nodeIo, \[\]|rootsOf\(nodeIo, \[\]|load-specs\.ts/;
/**
 * Those that also send thousands of requests to each, or open its pages in a browser: `kiln run` in the guide does the
 * one to the new description and makes the other.
 */
const LONG = /^tests\/(browser|contract|bench|hostile|prove)\//;

test('the guide has four operations and fewer than ten commands', () => {
  expect(source.match(/^curl /gm)).toHaveLength(4);
  expect(commands.length).toBeLessThan(10);
  expect(commands.at(-1)).toBe('npm test');
});

test('following it word for word, everything is green', { timeout: 3_600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-guide-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync('.')) {
    if (['node_modules', '.git'].includes(name) || name.startsWith('.venv')) continue;
    cpSync(name, join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('.partial'),
    });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, 'kiosk.txt'), source);
  for (const command of commands) {
    const tests = command === 'npm test' ? testsOfAll(folder) : [];
    expect({ command, failed: failureOf(folder, command, tests) }).toEqual({ command, failed: '' });
  }
  expect(readdirSync(join(folder, 'specs/kiosk'))).toContain('openapi.yaml');
});

function testsOfAll(folder: string): string[] {
  const all = readdirSync(join(folder, 'tests'), { recursive: true, encoding: 'utf8' });
  const found = all
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `tests/${path.replaceAll('\\\\', '/')}`)
    .filter((path) => !LONG.test(path) && EVERY.test(readFileSync(join(folder, path), 'utf8')));
  expect(found.length).toBeGreaterThan(3);
  return found;
}

/** What a command said, where it failed. */
function failureOf(folder: string, command: string, more: readonly string[]): string {
  const [program = '', ...argv] = command.split(' ');
  try {
    execFileSync(program, [...argv, ...(more.length > 0 ? ['--', ...more] : [])], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    });
    return '';
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`.slice(-4000);
  }
}
