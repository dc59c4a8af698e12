import { expect, test } from 'vitest';
import { runKiln } from './run-kiln.ts';

test.for([
  {
    name: 'a mistyped flag',
    argv: ['test', 'x', '--taget', 'http://a'],
    error: "error: unknown option '--taget'\n(Did you mean --target?)\n",
  },
  {
    name: 'a mistyped command',
    argv: ['lintt'],
    error: "error: unknown command 'lintt'\n(Did you mean lint?)\n",
  },
  {
    name: 'a missing target',
    argv: ['test'],
    error: 'error: There is no --target to test (no-target)\n',
  },
  {
    name: 'a target that is no address',
    argv: ['test', 'x', '--target', 'localhost:80'],
    error:
      "error: option '--target <url>' argument 'localhost:80' is invalid. It must be an http or https address: http://127.0.0.1:4010/pets/v1.\n",
  },
  {
    name: 'an address with a password, which is not repeated',
    argv: ['test', 'x', '--target', 'http://user:secret@a'],
    error: 'error: The address of a server holds a user or a password (address-with-secret)\n',
  },
  {
    name: 'a count that is none',
    argv: ['test', 'x', '--target', 'http://a', '--runs', 'many'],
    error:
      "error: option '--runs <count>' argument 'many' is invalid. It must be a whole number.\n",
  },
  {
    name: 'an unknown API',
    argv: ['test', 'nowhere', '--target', 'http://127.0.0.1:1'],
    error: 'error: There is no API "nowhere" (unknown-api)\n',
  },
  {
    name: 'a file that is not there',
    argv: ['mock', 'no/such/openapi.yaml'],
    error:
      'error: Cannot read no/such/openapi.yaml: there is no such file (file-not-found)\nhint: Run from the project root, or pass the path of a file.\n',
  },
  {
    name: 'a server that is not there',
    argv: [
      'test',
      'tests/contract/cases/parcels/openapi.yaml',
      '--target',
      'http://127.0.0.1:1/v1',
    ],
    error:
      'error: Nothing answers at http://127.0.0.1:1/v1: connect ECONNREFUSED 127.0.0.1:1 (target-unreachable)\n',
  },
  {
    name: 'a distant server without credentials',
    argv: [
      'test',
      'tests/contract/cases/parcels/openapi.yaml',
      '--target',
      'https://parcels.test/v1',
    ],
    error:
      'error: parcels.test is not this machine, and no credentials are given (no-credentials)\n',
  },
])('$name ends with one clear error and exit code 2', async ({ argv, error }) => {
  const seen = await runKiln(argv);
  expect(seen.err.slice(0, error.length)).toBe(error);
  expect(seen.err.match(/error:/g)).toHaveLength(1);
  expect({ exitCode: seen.exitCode, out: seen.out }).toEqual({ exitCode: 2, out: '' });
});

test('a bug of ours ends with its stack and exit code 3', async () => {
  const seen = await runKiln(['lint'], { list: () => Promise.reject(new Error('boom')) });
  expect(seen.exitCode).toBe(3);
  expect(seen.err).toMatch(/^bug in kiln, please report it:\nError: boom\n {4}at /);
});

test('every command that --help lists is there when it is named alone', async () => {
  const { out } = await runKiln(['--help']);
  const commands = [...out.matchAll(/^ {2}(\w+)(?: \[| <)/gm)].map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(10);
  for (const name of commands.filter((it) => it !== 'help')) {
    const help = await runKiln([name, '--help']);
    expect(help.out).toMatch(new RegExp(`^Usage: kiln ${name} `));
  }
});
