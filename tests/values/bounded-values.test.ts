import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { toExcuses } from '../../scripts/values/excuses.ts';
import { isMultipleOf } from '../../scripts/values/exact-numbers.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { WHOLE } from '../../scripts/values/evaluation.ts';
import { toResolver } from '../../scripts/values/resolve.ts';

/** Milliseconds, of which a busy machine may need many. */
const MOMENT = 10_000;

test.for<Json>([
  { type: 'string', minLength: 1e9 },
  { type: 'string', pattern: '^((a{1000}){1000}){1000}$' },
  { type: 'string', pattern: '^(a{1000}){1000}$', format: 'email' },
  { type: 'array', minItems: 1e9 },
  { type: 'array', contains: { const: 1 }, minContains: 1e6 },
  { type: 'object', minProperties: 1e9 },
])('no value is made that would be too large, and at once: %o', (schema) => {
  const began = performance.now();
  expect(Object.keys(sampleValue(schema, schema))).toEqual(['notFound']);
  expect(performance.now() - began).toBeLessThan(MOMENT);
});

test.for<[value: number, step: number, isMultiple: boolean]>([
  [Infinity, 1e-300, true],
  [Infinity, 7, true],
  [1, Infinity, false],
  [0, Infinity, true],
  [1e300, 1e-300, true],
])(
  'whether %d, a number beyond every double included, is a multiple of %d: %s',
  ([value, step, is]) => {
    expect(isMultipleOf(value, step)).toBe(is);
  },
);

const branches = (count: number, mark: object): Json => ({
  oneOf: Array.from({ length: count }, (_, at) => ({
    required: [`a${at}`],
    properties: { [`a${at}`]: { const: at, ...mark } },
  })),
});

test('of thousands of members that are not marked none is looked up by itself', () => {
  const root = branches(5000, {});
  const isExcused = toExcuses(toResolver(root), { node: root, pointer: '#' }, 'request');
  const began = performance.now();
  for (let at = 0; at < 5000; at += 1) expect(isExcused(WHOLE, `a${at}`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(MOMENT);
});

test('a member that is marked in a branch is excused, and no other', () => {
  const root: Json = { allOf: [branches(3, {}), { properties: { a1: { readOnly: true } } }] };
  const isExcused = toExcuses(toResolver(root), { node: root, pointer: '#' }, 'request');
  expect(['a0', 'a1', 'a2'].map((name) => isExcused(WHOLE, name))).toEqual([false, true, false]);
});
