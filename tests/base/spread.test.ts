import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../scripts/base/spread.ts';

const list = (length: number) => Array.from({ length }, (_, at) => at);

test('gives all where there are no more', () => {
  expect(spread(list(5), 5)).toEqual([0, 1, 2, 3, 4]);
});

test('gives some from everywhere, in their order', () => {
  expect(spread(list(10), 4)).toEqual([0, 2, 5, 7]);
});

test('gives as many as asked for, each once, and none far from the next', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (length, most) => {
      const chosen = spread(list(length), most);
      const steps = [...chosen, length].slice(1).map((it, at) => it - (chosen[at] ?? 0));
      expect(chosen).toHaveLength(Math.min(length, most));
      expect(steps.every((it) => it >= 1 && it <= Math.ceil(length / most))).toBe(true);
    }),
    { seed: 18 },
  );
});
