import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../scripts/base/json.ts';
import { edgesOf } from '../../scripts/values/boundaries.ts';
import { validValue } from '../../scripts/values/generate/valid-value.ts';

const OPEN = { type: 'string', pattern: '[A-Z]{1,3}[0-9]{1,3}' } as const;

/** What a pattern is taken to mean by those who forget its anchors. */
const WHOLE = /^[A-Z]{1,3}[0-9]{1,3}$/;

test('an ordinary text is what an open pattern matches, and no more', () => {
  const texts = fc.sample(validValue(OPEN, OPEN), { seed: 1, numRuns: 100 });
  expect(texts.map(textOf).filter((it) => !WHOLE.test(it))).toEqual([]);
});

test('what is anchored at one end goes on at the other', () => {
  const schema = { type: 'string', pattern: '^id-' } as const;
  const texts = fc.sample(validValue(schema, schema), { seed: 1, numRuns: 50 });
  expect(new Set(texts).size).toBeGreaterThan(5);
});

test('it is filled up where the match is too short', () => {
  const schema = { ...OPEN, minLength: 9 };
  const texts = fc.sample(validValue(schema, schema), { seed: 1, numRuns: 30 });
  for (const text of texts) {
    expect(text).toMatch(/[A-Z]{1,3}[0-9]{1,3}/);
    expect(textOf(text).length).toBeGreaterThanOrEqual(9);
  }
});

test('that it is open is an edge', () => {
  const edges = [...edgesOf(OPEN, OPEN, 'AB1')].filter(({ keyword }) => keyword === 'pattern');
  expect(edges.map(({ value }) => value)).toEqual(['xAB1', 'AB1x']);
});
