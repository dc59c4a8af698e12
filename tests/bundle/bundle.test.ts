import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderBundle } from '../../scripts/bundle/bundle.ts';
import { run } from '../../scripts/cli/main.ts';
import { fakeIo } from '../generate/fake-io.ts';
import { loadPets, PETS_YAML } from '../generate/pets.ts';

test('JSON and YAML say the same, whatever the document holds', async () => {
  const api = await loadPets();
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extension) => {
      // A minus zero has no JSON of its own, so a description cannot hold one.
      const document = JSON.parse(JSON.stringify({ ...api.document, 'x-any': extension }));
      const [json, yaml] = renderBundle({ ...api, written: document });
      expect(JSON.parse(json?.text ?? '')).toEqual(document);
      expect(parse(yaml?.text ?? '')).toEqual(document);
    }),
    { seed: 1, numRuns: 30 },
  );
});

test('an alias is written out, and a long text keeps its line', async () => {
  const api = await loadPets();
  const shared = { text: 'word '.repeat(100).trim() };
  const source = 'specs/pets/openapi.yaml';
  const [, yaml] = renderBundle({ ...api, source, written: { a: shared, b: shared } });
  expect(yaml?.text).toBe(
    `# Made by "kiln bundle" from specs/pets/openapi.yaml: change that, not this.\n` +
      `a:\n  text: ${shared.text}\nb:\n  text: ${shared.text}\n`,
  );
});

test('the command says what it wrote', async () => {
  const io = fakeIo({ 'specs/pets/openapi.yaml': PETS_YAML });
  expect(await run(['bundle', 'pets'], io)).toBe(0);
  expect(io.printed).toEqual([
    'wrote .kiln/generated/pets/openapi.json\n',
    'wrote .kiln/generated/pets/openapi.yaml\n',
  ]);
  expect(JSON.parse(io.files.get('.kiln/generated/pets/openapi.json') ?? '')).toMatchObject({
    info: { title: 'Pets API' },
  });
});

test('the bundle of another description of the same name is not written over', async () => {
  const files = { 'api/openapi.yaml': PETS_YAML, 'd/api/openapi.yaml': PETS_YAML };
  const io = fakeIo(files);
  expect(await run(['bundle', 'api/openapi.yaml'], io)).toBe(0);
  const before = new Map(io.files);
  expect(await run(['bundle', 'd/api/openapi.yaml'], io)).toBe(2);
  expect(io.printed.join('')).toContain(
    'api/openapi.yaml and d/api/openapi.yaml are both called api',
  );
  expect(io.files).toEqual(before);
  // Nor by the clients, which come with a bundle each.
  expect(await run(['generate', 'd/api/openapi.yaml'], io)).toBe(2);
  expect(io.files).toEqual(before);
  // Again, under another name, and where the first is gone, all is well.
  expect(await run(['bundle', 'api/openapi.yaml'], io)).toBe(0);
  expect(await run(['bundle', 'other=d/api/openapi.yaml'], io)).toBe(0);
  io.files.delete('api/openapi.yaml');
  expect(await run(['bundle', 'd/api/openapi.yaml'], io)).toBe(0);
});

test('the command takes a file by its path', async () => {
  const io = fakeIo({ 'drafts/cats.yaml': PETS_YAML });
  expect(await run(['bundle', './drafts/cats.yaml'], io)).toBe(0);
  expect(io.printed[0]).toBe('wrote .kiln/generated/cats/openapi.json\n');
});
