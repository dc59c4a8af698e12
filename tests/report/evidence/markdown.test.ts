import { expect, test } from 'vitest';
import {
  escapeMarkdown,
  renderLink,
  renderShare,
  renderTable,
} from '../../../scripts/report/evidence/markdown.ts';

test.each([
  ['a | b', String.raw`a \| b`],
  ['<script>', String.raw`\<script>`],
  ['[1, 2] and `x`', String.raw`\[1, 2\] and \`x\``],
  ['created_at, sk_ and _id', String.raw`created_at, sk\_ and \_id`],
  ['two\n  lines', 'two lines'],
])('%s stays text', (text, want) => {
  expect(escapeMarkdown(text)).toBe(want);
});

test('a link survives the signs that would end it, and keeps what is encoded', () => {
  expect(renderLink('x', '../paths/a_{id}.yaml#L1')).toBe('[x](../paths/a_%7Bid%7D.yaml#L1)');
  expect(renderLink('x', 'https://a.example/b%20(c)')).toBe('[x](https://a.example/b%20%28c%29)');
});

test.each([
  [2, 2, '2 of 2 (100%)'],
  [999, 1000, '999 of 1000 (99%)'],
  [0, 3, '0 of 3 (0%)'],
  [0, 0, 'none'],
])('%i of %i is never flattered', (part, whole, want) => {
  expect(renderShare(part, whole)).toBe(want);
});

test('figures stand to the right', () => {
  expect(renderTable(['Kind', 'Count #'], [['a', '1']])).toBe(
    '| Kind | Count |\n| --- | --: |\n| a | 1 |',
  );
});
