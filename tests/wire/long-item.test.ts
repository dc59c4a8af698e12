import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { findLongItem } from '../../scripts/wire/long-item.ts';

const SPACES = ['', ' ', '\n\t'];
const values = fc
  .tuple(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...SPACES))
  .map(([value, space]) => JSON.stringify(value, undefined, space));
const strings = fc.string().map((text) => JSON.stringify(text));
const listOf = (items: fc.Arbitrary<string>) =>
  fc.array(items, { minLength: 1, maxLength: 40, size: 'max' });

test('tells the first item whose text is longer than the limit, whatever stands around the items', () => {
  fc.assert(
    fc.property(
      fc.oneof(listOf(values), listOf(strings)),
      fc.constantFrom(...SPACES),
      fc.nat(),
      fc.constantFrom(0, 1),
      (items, space, chosen, less) => {
        const text = `{"list":${space}[${items.join(`${space},${space}`)}]}`;
        const value: Json = JSON.parse(text);
        const lengths = items.map((it) => Buffer.byteLength(it));
        // Next to the length of one of them it matters.
        const near =
          chosen % 2 === 0 ? Math.max(...lengths) : (lengths[chosen % lengths.length] ?? 0);
        const limit = near - less;
        const index = lengths.findIndex((it) => it > limit);
        const want = index < 0 ? undefined : { index, bytes: lengths[index] };
        expect(findLongItem(Buffer.from(text), value, '#/list', limit)).toEqual(want);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
