import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../scripts/base/json.ts';
import { valueAt } from '../../../scripts/base/json-pointer.ts';
import { upgrade } from '../../../scripts/load/upgrade/upgrade.ts';

function describing(schema: Json): JsonObject {
  return { openapi: '3.0.3', info: {}, paths: {}, components: { schemas: { A: schema } } };
}

test.each<{ name: string; given: JsonObject; want: Json }>([
  {
    name: 'null is a type',
    given: { type: 'string', nullable: true },
    want: { type: ['string', 'null'] },
  },
  {
    name: 'a switch that is off says nothing',
    given: { type: 'string', nullable: false },
    want: { type: 'string' },
  },
  {
    name: 'what has no type takes null anyway',
    given: { nullable: true, description: 'any' },
    want: { description: 'any' },
  },
  {
    name: 'null is among the values',
    given: { type: 'string', nullable: true, enum: ['a'] },
    want: { type: ['string', 'null'], enum: ['a', null] },
  },
  {
    name: 'null is among the values once',
    given: { nullable: true, enum: ['a', null] },
    want: { enum: ['a', null] },
  },
  {
    name: 'a reference in allOf, or null',
    given: { description: 'x', nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] },
    want: { description: 'x', anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
  },
  {
    name: 'one of several, or null',
    given: { nullable: true, oneOf: [{ type: 'string' }, { type: 'integer' }], title: 'x' },
    want: {
      title: 'x',
      anyOf: [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'null' }],
    },
  },
  {
    name: 'any of several, null too',
    given: { nullable: true, anyOf: [{ type: 'string' }] },
    want: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  {
    name: 'an object with more to it, or null',
    given: { type: 'object', nullable: true, allOf: [{ required: ['a'] }] },
    want: { anyOf: [{ type: 'object', allOf: [{ required: ['a'] }] }, { type: 'null' }] },
  },
  {
    name: 'limits that are exclusive',
    given: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
    want: { exclusiveMinimum: 1, maximum: 2 },
  },
  { name: 'a switch without a limit', given: { exclusiveMaximum: true }, want: {} },
  {
    name: 'text in base64 and octets',
    given: {
      properties: {
        a: { type: 'string', format: 'byte' },
        b: { type: 'string', format: 'binary' },
      },
    },
    want: {
      properties: {
        a: { type: 'string', contentEncoding: 'base64' },
        b: { type: 'string', contentMediaType: 'application/octet-stream' },
      },
    },
  },
  {
    name: 'a file',
    given: { type: 'file' },
    want: { type: 'string', contentMediaType: 'application/octet-stream' },
  },
  {
    name: 'an example',
    given: { type: 'string', example: 'a' },
    want: { type: 'string', examples: ['a'] },
  },
  {
    name: 'what stands beside a reference does not count',
    given: { $ref: '#/components/schemas/A', nullable: true, maxLength: 1, description: 'x' },
    want: { $ref: '#/components/schemas/A', description: 'x' },
  },
  {
    name: 'data are left as they are',
    given: { default: { nullable: true }, enum: [{ example: 1, nullable: true }] },
    want: { default: { nullable: true }, enum: [{ example: 1, nullable: true }] },
  },
  {
    name: 'extensions are left as they are',
    given: { 'x-ext': { type: 'string', nullable: true } },
    want: { 'x-ext': { type: 'string', nullable: true } },
  },
  {
    name: 'properties may be called as keywords are',
    given: { properties: { nullable: { type: 'boolean' }, example: { type: 'string' }, $id: {} } },
    want: { properties: { nullable: { type: 'boolean' }, example: { type: 'string' }, $id: {} } },
  },
  {
    name: 'schemas within schemas',
    given: { items: { not: { additionalProperties: { type: 'integer', nullable: true } } } },
    want: { items: { not: { additionalProperties: { type: ['integer', 'null'] } } } },
  },
  {
    name: 'the dialect of another time',
    given: { $schema: 'http://json-schema.org/draft-04/schema#' },
    want: {},
  },
])('$name', ({ given, want }) => {
  const document = describing(given);
  const before = structuredClone(document);
  const upgraded = upgrade(document, '3.0').document;
  expect(valueAt(upgraded, '#/components/schemas/A')).toEqual(want);
  expect(upgraded['openapi']).toBe('3.1.1');
  expect(document).toEqual(before);
});

test('pointers lead back to where a thing was written', () => {
  const { before } = upgrade(
    describing({
      nullable: true,
      allOf: [{ required: ['a'] }, { properties: { b: { example: 1, format: 'byte' } } }],
    }),
    '3.0',
  );
  expect(before('#/components/schemas/A/anyOf/0/allOf/1/properties/b/examples/0')).toBe(
    '#/components/schemas/A/allOf/1/properties/b/example/0',
  );
  expect(before('#/components/schemas/A/anyOf/0/allOf/1/properties/b/contentEncoding')).toBe(
    '#/components/schemas/A/allOf/1/properties/b/format',
  );
});

test('references into what has moved lead to where it is', () => {
  const inner = { $ref: '#/components/schemas/A/oneOf/1' };
  const { document } = upgrade(
    describing({
      nullable: true,
      oneOf: [{ type: 'string' }, { type: 'object', properties: { inner } }],
    }),
    '3.0',
  );
  expect(valueAt(document, '#/components/schemas/A/anyOf/0/oneOf/1/properties/inner/$ref')).toBe(
    '#/components/schemas/A/anyOf/0/oneOf/1',
  );
});
