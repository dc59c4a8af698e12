import { describe, expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { recursesInPlace } from './recurses-in-place.ts';
import { judgesOf } from './two-judges.ts';

describe('a schema that must not hold', () => {
  test.for<Json>([
    { not: { unevaluatedItems: false } },
    { not: { prefixItems: [true, true], unevaluatedItems: false } },
    { not: { additionalProperties: false }, minimum: 5 },
    { not: { properties: { other: true }, additionalProperties: { type: 'string' } } },
    { not: { additionalProperties: false }, propertyNames: { maxLength: 2 } },
    { not: { unevaluatedProperties: false } },
    { not: { dependentSchemas: { a: { minProperties: 3 } } } },
    { type: 'array', not: { uniqueItems: true }, maxItems: 2 },
    {
      not: { uniqueItems: true },
      items: { type: 'integer' },
      contains: { minimum: 7 },
      maxItems: 3,
    },
    { not: { uniqueItems: true, maxItems: 9 }, prefixItems: [{ type: 'string' }], maxItems: 4 },
  ])('is broken by a value that hyperjump accepts: %j', async (schema) => {
    const sample = sampleValue(schema, schema);
    expect(sample).toHaveProperty('value');
    const { hyperjump } = await judgesOf(schema);
    expect('value' in sample && hyperjump(sample.value)).toBe(true);
  });

  test.for<Json>([
    { type: 'array', not: { dependentSchemas: { a: { type: 'boolean' } } } },
    { type: 'integer', not: { patternProperties: { '^x': false } } },
    { type: 'string', not: { unevaluatedItems: false } },
    { oneOf: [{}, {}] },
    { type: 'integer', oneOf: [{ maxItems: 1 }, {}] },
    { type: 'number', oneOf: [{ prefixItems: [{ minimum: 2 }] }, { type: 'number' }], minimum: 0 },
    {
      type: 'string',
      oneOf: [{ allOf: [{ required: ['a'] }] }, { anyOf: [{}, { maxLength: 1 }] }],
    },
    { type: 'integer', not: { multipleOf: 0.5 } },
    { type: 'array', not: { uniqueItems: true }, maxItems: 1 },
    { oneOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/A' }], $defs: { A: { type: 'string' } } },
    { oneOf: [{ type: 'string' }, true, { description: 'Anything' }] },
  ])('refutes what it leaves no way out of: %j', (schema) => {
    expect(sampleValue(schema, schema)).toHaveProperty('unsatisfiable');
  });
});

test.for<[is: boolean, schema: Json]>([
  [true, { anyOf: [{ type: 'string' }, { $ref: '#' }] }],
  [true, { $defs: { D0: { not: { allOf: [{ $ref: '#/$defs/D0' }] } } } }],
  [false, { properties: { self: { $ref: '#' } } }],
  [false, { $ref: '#/$defs/D0', anyOf: [{ $ref: '#/$defs/D0' }], $defs: { D0: {} } }],
])('a schema applies itself in place: %j', ([is, schema]) => {
  expect(recursesInPlace(schema)).toBe(is);
});
