import { expect, test } from 'vitest';
import { escapePattern } from '../../scripts/base/escape-pattern.ts';
import { printable } from '../../scripts/base/printable.ts';

test.for([
  { given: 'a\u001B[31mred', want: 'a\\u001B[31mred' },
  { given: '\u009B0m\u007F\u0000\r', want: '\\u009B0m\\u007F\\u0000\\u000D' },
  { given: 'user\u202Ecod.exe', want: 'user\\u202Ecod.exe' },
  { given: 'lines\n\tand tabs, Grüße 😀', want: 'lines\n\tand tabs, Grüße 😀' },
])('what steers a terminal is spelt out: $want', ({ given, want }) => {
  expect(printable(given)).toBe(want);
});

test('an escaped text matches itself and nothing else', () => {
  const odd = String.raw`a.b*c+d?e(f)g[h]i{1}j|k^l$m\n/o-p`;
  for (const flags of ['', 's', 'u']) {
    const pattern = new RegExp(`^${escapePattern(odd)}$`, flags);
    expect([pattern.test(odd), pattern.test(odd.replace('.', 'x'))]).toEqual([true, false]);
  }
});
