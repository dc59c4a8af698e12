import { beforeAll, expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { isObject, type Json } from '../../scripts/base/json.ts';
import { pointerOf, valueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import { renderLocation } from '../../scripts/base/source-location.ts';
import { loadApi } from '../../scripts/load/load-api.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { HEAD, loadFiles, loadText, asideOf } from './load-files.ts';

const FOLDER = 'tests/load/cases/anchors';
let api: ApiModel;

beforeAll(async () => {
  const { readText, exists } = nodeIo;
  api = await loadApi(`${FOLDER}/openapi.yaml`, { readText, exists, bundle: refuse });
});

test('each reference of the bundle is a pointer that leads somewhere', () => {
  const references = [...stringsOf(api.document, '$ref')];
  expect(references.length).toBeGreaterThan(15);
  const lost = references.filter(
    (ref) => !ref.startsWith('#/') || valueAt(api.document, pointerOf(ref)) === undefined,
  );
  expect(lost).toEqual([]);
  for (const keyword of ['$id', '$anchor', '$dynamicAnchor', '$dynamicRef']) {
    expect([...stringsOf(api.document, keyword)]).toEqual([]);
  }
});

test.for<[pointer: Pointer, place: string]>([
  ['#/components/schemas/Owner/properties/friend', 'openapi.yaml:61'],
  ['#/components/schemas/pageOfOwner/properties/items/items', 'schemas/page.yaml:10'],
  ['#/components/schemas/pageOfAnyPet/properties/total/minimum', 'schemas/page.yaml:6'],
  ['#/components/schemas/Tag/enum/1', 'schemas/common.yaml:13'],
  ['#/components/schemas/Problem', 'schemas/common.yaml:18'],
  ['#/paths/~1pets/post/requestBody', 'paths/pets.yaml:24'],
])('%s is at %s', ([pointer, place]) => {
  expect(renderLocation(api.locate(pointer))).toBe(`${FOLDER}/${place}`);
});

test.for<[schema: string, value: Json, isValid: boolean]>([
  ['OwnerPage', { total: 1, items: [{ name: 'Ann', friend: { name: 'Bo' } }] }, true],
  ['OwnerPage', { total: 1, items: [{ name: 'Ann', friend: {} }] }, false],
  ['OwnerPage', { total: 1, items: [{ tag: 'dog' }] }, false],
  ['pet-page', { total: 1, items: [{ name: 'Rex', tag: 'dog' }] }, true],
  ['pet-page', { total: 1, items: [{ name: 'Rex' }] }, false],
  ['pet-page', { total: 1, items: [{ name: 'Rex', tag: 'dog', mother: { name: 'Eva' } }] }, false],
  ['pet-page', { total: -1, items: [] }, false],
])('%s of %j: %s', ([schema, value, isValid]) => {
  const broken = api.schemas.check(`#/components/schemas/${schema}`, value);
  expect(broken.length === 0).toBe(isValid);
});

test('a description in one file has pointers only as well', async () => {
  const { document } = await loadText(`${HEAD}components:
  schemas:
    Tree: {$dynamicAnchor: node, properties: {data: true, children: {items: {$dynamicRef: '#node'}}}}
    Strict: {$id: strict, $dynamicAnchor: node, $ref: openapi.yaml#/components/schemas/Loose, unevaluatedProperties: false}
    Loose: {$id: loose, $dynamicAnchor: node, properties: {data: true, children: {items: {$dynamicRef: '#node'}}}}
    Named: {$anchor: named, discriminator: {propertyName: kind, mapping: {a: '#named'}}, $ref: '#/components/schemas/Tree'}
`);
  const schemas = '#/components/schemas';
  const children = (ref: string) => ({ items: { $ref: `${schemas}/${ref}` } });
  expect(document['components']).toEqual({
    schemas: {
      Tree: { properties: { data: true, children: children('Tree') } },
      Strict: { $ref: `${schemas}/LooseOfStrict`, unevaluatedProperties: false },
      Loose: { properties: { data: true, children: children('Loose') } },
      Named: {
        discriminator: { propertyName: 'kind', mapping: { a: `${schemas}/Named` } },
        $ref: `${schemas}/Tree`,
      },
      LooseOfStrict: { properties: { data: true, children: children('Strict') } },
    },
  });
});

test('names that JavaScript knows, circles over files and repeated names are all kept', async () => {
  const { document } = await loadFiles({
    'pets/openapi.yaml': `${HEAD}components:
  schemas:
    a: {$ref: a.yaml#here}
    __proto__: {$ref: a.yaml#/$defs/b}
`,
    'pets/a.yaml': `$defs:
  a: {$anchor: here, properties: {next: {$ref: b.yaml#here}}}
  b: {const: 1}
`,
    'pets/b.yaml': `$defs:
  a: {$anchor: here, properties: {next: {$ref: a.yaml#here}, constructor: {$ref: '#/$defs/constructor'}}}
  constructor: {const: 2}
`,
  });
  expect(JSON.stringify(document['components'])).toBe(
    JSON.stringify({
      schemas: {
        a: { properties: { next: { $ref: '#/components/schemas/b_a' } } },
        ['__proto__']: { const: 1 },
        b_a: {
          properties: {
            next: { $ref: '#/components/schemas/a' },
            constructor: { $ref: '#/components/schemas/constructor' },
          },
        },
        constructor: { const: 2 },
      },
    }),
  );
});

test('a callback that leads back to its own path in another file ends', async () => {
  const { document, operations } = await loadFiles({
    'pets/openapi.yaml': `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /a: {$ref: a.yaml}
components: {schemas: {Named: {$anchor: named}}}
`,
    'pets/a.yaml': `post:
  callbacks: {again: {'{$url}': {$ref: a.yaml}}}
  responses: {}
`,
  });
  expect(operations.map(({ id }) => id)).toEqual(['post /a']);
  expect([...stringsOf(document, '$ref')]).toContain('#/components/pathItems/a');
});

test('an address that no file has is left aside with its line', async () => {
  const text = `${HEAD}components:\n  schemas:\n    Pet: {$id: 'https://a.example/b', $ref: c}\n`;
  expect(await asideOf(loadText(text))).toEqual([
    'pets/openapi.yaml:7: schema Pet/$ref: $ref leads to c, but there is no such node',
  ]);
});

/** Redocly could not bundle it. */
function refuse(): Promise<never> {
  return Promise.reject(new Error('Redocly was asked'));
}

function* stringsOf(node: Json, key: string): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* stringsOf(item, key);
  if (!isObject(node)) return;
  for (const [name, child] of Object.entries(node)) {
    if (name === key && typeof child === 'string') yield child;
    yield* stringsOf(child, key);
  }
}
