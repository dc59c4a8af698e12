import { expect, test } from 'vitest';
import { markdownToHtml } from '../../../scripts/docs/markdown/markdown-to-html.ts';

test.each([
  ['markup', 'a <img src=x onerror=alert(1)> b', '&lt;img src=x onerror=alert(1)&gt;'],
  ['a block of markup', '<script>\nalert(1)\n</script>', '&lt;script&gt;'],
  [
    'markup with attributes on an element that is allowed',
    '<details open onclick="x">',
    '&lt;details open',
  ],
  ['a picture', '![a cat](http://cats.example/cat.png)', '<p>a cat</p>'],
])('shows %s as text', (_, markdown, want) => {
  const { markup } = markdownToHtml(markdown);
  expect(markup).toContain(want);
  expect(markup).not.toMatch(/<(?:img|script)/);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:x', 'vbscript:x'])(
  'takes the target from a link to %s',
  (target) => {
    expect(markdownToHtml(`[words](${target})`).markup).toBe('<p>words</p>\n');
  },
);

test.each(['https://a.example/b', 'mailto:a@b.example', '#part', '../other/index.html'])(
  'keeps a link to %s',
  (target) => {
    expect(markdownToHtml(`[words](${target})`).markup).toContain(`<a href="${target}">words</a>`);
  },
);

test('folds what our notes fold', () => {
  const { markup } = markdownToHtml('<details><summary>Why</summary>\n\n- **so**\n\n</details>');
  expect(markup).toMatch(/<details><summary>Why<\/summary>\s*<ul>/);
  expect(markup).toContain('<strong>so</strong>');
});

test('gives headings ids of their own, however often they are called alike', () => {
  const { markup } = markdownToHtml('# A b\n\n# A b\n\n# Ünïcode & more', { deeper: 1 });
  expect([...markup.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'a-b',
    'a-b-2',
    'u-ni-code-more',
  ]);
});

test('lets a wide table and a block of code be scrolled by keyboard', () => {
  const { markup } = markdownToHtml('| a |\n| - |\n| b |\n\n```sh\necho "<b>"\n```');
  expect(markup).toContain(
    '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>',
  );
  expect(markup).toContain(
    '<pre tabindex="0" data-language="sh"><code>echo "&lt;b>"\n</code></pre>',
  );
});
