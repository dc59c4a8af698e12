import { expect, test } from 'vitest';
import type { SchemaPart } from '../../scripts/values/generate/alternative.ts';
import { fractionRange, wholeRange } from '../../scripts/values/generate/number-range.ts';

const parts = (node: SchemaPart['node']): readonly SchemaPart[] => [
  { node, at: '#', holders: [] } as unknown as SchemaPart,
];

test.for([
  ['minimum', Infinity],
  ['exclusiveMinimum', Infinity],
  ['maximum', -Infinity],
  ['exclusiveMaximum', -Infinity],
] as const)('no number is beyond every double: %s %d', ([keyword, value]) => {
  expect(wholeRange(parts({ [keyword]: value }))).toBe(undefined);
  expect(fractionRange(parts({ [keyword]: value }), 2)).toBe(undefined);
});

test('a bound beyond every double leaves all numbers on its other side', () => {
  const node = { minimum: -Infinity, maximum: Infinity, multipleOf: Infinity };
  expect(wholeRange(parts(node))).toMatchObject({ from: undefined, to: undefined });
  expect(wholeRange(parts({ ...node, minimum: 3 }))).toMatchObject({ from: 3n, to: undefined });
});
