import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { textOf, type Json } from '../../scripts/base/json.ts';
import { HOSTILE_STRINGS, hostileStrings } from '../../scripts/values/generate/hostile-strings.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { validValue } from '../../scripts/values/generate/valid-value.ts';

// Some take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test('hostile texts come from their own family only', () => {
  const all = fc.sample(hostileStrings(), { seed: 1, numRuns: 400 });
  expect(new Set(all).size).toBeGreaterThan(30);
  expect(fc.sample(hostileStrings('percent'), 20)).toSatisfy((texts: string[]) =>
    texts.every((it) => it.includes('%')),
  );
  const plain = fc.sample(validValue({}, { type: 'string' }), { seed: 1, numRuns: 500 });
  const { control, percent, bidirectional, ...others } = HOSTILE_STRINGS;
  const marks = [...control, ...percent, ...bidirectional, ...others['path-separator']]
    .flatMap((it) => Array.from(it))
    .filter((it) => !/[\w[]/.test(it));
  const texts = plain.map((it) => textOf(it));
  expect(texts.filter((it) => marks.some((mark) => it.includes(mark)))).toEqual([]);
});

/** Schemas that cost a naive generator all its time, or its stack. */
const DEEP: Json = Array.from({ length: 160 }).reduce<Json>(
  (inner) => ({ type: 'object', required: ['a'], properties: { a: inner } }),
  { type: 'string' },
);
const DOUBLING: Json = {
  $defs: Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => {
      const next = { $ref: `#/$defs/D${i + 1}` };
      return [`D${i}`, { allOf: [next, next] }] as const;
    }).concat([['D30', { allOf: [{ type: 'integer' } as unknown as { $ref: string }] }]] as never),
  ),
  $ref: '#/$defs/D0',
};
const CHOOSING: Json = {
  allOf: Array.from({ length: 24 }, (_, i) => ({
    oneOf: [{ required: [`a${i}`] }, { required: [`b${i}`] }],
  })),
  type: 'object',
};

test.for<[name: string, schema: Json]>([
  ['160 levels', DEEP],
  ['30 doublings by allOf', DOUBLING],
  ['24 choices between two', CHOOSING],
  ['itself', { allOf: [{ $ref: '#' }] }],
  ['a pattern that takes for ever', { type: 'string', pattern: '^(a+)+$', minLength: 30 }],
  [
    'many items that differ',
    { type: 'array', uniqueItems: true, minItems: 500, items: { maxLength: 3 } },
  ],
  ['a choice between 1,000', { oneOf: Array.from({ length: 1_000 }, (_, i) => ({ const: i })) }],
])('%s: is answered in bounded time, without an exception', ([, schema]) => {
  const start = performance.now();
  const sample = sampleValue(schema, schema);
  fc.sample(validValue(schema, schema), { seed: 1, numRuns: 3 });
  expect(Object.keys(sample)[0]).toMatch(/value|notFound|unsatisfiable/);
  expect(performance.now() - start).toBeLessThan(20_000);
});
