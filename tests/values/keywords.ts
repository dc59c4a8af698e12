import type { JsonObject } from '../../scripts/base/json.ts';

/** A schema for a keyword, with the breaks that must be found for it: `keyword at pointer`. */
export interface KeywordCase {
  readonly name: string;
  readonly schema: JsonObject;
  readonly example: unknown;
  readonly breaks: readonly string[];
}

/** The keywords of JSON Schema 2020-12, one by one and nested. */
export const KEYWORD_CASES: readonly KeywordCase[] = [
  { name: 'type', schema: { type: 'integer' }, example: 1, breaks: ['type at '] },
  {
    name: 'a union of types',
    schema: { type: ['string', 'null'] },
    example: 'a',
    breaks: ['type at '],
  },
  { name: 'const', schema: { const: 'a' }, example: 'a', breaks: ['const at '] },
  { name: 'enum', schema: { enum: ['a', 1, null] }, example: 1, breaks: ['enum at '] },
  {
    name: 'string lengths',
    schema: { type: 'string', minLength: 2, maxLength: 4 },
    example: 'abc',
    breaks: ['minLength at ', 'maxLength at ', 'type at '],
  },
  {
    name: 'pattern with lengths',
    schema: { type: 'string', pattern: '^[a-z]+$', minLength: 2, maxLength: 4 },
    example: 'abc',
    breaks: ['pattern at ', 'minLength at ', 'maxLength at '],
  },
  {
    name: 'format date-time',
    schema: { type: 'string', format: 'date-time' },
    example: '2024-01-01T00:00:00Z',
    breaks: ['format at '],
  },
  {
    name: 'format uuid',
    schema: { type: 'string', format: 'uuid' },
    example: '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d',
    breaks: ['format at '],
  },
  {
    name: 'format int32',
    schema: { type: 'integer', format: 'int32' },
    example: 1,
    breaks: ['format at ', 'type at '],
  },
  {
    name: 'bounds',
    schema: { type: 'number', minimum: 1, maximum: 2.5 },
    example: 2,
    breaks: ['minimum at ', 'maximum at '],
  },
  {
    name: 'exclusive bounds',
    schema: { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 5 },
    example: 2,
    breaks: ['exclusiveMinimum at ', 'exclusiveMaximum at '],
  },
  {
    name: 'multipleOf with decimals',
    schema: { type: 'number', multipleOf: 0.05, minimum: 0 },
    example: 0.15,
    breaks: ['multipleOf at ', 'minimum at '],
  },
  {
    name: 'items',
    schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 },
    example: ['a'],
    breaks: ['minItems at ', 'maxItems at ', 'type at /0'],
  },
  {
    name: 'uniqueItems',
    schema: { type: 'array', uniqueItems: true, items: { type: 'integer' }, maxItems: 2 },
    example: [1, 2],
    breaks: ['uniqueItems at '],
  },
  {
    name: 'prefixItems, shut',
    schema: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
    example: ['a', 1],
    breaks: ['items at ', 'type at /0', 'type at /1'],
  },
  {
    name: 'contains',
    schema: { type: 'array', contains: { const: 1 }, maxContains: 2 },
    example: [1, 'x'],
    breaks: ['contains at '],
  },
  {
    name: 'unevaluatedItems',
    schema: { type: 'array', prefixItems: [{ type: 'string' }], unevaluatedItems: false },
    example: ['a'],
    breaks: ['unevaluatedItems at '],
  },
  {
    name: 'required and nested properties',
    schema: {
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'object', required: ['b'], properties: { b: { type: 'string', minLength: 1 } } },
      },
    },
    example: { a: { b: 'x' } },
    breaks: ['required at /a', 'required at /a/b', 'minLength at /a/b', 'type at /a/b'],
  },
  {
    name: 'sizes of objects',
    schema: { type: 'object', minProperties: 1, maxProperties: 2 },
    example: { a: 1 },
    breaks: ['minProperties at ', 'maxProperties at '],
  },
  {
    name: 'additionalProperties, shut',
    schema: { type: 'object', properties: { a: {} }, additionalProperties: false },
    example: { a: 1 },
    breaks: ['additionalProperties at /kilnExtra'],
  },
  {
    name: 'additionalProperties with a schema',
    schema: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
    example: { some: 3 },
    breaks: ['type at /kilnExtra', 'minimum at /some'],
  },
  {
    name: 'patternProperties',
    schema: {
      type: 'object',
      patternProperties: { '^x-': { type: 'integer' } },
      additionalProperties: false,
    },
    example: { 'x-a': 1 },
    breaks: ['type at /x-a', 'additionalProperties at /kilnExtra'],
  },
  {
    name: 'propertyNames',
    schema: { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
    example: { abc: 1 },
    breaks: ['propertyNames at '],
  },
  {
    name: 'dependentRequired',
    schema: { type: 'object', dependentRequired: { card: ['billing'] } },
    example: { card: 1, billing: 'x' },
    breaks: ['dependentRequired at /billing'],
  },
  {
    name: 'dependentSchemas',
    schema: {
      type: 'object',
      dependentSchemas: { card: { properties: { billing: { type: 'string', minLength: 2 } } } },
    },
    example: { card: 1, billing: 'xy' },
    breaks: ['minLength at /billing', 'type at /billing'],
  },
  {
    name: 'unevaluatedProperties over allOf',
    schema: {
      allOf: [{ type: 'object', properties: { a: { type: 'string' } } }],
      unevaluatedProperties: false,
    },
    example: { a: 'x' },
    breaks: ['unevaluatedProperties at /kilnExtra', 'type at /a'],
  },
  {
    name: 'allOf',
    schema: { allOf: [{ type: 'integer', minimum: 3 }, { maximum: 5 }] },
    example: 4,
    breaks: ['minimum at ', 'maximum at '],
  },
  {
    name: 'anyOf, by its own and within a branch',
    schema: {
      anyOf: [
        { type: 'object', required: ['kind'], properties: { kind: { const: 'a' } } },
        { type: 'string', maxLength: 3 },
      ],
    },
    example: 'abc',
    breaks: ['anyOf at ', 'maxLength at '],
  },
  {
    name: 'oneOf',
    schema: {
      oneOf: [
        { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
        { type: 'object', required: ['b'], properties: { b: { type: 'string' } } },
      ],
    },
    example: { a: 1 },
    breaks: ['oneOf at ', 'required at /a', 'type at /a'],
  },
  {
    name: 'not',
    schema: { type: 'string', not: { enum: ['root', 'admin'] } },
    example: 'eve',
    breaks: ['not at '],
  },
  {
    name: 'if, then, else',
    schema: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['box', 'bag'] }, size: { type: 'integer' } },
      if: { properties: { kind: { const: 'box' } } },
      then: { required: ['size'] },
      else: { properties: { size: false } },
    },
    example: { kind: 'box', size: 1 },
    breaks: ['required at /size', 'required at /kind', 'type at /size'],
  },
  {
    name: 'else',
    schema: {
      type: 'object',
      properties: { kind: { type: 'string' }, size: { type: 'integer' } },
      if: { properties: { kind: { const: 'box' } }, required: ['kind'] },
      then: { required: ['size'] },
      else: { properties: { size: false } },
    },
    example: { kind: 'bag' },
    breaks: ['false schema at /size'],
  },
  {
    name: 'recursion',
    schema: { $ref: '#/components/schemas/Tree' },
    example: { name: 'a', children: [{ name: 'b', children: [] }] },
    breaks: ['required at /name', 'type at /name', 'type at /children'],
  },
];

export const TREE: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
  },
};
