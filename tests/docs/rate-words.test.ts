import { expect, test } from 'vitest';
import { quotaWords, windowWords } from '../../scripts/docs/rate-words.ts';

test.each([
  [1, 'per second'],
  [60, 'per minute'],
  [90, 'per 90 seconds'],
  [600, 'per 10 minutes'],
  [3600, 'per hour'],
  [86_400, 'per day'],
])('words a window of %i seconds as "%s"', (seconds, words) => {
  expect(windowWords(seconds)).toBe(words);
});

test.each([
  [5, '5'],
  [120_000, '120,000'],
  ['custom', 'by agreement'],
] as const)('words a quota of %s as "%s"', (quota, words) => {
  expect(quotaWords(quota)).toBe(words);
});
