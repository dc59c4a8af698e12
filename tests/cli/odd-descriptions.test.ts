import { rm } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { mockCommand } from '../mock/mock-command.ts';
import { runKiln } from './run-kiln.ts';

// A process that starts Vitest takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const ODDS = 'tests/cli/cases/odds.yaml';

afterAll(() => rm('reports/odds', { recursive: true, force: true }));

function form(fields: Readonly<Record<string, string>>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { method: 'POST', body };
}

function json(body?: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, ...(body && { body }) };
}

const CALLS: readonly (readonly [what: string, path: string, RequestInit, status: number])[] = [
  ['a form of several schemas', 'form', form({ a: 'xy', b: '1' }), 204],
  ['a form by another of its branches', 'form', form({ a: 'xy', c: 'true' }), 204],
  ['a form that neither branch takes', 'form', form({ a: 'xy' }), 400],
  ['a form that both branches take', 'form', form({ a: 'xy', b: '1', c: 'true' }), 400],
  ['a form whose field is too long', 'form', form({ a: 'xyzz', b: '1' }), 400],
  ['an optional body that is left out', 'maybe', json(), 204],
  ['an optional body', 'maybe', json('5'), 204],
  ['an optional body that is none of JSON', 'maybe', json('x'), 400],
  ['an operation of which only failures are documented', 'failing', {}, 200],
  ['a format that nobody knows', 'address', json('"not one"'), 204],
];

test('what is seldom documented is answered as it is, and the own tester accuses nobody of it', async () => {
  await mockCommand([ODDS], async (out) => {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? '';
    for (const [what, path, init, want] of CALLS) {
      const { status } = await fetch(`${origin}/odds/v1/${path}`, init);
      expect([what, status]).toEqual([what, want]);
    }
    const argv = ['test', ODDS, '--mock', origin, '--runs', '5', '--seed', '3'];
    const { exitCode, stdout } = await nodeIo.node('scripts/cli/kiln.mjs', argv);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('0 violated') as string]);
    expect(stdout).toContain('note: no refusal is documented for 4 of 5 operations');
  });
});

test('a description of webhooks alone says that there is nothing to test', async () => {
  const argv = ['test', 'tests/cli/cases/only-webhooks.yaml', '--target', 'http://127.0.0.1:1'];
  const { exitCode, err } = await runKiln(argv);
  expect(exitCode).toBe(2);
  expect(err).toContain('it describes only webhooks, which the API sends itself: arrived');
});

test('a run of a description of webhooks alone writes its pages all the same', async () => {
  const { written, io } = dryIo();
  const { out } = await runKiln(['run', 'tests/cli/cases/only-webhooks.yaml'], io);
  expect(out).toContain('only-webhooks: nothing to test: it describes only webhooks');
  expect(written).toContain('generated/site/index.html');
});

test('a version is told once in a run, and without quotes it is read as meant', async () => {
  const { io } = dryIo();
  const { out, err } = await runKiln(['run', 'tests/cli/cases/bare-version.yaml'], io);
  const told = 'tests/cli/cases/bare-version.yaml is Swagger 2.0; Kiln reads it as OpenAPI 3.1.\n';
  expect(err).toBe(told);
  expect(out).toContain('swagger is a number, which other tools refuse: write swagger: "2.0"');
});

const isHandedOn = (path: string) => path.startsWith('reports/lint/');

/** Notes what would be written; what is handed to Redocly is, for it is another program. */
function dryIo() {
  const written: string[] = [];
  const io: Partial<Io> = {
    async writeText(path, text) {
      written.push(path);
      if (isHandedOn(path)) await nodeIo.writeText(path, text);
    },
    async remove(path) {
      if (isHandedOn(path)) await nodeIo.remove(path);
    },
  };
  return { written, io };
}

test('where nothing can be written, that is said and nothing hangs', async () => {
  const io = { writeText: () => nodeIo.writeText('/dev/null/x', ''), remove: async () => {} };
  for (const command of ['bundle', 'generate', 'docs']) {
    const { exitCode, err } = await runKiln([command, ODDS], io);
    expect([command, exitCode, err]).toEqual([
      command,
      2,
      expect.stringContaining(
        'Cannot write /dev/null/x: /dev/null is no folder (file-not-writable)',
      ) as string,
    ]);
  }
});
