import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { toRunDocument } from '../../scripts/report/run-document.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Runs a command on a terminal of so many columns, and prints what that shows. */
const ON_TERMINAL = `
import fcntl, os, pty, struct, sys, termios
columns, argv = int(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, columns, 0, 0))
    os.execvp(argv[0], argv)
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece: break
    os.write(1, piece)
os.waitpid(child, 0)
`;

const KILN = resolve('scripts/cli/kiln.mjs');
const execute = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiln-terminal-'));
  const many = Array.from({ length: 24 }, (_, at) => ({
    ...VIOLATION,
    id: `v${at}`,
    property: 'conformance',
    message: `answers 4${at + 10}, which is not documented`,
  }));
  await mkdir(join(folder, 'shard'));
  const document = JSON.stringify(toRunDocument(runOf([VIOLATION, ...many])));
  await writeFile(join(folder, 'shard/run.json'), document);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function onTerminal(columns: number, variables: Readonly<Record<string, string>>) {
  const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...env } = process.env;
  const argv = ['-c', ON_TERMINAL, String(columns), process.execPath, KILN, 'merge', 'shard'];
  const { stdout } = await execute('python3', argv, {
    cwd: folder,
    env: { ...env, TERM: 'xterm-256color', ...variables },
  });
  return stdout.replaceAll('\r\n', '\n');
}

test('on a terminal findings are coloured, fit it and end after twenty; the verdict comes last', async () => {
  const seen = await onTerminal(72, {});
  const text = stripVTControlCharacters(seen);
  expect(text.match(/^(?:critical|major) {2}getPet/gm)).toHaveLength(20);
  expect(text).toContain('5 more findings: the report has all');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  expect(seen).toContain('\u001B[31m\u001B[1mcritical');
  expect(seen.trimEnd().split('\n').at(-1)).toContain('\u001B[');
  expect(text.trimEnd()).toMatch(/contract is broken: 25 findings$/);
});

test('with NO_COLOR a terminal shows text alone', async () => {
  const seen = await onTerminal(72, { NO_COLOR: '1' });
  expect(stripVTControlCharacters(seen)).toBe(seen);
  expect(seen).toContain('critical  getPet');
});

test('a pipe is given plain text, as it always was', async () => {
  const { NO_COLOR: _, ...env } = process.env;
  const failed = await execute(process.execPath, [KILN, 'merge', 'shard'], {
    cwd: folder,
    env,
  }).catch((error: { stdout: string }) => error);
  expect(stripVTControlCharacters(failed.stdout)).toBe(failed.stdout);
  expect(failed.stdout).toContain('getPet  auth.missing  a <request> is answered 200\n  clause');
});
