import { expect, test } from 'vitest';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';

const FOLDER = 'tests/lint/cli/cases';
/** These descriptions have no ledger, and are to be held to all that ours are. */
const HOUSE = ['--profile', 'kiln'];
const NO_PROBLEMS = { exitCode: 0, stdout: '{"problems": []}', stderr: '' };

/** Spawning Redocly takes long: where its findings do not matter, it is said to find nothing. */
const withoutRedocly: Partial<Io> = { node: () => Promise.resolve(NO_PROBLEMS) };

test.for([
  { name: 'clean', exitCode: 0, io: {} },
  { name: 'problems', exitCode: 1, io: {} },
  { name: 'only-warnings', exitCode: 0, io: withoutRedocly },
  { name: 'missing-file', exitCode: 2, io: withoutRedocly },
  { name: 'not-yaml', exitCode: 2, io: withoutRedocly },
  { name: 'duplicate-key', exitCode: 2, io: withoutRedocly },
  { name: 'unknown-version', exitCode: 2, io: withoutRedocly },
  { name: 'dangling-reference', exitCode: 1, io: withoutRedocly },
  { name: 'remote-reference', exitCode: 1, io: withoutRedocly },
  { name: 'malformed-extension', exitCode: 1, io: withoutRedocly },
])('lint says what it must about $name', async ({ name, exitCode, io }) => {
  const seen = await runIn(['lint', `${FOLDER}/${name}/openapi.yaml`, ...HOUSE], io);
  await expect(seen.text).toMatchFileSnapshot(`cli/cases/${name}/expected.txt`);
  expect(seen.exitCode).toBe(exitCode);
});

test('a mistyped flag is refused with the one that was meant', async () => {
  expect(await runIn(['lint', '--fromat', 'json'])).toEqual({
    exitCode: 2,
    text: "error: unknown option '--fromat'\n(Did you mean --format?)\n(add --help for the options)\n",
  });
});

test('an unknown format is refused with those there are', async () => {
  const seen = await runIn(['lint', '--format', 'xml']);
  expect(seen.exitCode).toBe(2);
  expect(seen.text).toContain('Allowed choices are stylish, json, github, sarif.');
});

test('an unknown API is refused with the nearest name', async () => {
  const io = {
    list: () => Promise.resolve(['parcels', 'pets']),
    exists: () => Promise.resolve(true),
  };
  expect(await runIn(['lint', 'pest'], io)).toEqual({
    exitCode: 2,
    text: 'error: There is no API "pest" (unknown-api)\nhint: Did you mean pets? The descriptions are: parcels, pets.\n',
  });
});

test.for([
  { present: true, want: [] },
  { present: false, want: ['--config', expect.stringMatching(/\/redocly\.yaml$/)] },
])('our configuration is used unless the project has one: $present', async ({ present, want }) => {
  let seen: readonly string[] = [];
  const exists: Io['exists'] = (path) => Promise.resolve(path === 'redocly.yaml' && present);
  const node: Io['node'] = (_script, argv) => {
    seen = argv;
    return Promise.resolve(NO_PROBLEMS);
  };
  await runIn(['lint', `${FOLDER}/only-warnings/openapi.yaml`, ...HOUSE], { exists, node });
  expect(seen.slice(seen.indexOf('10000') + 1)).toEqual(want);
});

test('a file whose name begins with a dash is no option of Redocly', async () => {
  const text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";
  let seen: readonly string[] = [];
  const io: Partial<Io> = {
    exists: (path) => Promise.resolve(path === '--config.yaml'),
    readText: () => Promise.resolve(text),
    node(_script, argv) {
      seen = argv;
      return Promise.resolve(NO_PROBLEMS);
    },
  };
  await runIn(['lint', './--config.yaml'], io);
  expect(seen.slice(0, 2)).toEqual(['lint', './--config.yaml']);
});

test.for([
  { exitCode: 2, stdout: '', stderr: 'Invalid config nope' },
  { exitCode: 1, stdout: '', stderr: 'Invalid config nope' },
  { exitCode: 0, stdout: 'Invalid config nope', stderr: '' },
])(
  'a Redocly that fails (exit $exitCode) is not taken for a clean description',
  async (outcome) => {
    const io = { node: () => Promise.resolve(outcome) };
    const root = `${FOLDER}/only-warnings/openapi.yaml`;
    expect(await runIn(['lint', root], io)).toEqual({
      exitCode: 2,
      text: `error: Redocly cannot lint only-warnings/openapi.yaml: Invalid config nope (redocly-failed)\nhint: Check redocly.yaml, which configures it.\n`,
    });
  },
);

test('the other formats print findings alone, so that programs can read them', async () => {
  const root = `${FOLDER}/only-warnings/openapi.yaml`;
  const json = await runIn(['lint', root, '--format', 'json', ...HOUSE], withoutRedocly);
  expect(JSON.parse(json.text)).toMatchObject([{ rule: 'operation-id-verb', severity: 'warn' }]);
  const sarif = await runIn(['lint', root, '--format', 'sarif', ...HOUSE], withoutRedocly);
  expect(JSON.parse(sarif.text)).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ level: 'warning' }] }],
  });
});

async function runIn(argv: readonly string[], io: Partial<Io> = {}) {
  let text = '';
  const write = (chunk: string) => void (text += chunk.replaceAll(`${FOLDER}/`, ''));
  const exitCode = await run(argv, { ...nodeIo, ...io, out: write, err: write });
  return { exitCode, text };
}
