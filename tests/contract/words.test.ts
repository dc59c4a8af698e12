import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../scripts/contract/judges/words.ts';

test('a value is shown as JSON writes it, as far as there is room', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 40 }), (value, longest) => {
      const whole = JSON.stringify(value);
      const cut = `${whole.slice(0, longest)}…`;
      expect(shorten(value, longest)).toBe(whole.length > longest ? cut : whole);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test.each([
  ['nothing', undefined, 'undefined'],
  ['a large integer', 12345678901234567890n, '12345678901234567890'],
  ['members without a value', { a: undefined, b: [undefined] }, '{"b":[null]}'],
  ['null', null, 'null'],
])('%s', (_, value, want) => {
  expect(shorten(value)).toBe(want);
});

test('what nobody has a stack for is begun', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 200_000; level += 1) deep = [deep];
  expect(shorten(deep)).toBe(`${'['.repeat(120)}…`);
});
