import { expect, test } from 'vitest';
import { constraintWords, typeWords } from '../../../scripts/docs/twins/schema-words.ts';
import type { JsonObject } from '../../../scripts/base/json.ts';

test.each<[JsonObject, string]>([
  [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
  [{ type: ['integer', 'null'] }, 'integer or null'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Tree' } }, 'array of Tree'],
  [{ oneOf: [{ $ref: '#/a/Cat' }, { $ref: '#/a/Dog' }] }, 'Cat or Dog'],
  [{ allOf: [{ $ref: '#/a/Cat' }, { type: 'object' }] }, 'Cat and object'],
  [{ properties: {} }, 'object'],
  [{ items: { type: 'string' } }, 'array of string'],
  [{}, 'any'],
])('%j is %s', (schema, want) => {
  expect(typeWords(schema)).toBe(want);
});

test.each<[JsonObject, string[]]>([
  [{ minLength: 1, maxLength: 50 }, ['1 to 50 characters']],
  [{ maxItems: 1 }, ['at most 1 item']],
  [{ minLength: 3, maxLength: 3 }, ['exactly 3 characters']],
  [{ minimum: 0, exclusiveMaximum: 1000 }, ['at least 0', 'less than 1,000']],
  [{ enum: ['a', null] }, ['one of `"a"`, `null`']],
  [{ const: 2, default: 2 }, ['always `2`', '`2` unless told otherwise']],
  [{ pattern: '^`$' }, ['matches ``"^`$"``']],
  [{ readOnly: true, uniqueItems: true }, ['no item twice', 'in answers only']],
  // Section 6 of JSON Schema Validation 2020-12: about another type, so nothing is to keep.
  [{ type: 'string', uniqueItems: true, minimum: 3, maxLength: 5 }, ['at most 5 characters']],
  [{ type: 'integer', minimum: 3, minLength: 5, maxItems: 1 }, ['at least 3']],
  [{ type: ['array', 'null'], maxItems: 2, maxProperties: 1 }, ['at most 2 items']],
  [{}, []],
])('%j keeps %j', (schema, want) => {
  expect(constraintWords(schema)).toEqual(want);
});
