import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toKey, type DocumentFact, type PlacedFact } from '../../scripts/drift/document-fact.ts';
import { pairInOrder } from '../../scripts/drift/pair-in-order.ts';
import { placeFacts } from '../../scripts/drift/place-facts.ts';

/** `field limit`, `figure 30 limit` as facts of one section. */
function facts(...written: readonly string[]): PlacedFact[] {
  const own = written.map((line): DocumentFact => {
    const [kind = '', text = '', label = ''] = line.split(' ');
    const known = kind === 'field' || kind === 'figure' || kind === 'value' ? kind : 'name';
    return { kind: known, text, label, key: toKey(known, text), at: 0 };
  });
  return placeFacts([{ heading: '', facts: own, text: '' }]);
}

function paired(old: readonly PlacedFact[], fresh: readonly PlacedFact[]): string[] {
  return pairInOrder(old, fresh).map(([from, to]) => `${from.text} ${to.text}`);
}

test.for([
  {
    what: 'values that changed places are those of their fields',
    old: ['field low', 'figure 10 low', 'field high', 'figure 90 high'],
    fresh: ['field low', 'figure 90 low', 'field high', 'figure 10 high'],
    want: ['low low', '10 90', 'high high', '90 10'],
  },
  {
    what: 'a field that was renamed keeps its place though another is called as it was',
    old: ['field id', 'field event', 'field user', 'field id'],
    fresh: ['field id', 'field event', 'field person', 'field id'],
    want: ['id id', 'event event', 'user person', 'id id'],
  },
  {
    what: 'the value of the example that changed, not of the next one',
    old: ['field ok', 'value false ok', 'field code', 'field ok', 'value true ok'],
    fresh: ['field ok', 'value true ok', 'field code', 'field ok', 'value true ok'],
    want: ['ok ok', 'false true', 'code code', 'ok ok', 'true true'],
  },
  {
    what: 'what was put in between has no partner',
    old: ['field a', 'field b'],
    fresh: ['field a', 'field new', 'field b'],
    want: ['a a', 'b b'],
  },
])('$what', ({ old, fresh, want }) => {
  expect(paired(facts(...old), facts(...fresh))).toEqual(want);
});

const LINES = fc.array(fc.constantFrom('field a', 'field b', 'value x a', 'value y b', 'name c'), {
  maxLength: 12,
});

test('pairs in order, each fact once, and all with themselves where nothing changed', () => {
  fc.assert(
    fc.property(LINES, LINES, (one, other) => {
      const [old, fresh] = [facts(...one), facts(...other)];
      const pairs = pairInOrder(old, fresh);
      expect(pairs.map(([from]) => from.index)).toEqual(
        [...new Set(pairs.map(([from]) => from.index))].toSorted((left, right) => left - right),
      );
      expect(pairs.map(([, to]) => to.index)).toEqual(
        [...new Set(pairs.map(([, to]) => to.index))].toSorted((left, right) => left - right),
      );
      expect(pairInOrder(old, old)).toHaveLength(old.length);
    }),
  );
});

test('leaves a section with thousands of new facts to other ways instead of taking minutes', () => {
  const many = Array.from({ length: 2500 }, (_, index) => `field a${index}`);
  const others = many.map((line) => line.replace('a', 'b'));
  expect(pairInOrder(facts(...many), facts(...others))).toEqual([]);
  expect(pairInOrder(facts('field x', ...many), facts('field x', ...others))).toHaveLength(1);
});
