import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { isObject, type Json } from '../../scripts/base/json.ts';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { breachesOf, readSchema } from '../../scripts/prove/witness/json-schema.ts';

const unnamed = (schema: Json, value: Json) => readSchema({ schema }, '#/schema', value).unnamed;

const clausesOf = (schema: Json, value: Json) =>
  breachesOf({ schema, other: { type: 'integer' } }, '#/schema', value).map(({ clause }) => clause);

test.each<[what: string, schema: Json, good: Json, bad: Json, clause: string]>([
  ['a type out of several', { type: ['string', 'null'] }, null, 7, 'type'],
  ['whole numbers', { type: 'integer' }, 2, 2.5, 'type'],
  ['a list of words', { enum: ['a', 'b'] }, 'a', 'c', 'enum'],
  ['a constant', { const: { a: [1] } }, { a: [1] }, { a: [2] }, 'const'],
  ['characters, not code units', { maxLength: 1 }, '😀', 'ab', 'maxLength'],
  ['a bound that excludes itself', { exclusiveMinimum: 3 }, 4, 3, 'exclusiveMinimum'],
  ['steps that no binary fraction hits', { multipleOf: 0.01 }, 19.99, 19.995, 'multipleOf'],
  ['items that differ', { uniqueItems: true }, [1, 2], [1, 1], 'uniqueItems'],
  [
    'formats',
    { format: 'date-time' },
    '2026-01-02T03:04:05+14:00',
    '2026-02-30T00:00:00Z',
    'format',
  ],
  ['dependents', { dependentRequired: { a: ['b'] } }, { b: 1 }, { a: 1 }, 'dependentRequired'],
  ['fixed items', { prefixItems: [{ type: 'string' }] }, ['a', 1], [1], 'prefixItems/0/type'],
  ['items after them', { prefixItems: [{}], items: false }, [1], [1, 2], 'items'],
  ['what a list contains', { contains: { const: 1 }, maxContains: 1 }, [1, 2], [1, 1], 'contains'],
  ['names', { propertyNames: { maxLength: 1 } }, { a: 1 }, { ab: 1 }, 'propertyNames/maxLength'],
  ['one branch of two', { oneOf: [{ minimum: 1 }, { minimum: 5 }] }, 2, 6, 'oneOf'],
  ['a condition', { if: { minimum: 5 }, then: { maximum: 7 } }, 2, 8, 'then/maximum'],
  ['a negation', { not: { type: 'null' } }, 1, null, 'not'],
])('reads %s', (_, schema, good, bad, clause) => {
  expect(clausesOf(schema, good)).toEqual([]);
  expect(clausesOf(schema, bad)).toContain(`#/schema/${clause}`);
});

test('names the keyword behind a reference', () => {
  expect(clausesOf({ properties: { n: { $ref: '#/other' } } }, { n: 'x' })).toEqual([
    '#/other/type',
  ]);
});

test('knows which properties other branches have evaluated', () => {
  const schema = {
    allOf: [{ properties: { a: {} } }],
    properties: { b: {} },
    unevaluatedProperties: false,
  };
  expect(clausesOf(schema, { a: 1, b: 2 })).toEqual([]);
  expect(clausesOf(schema, { a: 1, c: 2 })).toEqual(['#/schema/unevaluatedProperties']);
});

test('tells properties that nobody names from those of an object that is open', () => {
  const closing = { allOf: [{ properties: { a: {} } }], properties: { b: { type: 'object' } } };
  expect(unnamed(closing, { a: 1, b: { x: 1 } })).toEqual([]);
  expect(unnamed(closing, { a: 1, c: 1 })).toEqual(['#/c']);
  expect(unnamed({ ...closing, additionalProperties: true }, { a: 1, c: 1 })).toEqual([]);
});

describe('agrees with Ajv on what is valid', { timeout: 60_000 }, () => {
  let apis: readonly ApiModel[];
  beforeAll(async () => {
    apis = await loadApis(nodeIo, []);
  });

  test('in every description, of examples and of examples with a value replaced', () => {
    let checked = 0;
    const disputed: unknown[] = [];
    for (const { document, operations, schemas } of apis) {
      for (const [schema, example] of examplesOf(operations)) {
        for (const value of [example, ...variantsOf(example)]) {
          const isValid = schemas.check(schema, value).length === 0;
          const breaches = breachesOf(document, schema, value);
          if (isValid !== (breaches.length === 0)) disputed.push({ schema, value, breaches });
          checked += 1;
        }
      }
    }
    expect(disputed).toEqual([]);
    expect(checked).toBeGreaterThan(1000);
  });

  test('with any small schema', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const leaf = fc.oneof(
      fc.record({ type: fc.constantFrom('string', 'integer', 'object', 'array', 'null') }),
      fc.record({ minimum: fc.integer({ min: -2, max: 2 }) }),
      fc.record({ maxLength: fc.nat(2) }),
      fc.record({ required: fc.uniqueArray(word, { maxLength: 2 }) }),
      fc.record({ enum: fc.array(fc.constantFrom<Json>('a', 1, null), { minLength: 1 }) }),
    );
    const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record(
          { properties: fc.dictionary(word, tie('schema')), additionalProperties: fc.boolean() },
          { requiredKeys: ['properties'] },
        ),
        fc.record({ items: tie('schema') }),
        fc.record(
          {
            allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
            unevaluatedProperties: fc.boolean(),
          },
          { requiredKeys: ['allOf'] },
        ),
        fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ not: tie('schema') }),
      ),
    }));
    const value = fc.oneof(
      fc.constantFrom<Json>('a', 'abc', 1, -1, null),
      fc.dictionary(word, fc.constantFrom<Json>('a', 1, null)),
      fc.array(fc.constantFrom<Json>('a', 1, null), { maxLength: 2 }),
    );
    const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
    fc.assert(
      fc.property(schema, value, (it, of) => {
        expect(breachesOf({ it }, '#/it', of).length === 0).toBe(ajv.compile(it as object)(of));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

function examplesOf(operations: ApiModel['operations']): readonly (readonly [Pointer, Json])[] {
  return operations
    .flatMap(({ body, responses }) => [body, ...responses].flatMap((it) => it?.content ?? []))
    .flatMap(({ schema, examples }) =>
      schema === undefined ? [] : examples.map(({ value }) => [schema, value] as const),
    );
}

/** The value with each of its parts replaced by something else. */
function* variantsOf(value: Json): Generator<Json> {
  for (const other of [null, 7, {}]) yield other;
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    for (const [place, item] of items.entries()) {
      for (const other of variantsOf(item)) yield items.map((it, i) => (i === place ? other : it));
    }
  } else if (isObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      for (const other of variantsOf(part)) yield { ...value, [name]: other };
    }
  }
}
