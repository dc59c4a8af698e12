import { expect, test } from 'vitest';
import { byteWords, durationWords } from '../../scripts/docs/size-words.ts';

test.each([
  [1, '1 byte'],
  [1000, '1,000 bytes'],
  [32_768, '32,768 bytes (32 KiB)'],
  [5_242_880, '5,242,880 bytes (5 MiB)'],
])('words %i bytes as "%s"', (bytes, words) => {
  expect(byteWords(bytes)).toBe(words);
});

test.each([
  [1, '1 second'],
  [90, '90 seconds'],
  [3600, '60 minutes'],
  [86_400, '24 hours'],
  [604_800, '7 days'],
])('words %i seconds as "%s"', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
