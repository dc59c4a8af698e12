import * as fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { escapeMarkup } from '../../../scripts/docs/markdown/escape-markup.ts';

test.each([
  ['a <b> c', 'a &lt;b> c'],
  ['`Bearer <key>` and <i>', '`Bearer <key>` and &lt;i>'],
  ['``a ` <b>`` <c>', '``a ` <b>`` &lt;c>'],
  ['```sh\ncurl <key>\n```\n<b>', '```sh\ncurl <key>\n```\n&lt;b>'],
  ['~~~\n<a>\n```\n<b>\n~~~', '~~~\n<a>\n```\n<b>\n~~~'],
  ['\\<b> and \\`<i>`', '&lt;b> and \\`&lt;i>`'],
  ['<https://a.example/b>', '[https://a.example/b](https://a.example/b)'],
  [
    '<details><summary>a</summary>\n\nb\n\n</details>',
    '<details><summary>a</summary>\n\nb\n\n</details>',
  ],
  ['<details><summary>a</summary>\n`<b>`', '&lt;details>&lt;summary>a&lt;/summary>\n`<b>`'],
  ['</details> \\<b>', '&lt;/details> &lt;b>'],
  ['<details open>', '&lt;details open>'],
  ['a ` b\n- <i> ` c', 'a ` b\n- &lt;i> ` c'],
  ['| a ` b | <i> ` |', '| a ` b | &lt;i> ` |'],
  ['- a\n\n  ```\n<b>', '- a\n\n  ```\n&lt;b>'],
  ['no tag at all', 'no tag at all'],
])('%j is %j', (markdown, want) => {
  expect(escapeMarkup(markdown)).toBe(want);
});

test('leaves no tag that marked would print, whatever the text', () => {
  const piece = fc.constantFrom(
    '<img src=x>',
    '<script>',
    '</details>',
    '`',
    '``',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '    ',
    '| ',
    '\\',
    'a',
    '[',
    '](',
    ')',
    '&lt;',
    '<!--',
    '-->',
    '1. ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const printed = marked.parse(escapeMarkup(pieces.join('')), { async: false, gfm: true });
      expect(printed).not.toMatch(/<(?:img src=x>|script|!--)/);
    }),
    { numRuns: 5000, seed: 1 },
  );
});
