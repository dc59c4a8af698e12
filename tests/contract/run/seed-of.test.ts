import { expect, test } from 'vitest';
import { roundOf, seedOf, seedOfRound } from '../../../scripts/contract/run/seed-of.ts';

test.for([0, 1, 17])('round %i of a run is known by the seed of its check', (round) => {
  const own = seedOf(seedOfRound(42, round), 'getPet', 'conformance');
  expect(roundOf(42, 'getPet', 'conformance', own)).toBe(round);
});

test('the seed of another run is taken for that of the first round', () => {
  expect(roundOf(42, 'getPet', 'conformance', seedOf(7, 'getPet', 'conformance'))).toBe(0);
});
