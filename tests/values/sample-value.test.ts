import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { parseJson } from '../../scripts/base/json-text.ts';
import { isCarriedBy } from '../../scripts/values/generate/is-carried-by.ts';
import type { Destination } from '../../scripts/values/generate/destination.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { validValue } from '../../scripts/values/generate/valid-value.ts';
import { ORDINARY_DEFINITIONS, ORDINARY_SCHEMAS } from './ordinary-schemas.ts';
import { judgesOf } from './two-judges.ts';

describe.for(ORDINARY_SCHEMAS)('$name', ({ name, schema }) => {
  test('gets a sample, and values by chance, that two validators accept', async () => {
    const whole: Json =
      typeof schema === 'boolean'
        ? schema
        : { ...(schema as JsonObject), components: { schemas: ORDINARY_DEFINITIONS } };
    const { ajv, hyperjump } = await judgesOf(whole);
    // A validator may refuse the one pattern that is sound only without the flag u, and tell nothing.
    const wanted = name === 'a pattern that is sound only without u' ? [true, undefined] : [true];
    const sample = sampleValue(whole, whole);
    const values = fc.sample(validValue(whole, whole), { seed: 5, numRuns: 30 });
    expect(sample).toHaveProperty('value');
    for (const value of [...('value' in sample ? [sample.value] : []), ...values]) {
      // The judges hold numbers as doubles.
      const read: Json = JSON.parse(JSON.stringify(value));
      expect(wanted, `Ajv on ${JSON.stringify(value)}`).toContain(ajv(read));
      expect(wanted, `Hyperjump on ${JSON.stringify(value)}`).toContain(hyperjump(read));
    }
    expect(sampleValue(whole, whole)).toEqual(sample);
  });
});

const ENDLESS = { type: 'object', required: ['next'], properties: { next: { $ref: '#' } } };

test.for<[why: string, schema: Json, pointer: string]>([
  ['false allows nothing', false, '#'],
  ['no type is left', { allOf: [{ type: 'string' }, { type: 'integer' }] }, '#/allOf/1'],
  ['none of the values', { enum: ['a'], type: 'integer' }, '#'],
  ['no value is in all', { allOf: [{ enum: ['a', 'b'] }, { const: 'c' }] }, '#/allOf/0'],
  ['minLength is 5 and maxLength is 3', { type: 'string', minLength: 5, maxLength: 3 }, '#'],
  ['no number is within', { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 4 }, '#'],
  ['no number is within', { type: 'integer', multipleOf: 7, minimum: 8, maximum: 13 }, '#'],
  [
    'the property a is required and not allowed',
    { type: 'object', required: ['a'], properties: { a: false } },
    '#',
  ],
  [
    'false allows nothing (in the required property a)',
    { type: 'object', required: ['a'], additionalProperties: false },
    '#/additionalProperties',
  ],
  [
    'there are not as many different items',
    { type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b'] } },
    '#',
  ],
  ['without end', ENDLESS, '#/properties/next'],
  [
    'propertyNames forbids',
    { type: 'object', required: ['long'], propertyNames: { maxLength: 2 } },
    '#',
  ],
])('says why there is no value: %s', ([why, schema, pointer]) => {
  expect(sampleValue(schema, schema)).toEqual({
    unsatisfiable: expect.stringContaining(why),
    pointer,
  });
});

test('says honestly that it found none where none is proved', () => {
  const schema = { type: 'string', pattern: '^(?!a)a$' };
  expect(sampleValue(schema, schema)).toHaveProperty('notFound');
});

describe.for<[destination: Destination, refused: readonly Json[]]>([
  ['path', ['', '.', '..', 'a/b', 'a\\b', '\u0000', null, [], {}, [''], [null], [['a']]]],
  ['query', [null, [], {}, [[1]], { a: null }, 'a\u0007']],
  ['header', [' a', 'a ', 'é', 'a\nb', '\u0000', null, [], [['a']]]],
  ['cookie', ['a;b', 'a b', '"a"', 'a,b', 'é', null]],
  ['form', ['text', null, [], { a: null }, { a: [] }, { a: [null] }, { a: 'x\u0000' }]],
  ['multipart', ['text', { a: null }, { a: '\u0000' }]],
  ['xml', ['\u0001', { a: '\uFFFF' }, null, { 'a b': 1 }]],
])('what is made for %s', ([destination, refused]) => {
  test('is not what it cannot carry', () => {
    expect(refused.filter((it) => isCarriedBy(destination, it))).toEqual([]);
  });

  test('is always what it can carry, whatever the schema allows', () => {
    const document = {};
    const values = fc.sample(validValue(document, {}, { destination }), { seed: 2, numRuns: 300 });
    expect(values.filter((it) => !isCarriedBy(destination, it))).toEqual([]);
    expect(new Set(values.map((it) => JSON.stringify(it))).size).toBeGreaterThan(50);
  });
});

test('says that nothing which a schema allows can be sent', () => {
  const schema = { type: 'string', enum: ['', '.', 'a/b'] };
  expect(sampleValue(schema, schema, { destination: 'path' })).toEqual({
    unsatisfiable: 'nothing that the schema allows can be sent as a path parameter',
    pointer: '#',
  });
});

test('leaves out of a request what is readOnly, and out of a response what is writeOnly', () => {
  const schema: JsonObject = {
    type: 'object',
    required: ['id', 'name', 'secret'],
    properties: {
      id: { type: 'integer', readOnly: true },
      name: { type: 'string' },
      secret: { type: 'string', writeOnly: true },
    },
  };
  const membersIn = (direction: 'request' | 'response') => {
    const sample = sampleValue(schema, schema, { direction });
    return 'value' in sample ? Object.keys(sample.value as JsonObject) : sample;
  };
  expect(membersIn('request')).toEqual(['name', 'secret']);
  expect(membersIn('response')).toEqual(['id', 'name']);
});

test.for<[format: string, least: bigint, most: bigint]>([
  ['int32', -(2n ** 31n), 2n ** 31n - 1n],
  ['int64', -(2n ** 63n), 2n ** 63n - 1n],
  ['uint8', 0n, 255n],
])('integers of the format %s reach both ends, exactly', ([format, least, most]) => {
  const schema = { type: 'integer', format };
  const values = fc.sample(validValue(schema, schema), { seed: 3, numRuns: 300 });
  const exact = values.map((it) => BigInt(it as number | bigint));
  expect(exact.every((it) => it >= least && it <= most)).toBe(true);
  expect(exact).toEqual(expect.arrayContaining([least, most]));
});

test('integers without a format stay within 32 bits, but for some that are exact beyond 2^53', () => {
  const schema = { type: 'integer' };
  const values = fc.sample(validValue(schema, schema), { seed: 3, numRuns: 600 });
  const far = values.filter((it) => Math.abs(Number(it)) > 2 ** 31);
  expect(far.length).toBeGreaterThan(3);
  expect(far.length).toBeLessThan(60);
  expect(values).toContain(2n ** 53n + 1n);
});

test('a whole number of exact bounds beyond 2^53 is found', () => {
  const read = parseJson(
    '{"type": "integer", "minimum": 9007199254740993, "maximum": 9007199254740994, "multipleOf": 2}',
  );
  const schema = 'value' in read ? read.value : false;
  expect(sampleValue(schema, schema)).toEqual({ value: 9007199254740994n });
});

test('the same seed gives the same value, another one another', () => {
  const schema = { type: 'string', minLength: 20 };
  const of = (seed: string) => sampleValue(schema, schema, { seed });
  expect(of('one')).toEqual(of('one'));
  expect(of('one')).not.toEqual(of('two'));
});
