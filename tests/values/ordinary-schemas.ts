import type { Json, JsonObject } from '../../scripts/base/json.ts';

/** Schemas as descriptions have them, of which samplers of others make nothing or something that is not valid. */
export const ORDINARY_SCHEMAS: readonly { readonly name: string; readonly schema: Json }[] = [
  ['a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{2}$' }],
  ...[
    ['date-time', '^2020'],
    ['date-time', '\\+02:00$'],
    ['date', '^1999-'],
    ['ipv4', '^10\\.'],
    ['ipv6', '^fe80:'],
    ['email', '@corp\\.test$'],
    ['uri', '\\.png$'],
  ].map(([format = '', pattern = '']): [string, Json] => [
    `the format ${format} of ${pattern}`,
    { type: 'string', format, pattern },
  ]),
  ['a short address', { type: 'string', format: 'email', maxLength: 6 }],
  ['a list of itself', { $ref: '#/components/schemas/Kids', required: ['kids'] }],
  ['a reference to itself that is optional', { $ref: '#/components/schemas/Parent' }],
  ['itself or null', { $ref: '#/components/schemas/Chain' }],
  [
    'a list of different words out of a few',
    { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['a', 'b'] } },
  ],
  [
    'prefixItems, shut',
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
  ],
  ['one of two properties', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }],
  ['the format duration', { type: 'string', format: 'duration' }],
  ['the format byte', { type: 'string', format: 'byte' }],
  [
    'propertyNames with minProperties',
    { type: 'object', propertyNames: { pattern: '^[a-z]{3}$' }, minProperties: 2 },
  ],
  [
    'if, then, else',
    {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['box', 'bag'] }, size: { type: 'integer' } },
      if: { properties: { kind: { const: 'box' } } },
      then: { required: ['size'] },
      else: { properties: { size: false } },
    },
  ],
  ['a whole number between two', { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 5 }],
  ['contains', { type: 'array', items: { type: 'integer' }, contains: { minimum: 7 } }],
  ['steps of 0.05', { type: 'number', multipleOf: 0.05, minimum: 0.21, maximum: 0.29 }],
  ['the format relative-json-pointer', { type: 'string', format: 'relative-json-pointer' }],
  ['empty', {}],
  ['true', true],
  ['a pattern of digits', { type: 'string', pattern: '^(0|[1-9][0-9]*)$' }],
  ['a required property without a schema', { type: 'object', required: ['links'] }],
  [
    'two objects in oneOf',
    {
      oneOf: [
        { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { type: 'object', properties: { b: { type: 'string' } } },
      ],
    },
  ],
  ['an example that is too long', { type: 'string', example: 'abc', maxLength: 2 }],
  ['the format uri with a pattern', { type: 'string', format: 'uri', pattern: '^https://api\\.' }],
  ['a pattern that is sound only without u', { type: 'string', pattern: '^[\\w\\-\\.]+\\@\\w+$' }],
  ['a pattern that looks ahead', { type: 'string', pattern: '^(?=.*\\d)(?=.*[A-Z]).{8,}$' }],
  [
    'properties of inherited names',
    {
      type: 'object',
      required: ['constructor', 'toString'],
      properties: { constructor: { type: 'string' }, toString: { type: 'integer' } },
    },
  ],
  [
    'properties by a pattern of their names',
    {
      type: 'object',
      patternProperties: { '^x-': { type: 'integer' } },
      additionalProperties: false,
      minProperties: 2,
    },
  ],
  [
    'a closed composition',
    {
      type: 'object',
      allOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }],
      unevaluatedProperties: false,
    },
  ],
].map(([name, schema]) => ({ name: name as string, schema }));

/** What these refer to, under `components/schemas`. */
export const ORDINARY_DEFINITIONS: JsonObject = {
  Kids: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string' },
      kids: { type: 'array', items: { $ref: '#/components/schemas/Kids' } },
    },
  },
  Parent: {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, parent: { $ref: '#/components/schemas/Parent' } },
  },
  Chain: {
    type: 'object',
    required: ['next'],
    properties: {
      next: { oneOf: [{ $ref: '#/components/schemas/Chain' }, { type: 'null' }] },
    },
  },
};
