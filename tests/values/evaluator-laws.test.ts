import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { append, type Pointer } from '../../scripts/base/json-pointer.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';

const NAMES = ['a', 'b', 'toString', 'constructor'] as const;
const name = fc.constantFrom(...NAMES);
const small = fc.integer({ min: 0, max: 3 });

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, true, false, '', 'a', 'ab', '😀', 0, 1, 2, 3, 4, 1.5, -1),
);
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const type = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object');

/** A few keywords of one schema; what Ajv has wrong is left out. */
const { schema: anySchema } = fc.letrec<{ schema: Json; object: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.boolean(),
    fc.constantFrom<JsonObject[]>(
      {},
      { type: 'string' },
      { type: 'object' },
      { $ref: '#/components/schemas/Other' },
    ),
    tie('object'),
  ),
  object: fc
    .record(
      {
        type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
        const: scalar,
        enum: fc.array(scalar, { minLength: 1, maxLength: 3 }),
        maximum: small,
        exclusiveMinimum: small,
        multipleOf: fc.constantFrom(1, 2, 0.5),
        minLength: small,
        maxLength: small,
        pattern: fc.constantFrom('^a', 'b$', '^.$'),
        minItems: small,
        maxItems: small,
        uniqueItems: fc.boolean(),
        prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        items: tie('schema'),
        contains: tie('schema'),
        minProperties: small,
        required: fc.uniqueArray(name, { maxLength: 2 }),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 2, noNullPrototype: true }),
        patternProperties: fc.dictionary(fc.constantFrom('^a', 't'), tie('schema'), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        additionalProperties: tie('schema'),
        propertyNames: tie('schema'),
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        dependentSchemas: fc.dictionary(name, tie('schema'), { maxKeys: 1, noNullPrototype: true }),
        not: tie('schema'),
        allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
        if: tie('schema'),
        then: tie('schema'),
        else: tie('schema'),
      },
      { requiredKeys: [] },
    )
    .chain((all) => fc.subarray(Object.entries(all), { maxLength: 5 }))
    .map((entries): JsonObject => Object.fromEntries(entries)),
}));

const OTHER: JsonObject = { type: ['string', 'object', 'integer'], minLength: 1, maxProperties: 1 };
const CASE = '#/components/schemas/Case';

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  ownProperties: true,
  validateSchema: false,
  logger: false,
});

test('says of a value what Ajv says, by the same keywords at the same places', () => {
  let [count, valid, invalid] = [0, 0, 0];
  const agrees = (schema: Json, value: Json) => {
    // It compares objects with such names wrongly.
    const isOdd = /toString|constructor/.test(JSON.stringify(value));
    fc.pre(!isOdd || !JSON.stringify(schema).includes('uniqueItems'));
    const document = { components: { schemas: { Case: { allOf: [schema] }, Other: OTHER } } };
    // It remembers what it has compiled by address.
    count += 1;
    const base = `kiln:description/${count}`;
    const validate = ajv.addSchema(document, base).getSchema(`${base}${CASE}`);
    ajv.removeSchema(base);
    const isValid = validate?.(value) === true;
    const ours = toSchemas(document).check(CASE, value);
    expect(ours.length === 0).toBe(isValid);
    if (isValid) valid += 1;
    else invalid += 1;
    const theirs = new Set(
      (validate?.errors ?? []).map(({ keyword, instancePath, params }) => {
        const { missingProperty, additionalProperty } = params as Record<
          string,
          string | undefined
        >;
        const property = missingProperty ?? additionalProperty;
        const at: Pointer = `#${instancePath}`;
        return `${keyword} ${property === undefined ? at : append(at, property)}`;
      }),
    );
    // We leave out why branches fail where too many hold, and items where there are too many.
    for (const { keyword, instance } of ours) expect(theirs).toContain(`${keyword} #${instance}`);
  };
  fc.assert(fc.property(anySchema, anyValue, agrees), { numRuns: 400 });
  expect(Math.min(valid, invalid)).toBeGreaterThan(50);
});

const anyJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const anyKeyword = fc.constantFrom(
  'type',
  'enum',
  'multipleOf',
  'maximum',
  'maxLength',
  'pattern',
  'format',
  'items',
  'prefixItems',
  'contains',
  'minContains',
  'required',
  'properties',
  'patternProperties',
  'propertyNames',
  '$id',
  'additionalProperties',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'not',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
  '$ref',
  '$anchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$schema',
  '$defs',
  'readOnly',
  'writeOnly',
  'uniqueItems',
);

test('nothing that is said under keywords ends a check', () => {
  const nonsense = fc.oneof(
    anyJson,
    fc.constantFrom('#', '#/components/schemas/Case', '#a', 'http://['),
  );
  const schema = fc.dictionary(anyKeyword, nonsense, { maxKeys: 5, noNullPrototype: true });
  fc.assert(
    fc.property(schema, anyJson, (node, value) => {
      const { check, flaws } = toSchemas({ components: { schemas: { Case: node } } });
      for (const direction of [undefined, 'request', 'response', 'either'] as const) {
        expect(Array.isArray(check(CASE, value, direction))).toBe(true);
      }
      expect(Array.isArray(flaws(CASE))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
