import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { resolverOf, toResolver } from '../../scripts/values/resolve.ts';

const DOCUMENT: Json = {
  openapi: '3.1.0',
  components: {
    parameters: { 'a/b %': { name: 'n', in: 'query' } },
    examples: { Pet: { value: { $id: 'https://pets.example/pet', $anchor: 'tail' } } },
    schemas: {
      Plain: { type: 'string' },
      Anchored: { $anchor: 'here', enum: [{ $anchor: 'nowhere' }] },
      Tree: {
        $id: 'https://pets.example/schemas/tree',
        $defs: {
          leaf: { $anchor: 'leaf', type: 'integer' },
          twig: { $id: 'twig', $defs: { bud: { const: 1 } } },
        },
        properties: { leaf: { $ref: '#/$defs/leaf' } },
      },
      Folder: { $id: '/schemas/folder', $ref: 'file' },
      File: { $id: '/schemas/file' },
      Generic: {
        $id: 'urn:list',
        $defs: { item: { $dynamicAnchor: 'item' } },
        items: { $dynamicRef: '#item' },
      },
      Names: {
        $id: 'urn:names',
        $ref: 'urn:list',
        $defs: { item: { $dynamicAnchor: 'item', type: 'string' } },
      },
    },
  },
};
const SCHEMAS = '#/components/schemas';

test.for<[ref: string, from: Pointer, leads: Pointer | undefined]>([
  ['#', '#', '#'],
  ['#/components/schemas/Plain', '#/paths', `${SCHEMAS}/Plain`],
  ['#/components/parameters/a~1b%20%25', '#', '#/components/parameters/a~1b %'],
  ['#/components/schemas/toString', '#', undefined],
  ['#here', `${SCHEMAS}/Plain`, `${SCHEMAS}/Anchored`],
  ['#nowhere', '#', undefined],
  ['#tail', '#', undefined],
  ['https://pets.example/pet', '#', undefined],
  ['https://pets.example/schemas/tree', '#', `${SCHEMAS}/Tree`],
  ['https://pets.example/schemas/tree#leaf', '#', `${SCHEMAS}/Tree/$defs/leaf`],
  ['#leaf', '#', undefined],
  ['#leaf', `${SCHEMAS}/Tree/properties/leaf`, `${SCHEMAS}/Tree/$defs/leaf`],
  ['#/$defs/leaf', `${SCHEMAS}/Tree/properties/leaf`, `${SCHEMAS}/Tree/$defs/leaf`],
  ['#/components/schemas/Plain', `${SCHEMAS}/Tree`, `${SCHEMAS}/Plain`],
  ['twig#/$defs/bud', `${SCHEMAS}/Tree`, `${SCHEMAS}/Tree/$defs/twig/$defs/bud`],
  ['#/$defs/bud', `${SCHEMAS}/Tree/$defs/twig`, `${SCHEMAS}/Tree/$defs/twig/$defs/bud`],
  ['tree', `${SCHEMAS}/Tree/$defs/twig`, `${SCHEMAS}/Tree`],
  ['file', `${SCHEMAS}/Folder`, `${SCHEMAS}/File`],
  ['other.yaml#/Pet', '#', undefined],
  ['http://[', '#', undefined],
  ['#%', '#', undefined],
])('%s in %s leads to %s', ([ref, from, leads]) => {
  expect(resolverOf(DOCUMENT).follow(ref, from)?.pointer).toBe(leads);
});

test('a dynamic reference leads to the outermost anchor of the schemas that were entered', () => {
  const { followDynamic } = resolverOf(DOCUMENT);
  const items: Pointer = `${SCHEMAS}/Generic/items`;
  const at = (scope: readonly Pointer[]) => followDynamic('#item', items, scope)?.pointer;
  expect(at([`${SCHEMAS}/Generic`])).toBe(`${SCHEMAS}/Generic/$defs/item`);
  expect(at([`${SCHEMAS}/Names`, `${SCHEMAS}/Generic`])).toBe(`${SCHEMAS}/Names/$defs/item`);
});

test('the schema of schemas is known, and so are other documents that are given', () => {
  const others = new Map([['https://other.example/a', { $defs: { b: { $id: 'c' } } }]]);
  const { follow, nodeAt } = toResolver(DOCUMENT, others);
  const core = follow('https://json-schema.org/draft/2020-12/meta/core');
  expect(core && nodeAt(core.pointer)).toBe(core?.node);
  const other = follow('https://other.example/a#/$defs/b');
  expect(other?.node).toEqual({ $id: 'c' });
  expect(follow('https://other.example/c')?.node).toBe(other?.node);
  expect(follow('#', other?.pointer)?.node).toBe(other?.node);
});

test('an object is found by itself', () => {
  const own = { $ref: '#/$defs/leaf' };
  const tree = { $id: 'urn:tree', $defs: { leaf: true }, properties: { own } };
  const { follow, pointerTo } = resolverOf({ components: { schemas: { tree } } });
  expect(pointerTo(own)).toBe('#/components/schemas/tree/properties/own');
  expect(follow('#/$defs/leaf', own)).toEqual({
    node: true,
    pointer: '#/components/schemas/tree/$defs/leaf',
  });
});
