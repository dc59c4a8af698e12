import { expect, test } from 'vitest';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import { HEAD, loadFiles, loadText, asideOf, refusalOf } from './load-files.ts';

const BIG = '9007199254740993';

test('integers that a double cannot hold are read as they are written', () => {
  const { value } = parseYaml(`a: ${BIG}\nb: -3\nc: 4.0\nd: 0x10\n200: ok\ne: 1e3\n`, 'a.yaml');
  expect(value).toEqual({ a: BigInt(BIG), b: -3, c: 4, d: 16, '200': 'ok', e: 1000 });
});

test('a bundle gets back the digits that whoever bundled it has lost', async () => {
  const bundle = {
    openapi: '3.1.0',
    components: { schemas: { Pet: { const: Number(BIG), maximum: 1e30, minimum: 5 } } },
  };
  const api = await loadFiles(
    {
      'pets/openapi.yaml': `${HEAD}components:\n  schemas:\n    Pet: {$ref: Pet.yaml}\n`,
      'pets/Pet.yaml': `const: ${BIG}\nmaximum: 1.0e+30\nminimum: 5\n`,
    },
    bundle,
  );
  const pet = '#/components/schemas/Pet';
  expect(api.schemas.check(pet, BigInt(BIG))).toEqual([]);
  expect(api.schemas.check(pet, BigInt(BIG) - 1n).map((it) => it.keyword)).toEqual(['const']);
});

test('references lead to anchors and addresses within a file', async () => {
  const schemas = `
    Item: {$id: 'https://pets.example/item', $defs: {name: {$anchor: name, maxLength: 2}}}
    Here: {$anchor: here, type: integer}
    Use: {properties: {a: {$ref: '#here'}, b: {$ref: 'https://pets.example/item#name'}}}
`;
  const api = await loadText(`${HEAD}components:\n  schemas:${schemas}`);
  const breaches = api.schemas.check('#/components/schemas/Use', { a: 'x', b: 'xyz' });
  expect(breaches.map(({ constraint }) => constraint)).toEqual([
    '#/components/schemas/Here/type',
    '#/components/schemas/Item/$defs/name/maxLength',
  ]);
});

test.for<[what: string, text: string]>([
  ['an alias that leads back to itself', `${HEAD}x-a: &a [*a]\n`],
  ['brackets without end', `${HEAD}x-a: ${'['.repeat(20_000)}`],
])('%s is refused, and ends nothing', async ([, text]) => {
  expect(await refusalOf(loadText(text))).toMatch(/:\d+: .*(nested more than|stands inside of)/);
});

test('a schema that is all of itself ends nothing', async () => {
  const api = await loadText(
    `${HEAD}components:\n  schemas:\n    A: {allOf: [{$ref: '#/components/schemas/A'}]}\n`,
  );
  expect(api.schemas.check('#/components/schemas/A', 1)).toEqual([]);
});

test('a reference to itself is left aside with its line', async () => {
  const text = `${HEAD}components:\n  schemas:\n    B: {$ref: '#/components/schemas/B'}\n`;
  expect((await asideOf(loadText(text))).join()).toMatch(/:7: .*\$ref leads back to itself/);
});
