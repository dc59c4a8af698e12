import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { unfoldsToMuch } from '../../scripts/mock/answer/unfolds-to-much.ts';
import { chain, doubling, ref, withBody } from '../hostile/describe.ts';

const read = (text: string): Json => JSON.parse(text) as Json;
const both = (levels: number) => chain(levels, (next) => ({ properties: { a: next, b: next } }));

test.for([
  { what: '22 levels of twice the next', document: read(doubling('allOf', 22)), isTooMuch: true },
  { what: '30 levels of two properties', document: read(both(30)), isTooMuch: true },
  { what: 'three levels of two properties', document: read(both(3)), isTooMuch: false },
  {
    what: 'a schema of itself',
    document: read(withBody(ref('A'), { A: { items: ref('A') } })),
    isTooMuch: false,
  },
  {
    what: 'schemas of which each refers to all',
    document: read(
      withBody(
        ref('S0'),
        Object.fromEntries(
          Array.from({ length: 12 }, (_, at) => [
            `S${at}`,
            { anyOf: Array.from({ length: 12 }, (_each, other) => ref(`S${other}`)) },
          ]),
        ),
      ),
    ),
    isTooMuch: true,
  },
  { what: 'a text of a billion', document: read(withBody({ minLength: 1e9 })), isTooMuch: true },
  {
    what: 'a thousand of a thousand items',
    document: read(
      withBody({ minItems: 1000, items: { minItems: 1000, items: { type: 'null' } } }),
    ),
    isTooMuch: true,
  },
  { what: 'ten items', document: read(withBody({ minItems: 10, items: {} })), isTooMuch: false },
])('whether $what is too much to unfold: $isTooMuch', ({ document, isTooMuch }) => {
  expect(unfoldsToMuch(document)).toBe(isTooMuch);
});
