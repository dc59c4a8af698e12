import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { validValue } from '../../scripts/values/generate/valid-value.ts';
import type { JsonObject } from '../../scripts/base/json.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';

/** Each schema with the share of generated values that must be valid: 1 where nothing is left to luck. */
const SCHEMAS: [name: string, schema: JsonObject, share: number][] = [
  ['a union of types', { type: ['string', 'null', 'integer'], minLength: 2, minimum: 3 }, 1],
  ['const', { const: { a: [1, null] } }, 1],
  ['enum with null', { enum: ['a', 1, null] }, 1],
  ['string lengths', { type: 'string', minLength: 3, maxLength: 5 }, 1],
  ['pattern', { type: 'string', pattern: '^[a-z]{2}-[0-9]+$' }, 1],
  ['date-time', { type: 'string', format: 'date-time' }, 1],
  ['uuid, uri, email', { enum: ['x'], type: 'string' }, 1],
  ['exclusive bounds', { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 6 }, 1],
  ['multipleOf', { type: 'number', multipleOf: 0.25, minimum: -1, maximum: 1 }, 1],
  ['int32', { type: 'integer', format: 'int32' }, 1],
  [
    'prefixItems, shut',
    {
      type: 'array',
      prefixItems: [{ type: 'string' }, { type: 'integer' }],
      items: false,
      minItems: 2,
    },
    1,
  ],
  [
    'contains',
    {
      type: 'array',
      items: { type: 'integer' },
      contains: { const: 7 },
      minContains: 2,
      maxItems: 6,
    },
    1,
  ],
  ['uniqueItems', { type: 'array', uniqueItems: true, items: { type: 'boolean' } }, 1],
  [
    'required beyond properties',
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'b'] },
    1,
  ],
  [
    'patternProperties, shut',
    {
      type: 'object',
      patternProperties: { '^x-': { type: 'integer' } },
      additionalProperties: false,
      minProperties: 1,
    },
    0.9,
  ],
  [
    'propertyNames',
    { type: 'object', propertyNames: { pattern: '^[a-z]+$' }, minProperties: 2 },
    0.9,
  ],
  [
    'dependentRequired',
    {
      type: 'object',
      properties: { a: { type: 'integer' }, b: { type: 'integer' } },
      dependentRequired: { a: ['b'] },
      additionalProperties: false,
    },
    1,
  ],
  [
    'allOf',
    { allOf: [{ type: 'integer', minimum: 3 }, { maximum: 5 }, { type: ['integer', 'string'] }] },
    1,
  ],
  [
    'anyOf beside properties',
    {
      type: 'object',
      properties: { id: { type: 'string' } },
      required: ['id'],
      anyOf: [
        { properties: { a: { const: 1 } }, required: ['a'] },
        { properties: { b: { const: 2 } }, required: ['b'] },
      ],
    },
    1,
  ],
  ['oneOf', { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }, 1],
  ['not', { type: 'string', maxLength: 3, not: { const: 'abc' } }, 0.9],
  [
    'if, then, else',
    {
      type: 'object',
      properties: { kind: { enum: ['a', 'b'] }, size: { type: 'integer' } },
      required: ['kind'],
      if: { properties: { kind: { const: 'a' } } },
      then: { required: ['size'] },
      else: { properties: { size: false } },
    },
    0.5,
  ],
  [
    'unevaluatedProperties',
    {
      allOf: [{ type: 'object', properties: { a: { type: 'string' } } }],
      unevaluatedProperties: false,
    },
    1,
  ],
  ['a boolean schema', { properties: { any: true }, required: ['any'], type: 'object' }, 1],
  ['recursion', { $ref: '#/components/schemas/Tree' }, 1],
  ['recursion through a required list', { $ref: '#/components/schemas/Forest' }, 1],
];

const TREE: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    left: { $ref: '#/components/schemas/Tree' },
    right: { anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Tree' }] },
  },
};
const FOREST: JsonObject = {
  type: 'object',
  required: ['trees'],
  properties: { trees: { type: 'array', items: { $ref: '#/components/schemas/Forest' } } },
};

test.for(SCHEMAS)('%s: the generated values are valid', ([, schema, share]) => {
  const document = { components: { schemas: { Tree: TREE, Forest: FOREST, Case: schema } } };
  const { check } = toSchemas(document);
  const values = fc.sample(validValue(document, schema), { seed: 3, numRuns: 200 });
  const broken = values.filter((value) => check('#/components/schemas/Case', value).length > 0);
  expect(
    { share: broken.length / values.length, broken: broken.slice(0, 3) }.share,
  ).toBeLessThanOrEqual(1 - share);
});

test('both ends of a range come up', () => {
  const schema = { type: 'string', minLength: 2, maxLength: 300 };
  const lengths = fc
    .sample(validValue({}, schema), { seed: 5, numRuns: 100 })
    .map((value) => JSON.stringify(value).length - 2);
  expect(Math.min(...lengths)).toBe(2);
  expect(Math.max(...lengths)).toBe(300);
});

test('a value that falsifies is shrunk', () => {
  const schema = {
    type: 'object',
    properties: { names: { type: 'array', items: { type: 'string' } } },
    required: ['names'],
  };
  const { counterexample } = fc.check(
    fc.property(validValue({}, schema), (value) => JSON.stringify(value).length < 30),
    { seed: 1, numRuns: 500 },
  );
  expect(JSON.stringify(counterexample?.[0]).length).toBeLessThan(45);
});
