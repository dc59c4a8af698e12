import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';
import { readRecordedBundle } from '../../scripts/cli/recorded-bundle.ts';
import { EXTENSION_SHAPES } from '../../scripts/load/extension-shapes.ts';
import { fakeIo, type FakeIo } from '../generate/fake-io.ts';

const ROOT = 'specs/pets/openapi.yaml';
const EVIDENCE = 'specs/pets/evidence.yaml';
const EVIDENCE_YAML = `sources:
  S1: {title: Pets reference, address: https://pets.example, retrieved: '2026-11-22'}
claims:
  - {id: P-1, status: documented, sources: [S1], at: Pets, says: Pets are listed.}
`;
const FILES = {
  [ROOT]: `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example}]
paths:
  /pets:
    $ref: paths/pets.yaml
`,
  'specs/pets/paths/pets.yaml': `get:
  operationId: listPets
  responses:
    '200':
      description: All of them.
`,
  [EVIDENCE]: EVIDENCE_YAML,
};

/** What Redocly makes of them. */
const BUNDLE = JSON.stringify({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example' }],
  paths: {
    '/pets': {
      get: { operationId: 'listPets', responses: { 200: { description: 'All of them.' } } },
    },
  },
});

let complete: ReadonlyMap<string, string>;

interface CountingIo extends FakeIo {
  bundlings: number;
}

function pets(files: Readonly<Record<string, string>> = Object.fromEntries(complete)): CountingIo {
  const io = {
    ...fakeIo(files),
    bundlings: 0,
    node: () => {
      io.bundlings += 1;
      return Promise.resolve({ exitCode: 0, stdout: BUNDLE, stderr: '' });
    },
  } satisfies Io & { bundlings: number };
  return io;
}

beforeAll(async () => {
  const io = pets(FILES);
  if ((await run(['generate'], io)) !== 0) throw new Error('the clients were not generated');
  complete = io.files;
});

test('a description that has not changed since it was generated is not bundled again', async () => {
  const io = pets();
  const api = await loadDescription(io, ROOT);
  expect(io.bundlings).toBe(0);
  expect(api.operations.map(({ id }) => id)).toEqual(['listPets']);
  expect([...api.files.keys()].toSorted()).toEqual(Object.keys(FILES).toSorted());
});

test('its lines and claims are those of the handwritten files', async () => {
  const [recorded, fresh] = await Promise.all(
    [false, true].map((isFresh) => loadDescription(pets(), ROOT, { isFresh })),
  );
  const pointers = [
    '#/info',
    '#/paths/~1pets/get/operationId',
    '#/paths/~1pets/get/responses',
  ] as const;
  for (const pointer of pointers) {
    expect(recorded?.locate(pointer)).toEqual(fresh?.locate(pointer));
  }
  expect(recorded?.locate('#/paths/~1pets/get/operationId').file).toBe(
    'specs/pets/paths/pets.yaml',
  );
  expect(recorded?.ledger?.file).toBe(EVIDENCE);
});

test.each([
  ['the root', ROOT, (text: string) => `${text}# a word\n`],
  [
    'a file it refers to',
    'specs/pets/paths/pets.yaml',
    (text: string) => text.replace('All', 'Some'),
  ],
  ['the ledger', EVIDENCE, (text: string) => `${text}# a word\n`],
  [
    'the bundle',
    '.kiln/generated/pets/openapi.json',
    (text: string) => text.replace('All', 'Some'),
  ],
  ['the set-up of Redocly', 'redocly.yaml', () => 'decorators: {remove-unused-components: on}\n'],
  ['the manifest', '.kiln/generated/MANIFEST.json', () => 'broken'],
])('any change of %s leads back to bundling', async (_, path, change) => {
  const io = pets();
  expect(await readRecordedBundle(io, ROOT)).toBeDefined();
  io.files.set(path, change(io.files.get(path) ?? ''));
  expect(await readRecordedBundle(io, ROOT)).toBeUndefined();
  await loadDescription(io, ROOT);
  expect(io.bundlings).toBe(1);
});

test('so does a change of what extensions may hold, which a recorded description was checked for', async () => {
  const io = pets();
  Object.assign(EXTENSION_SHAPES, { 'x-new': {} });
  onTestFinished(() => void Reflect.deleteProperty(EXTENSION_SHAPES, 'x-new'));
  expect(await readRecordedBundle(io, ROOT)).toBeUndefined();
});

test('a file that is gone leads back to bundling, which tells so', async () => {
  const io = pets();
  io.files.delete('specs/pets/paths/pets.yaml');
  const { aside } = await loadDescription(io, ROOT);
  expect(aside.map(({ what, name }) => `${what} ${name}`)).toEqual(['path /pets']);
});

test('freshness is proved against a new bundle', async () => {
  const io = pets();
  expect(await run(['generate', '--check'], io)).toBe(0);
  expect(io.bundlings).toBe(1);
});

test('a description beside the project is bundled each time', async () => {
  expect(await readRecordedBundle(nodeIo, 'nowhere/openapi.yaml')).toBeUndefined();
});
