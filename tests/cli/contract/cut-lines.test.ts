import { expect, test } from 'vitest';
import { cutLines } from '../../../scripts/cli/contract/cut-lines.ts';

const LONG = `curl ${'x'.repeat(20_307)}`;

test('lines that can be read are left as they are', () => {
  const text = `  seen    ${'a'.repeat(1000)}\n  again   curl https://pets.test\n`;
  expect(cutLines(text)).toBe(text);
});

test('of a long line the beginning is shown, and where all of it is', () => {
  expect(cutLines(`before\n${LONG}\nafter`)).toBe(
    `before\n${LONG.slice(0, 400)}… (cut here: 20,312 characters; run.json has all)\nafter`,
  );
});

test('no character is cut in two', () => {
  expect(cutLines(`a${'\u{1F600}'.repeat(2000)}`).isWellFormed()).toBe(true);
});
