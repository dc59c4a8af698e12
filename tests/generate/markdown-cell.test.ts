import { expect, test } from 'vitest';
import { markdownCell, markdownCode } from '../../scripts/generate/markdown-cell.ts';

test.each([
  ['a line', 'a line'],
  ['one\ntwo\r\n three', 'one two three'],
  ['a | b', String.raw`a \| b`],
  ['<script>', '&lt;script>'],
  ['png\u202egnp', String.raw`png\u202Egnp`],
])('%j is one line of a table', (text, want) => {
  expect(markdownCell(text)).toBe(want);
});

test.each([
  ['getPet', '`getPet`'],
  ['a\nb', '`a b`'],
  ['a`b', '`` a`b ``'],
])('%j is code on one line', (text, want) => {
  expect(markdownCode(text)).toBe(want);
});
