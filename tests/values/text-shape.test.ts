import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { textShapeAt, textShapeOf } from '../../scripts/values/text-shape.ts';

const DOCUMENT = {
  components: {
    schemas: {
      Count: { type: 'integer' },
      Ids: { type: 'array', items: { $ref: '#/components/schemas/Count' } },
      Loop: { anyOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'integer' }] },
      Tree: { type: 'object', properties: { below: { $ref: '#/components/schemas/Tree' } } },
      Named: { $anchor: 'named', type: 'boolean' },
    },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const typesOf = (schema: Json) => [...textShapeOf(DOCUMENT, schema).types].toSorted().join(' ');
const itemsOf = (schema: Json, index = 0) =>
  [...textShapeOf(DOCUMENT, schema).items(index).types].toSorted().join(' ');
const memberOf = (schema: Json, name: string) =>
  [...textShapeOf(DOCUMENT, schema).member(name).types].toSorted().join(' ');
const ALL = 'array boolean integer null number object string';

test.for<readonly [Json, string]>([
  [{ type: 'integer' }, 'integer'],
  [{ type: 'number' }, 'integer number'],
  [{ type: ['integer', 'null'] }, 'integer null'],
  [{ anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] }, 'integer null'],
  [{ oneOf: [{ type: 'integer' }, { type: 'string', pattern: 'a' }] }, 'integer string'],
  [{ allOf: [{ type: 'integer' }, { maximum: 9 }] }, 'integer'],
  [{ allOf: [{ type: 'number' }, { type: 'integer' }] }, 'integer'],
  [{ type: 'number', anyOf: [{ type: 'integer' }, { type: 'string' }] }, 'integer'],
  [{ enum: [1, 2, 3] }, 'integer'],
  [{ enum: [1, 'a', null] }, 'integer null string'],
  [{ const: 5 }, 'integer'],
  [{ const: 1.5 }, 'integer number'],
  [{ type: ['string', 'null'], enum: ['a', null] }, 'null string'],
  [ref('Count'), 'integer'],
  [{ ...ref('Count'), maximum: 5 }, 'integer'],
  [{ ...ref('Count'), type: ['integer', 'string'] }, 'integer'],
  [{ $ref: '#named' }, 'boolean'],
  [{ if: { const: 1 }, then: { type: 'integer' }, else: { type: 'string' } }, 'integer string'],
  [{ if: { const: 1 }, then: { type: 'integer' } }, ALL],
  [{}, ALL],
  [true, ALL],
  [false, ''],
  [{ not: { type: 'string' } }, ALL],
  [{ $ref: '#/nowhere' }, ALL],
])('%j allows %s', ([schema, want]) => {
  expect(typesOf(schema)).toBe(want);
});

test.for<readonly [Json, string]>([
  [{}, 'string'],
  [{ minimum: 1 }, 'integer'],
  [{ maxItems: 1 }, 'array'],
  [{ required: ['a'] }, 'object'],
  [{ pattern: 'a' }, 'string'],
  [{ format: 'int64' }, 'integer'],
  [{ type: ['string', 'integer'] }, 'integer'],
])('of %j the likeliest is %s', ([schema, want]) => {
  expect(textShapeOf({}, schema).order[0]).toBe(want);
});

test('items are found through every way that leads to them', () => {
  expect(itemsOf(ref('Ids'))).toBe('integer');
  expect(itemsOf({ anyOf: [ref('Ids'), { type: 'null' }] })).toBe('integer');
  expect(itemsOf({ allOf: [{ type: 'array' }, { items: { type: 'boolean' } }] })).toBe('boolean');
  expect(itemsOf({ prefixItems: [{ type: 'null' }], items: { type: 'integer' } }, 0)).toBe('null');
  expect(itemsOf({ prefixItems: [{ type: 'null' }], items: { type: 'integer' } }, 1)).toBe(
    'integer',
  );
  expect(itemsOf({ enum: [[1, 'a'], [2]] }, 1)).toBe('string');
});

test('members are found through every way that leads to them', () => {
  const integer = { type: 'integer' };
  expect(memberOf({ properties: { n: integer } }, 'n')).toBe('integer');
  expect(memberOf({ allOf: [{ required: ['n'], properties: { n: integer } }] }, 'n')).toBe(
    'integer',
  );
  expect(memberOf({ patternProperties: { '^n': integer } }, 'nn')).toBe('integer');
  expect(memberOf({ additionalProperties: integer }, 'x')).toBe('integer');
  expect(memberOf({ properties: { n: {} }, additionalProperties: integer }, 'n')).toBe(ALL);
  expect(memberOf({ const: { n: 1 } }, 'n')).toBe('integer');
  expect(memberOf({ properties: {} }, 'constructor')).toBe(ALL);
  const tree = textShapeOf(DOCUMENT, ref('Tree'));
  expect(tree.member('below').member('below').names).toEqual(['below']);
});

test('which names an object takes is what its schemas say', () => {
  const shape = textShapeOf(
    {},
    {
      oneOf: [
        { type: 'object', properties: { a: {} } },
        { type: 'object', patternProperties: { '^x-': {} } },
        { type: 'string' },
      ],
    },
  );
  expect(shape.names).toEqual(['a']);
  expect([shape.takes('x-a'), shape.takes('b')]).toEqual([true, false]);
  expect(textShapeOf({}, { additionalProperties: {} }).takes('b')).toBe(true);
  expect(textShapeOf({}, { additionalProperties: false }).takes('b')).toBe(false);
});

test('circles and heaps of schemas come to an end', () => {
  expect(typesOf(ref('Loop'))).toContain('integer');
  const heap: Record<string, Json> = { S0: { type: 'integer' } };
  for (let level = 1; level < 400; level += 1) {
    const below = { $ref: `#/S${level - 1}` };
    heap[`S${level}`] = { allOf: [below, below], anyOf: [below, { $ref: `#/S${400 - level}` }] };
  }
  expect(textShapeAt(heap, '#/S399').types.size).toBeGreaterThan(0);
  let deep: Json = { type: 'integer' };
  for (let level = 0; level < 20_000; level += 1) deep = { allOf: [deep] };
  expect(textShapeOf(deep, deep).types.size).toBe(7);
});

test('a document is looked at once', () => {
  expect(textShapeAt(DOCUMENT, '#/components/schemas/Ids')).toBe(
    textShapeAt(DOCUMENT, '#/components/schemas/Ids'),
  );
});

test.for(['allOf', 'anyOf', 'oneOf'])(
  'of schemas that are %s twice the next is asked as of any',
  (keyword) => {
    const names = Array.from({ length: 60 }, (_, level) => `S${level}`);
    const twice = names.map((name, level) => {
      const next = { $ref: `#/components/schemas/S${level + 1}` };
      return [name, { [keyword]: [next, next] }] as const;
    });
    const S60 = { type: 'object', properties: { a: { type: 'integer' } }, items: { type: 'null' } };
    const document = { components: { schemas: { ...Object.fromEntries(twice), S60 } } };
    const shape = textShapeOf(document, { $ref: '#/components/schemas/S0' });
    expect([...shape.member('a').types]).toEqual(['integer']);
    expect([shape.takes('b'), shape.member('b').types.size]).toEqual([false, 7]);
  },
);
