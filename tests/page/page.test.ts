import { expect, test } from 'vitest';
import { html } from '../../scripts/page/html.ts';
import { renderPage } from '../../scripts/page/page.ts';
import { contrastOf, type Colour } from '../browser/contrast.ts';

const page = renderPage({ title: 'A & B', description: 'Of "both"', body: html`<h1>Both</h1>` });
const [light = '', dark = ''] = page.split('prefers-color-scheme: dark');

const PAIRS = [
  ['ink', 'ground'],
  ['ink-soft', 'ground'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunken'],
  ['accent', 'ground'],
  ['surface', 'accent'],
  ['good', 'good-soft'],
  ['steady', 'steady-soft'],
  ['caution', 'caution-soft'],
  ['bad', 'bad-soft'],
  ['quiet', 'quiet-soft'],
] as const;

test.each(PAIRS)('reads well in %s on %s, light and dark', (front, back) => {
  for (const scheme of [light, dark]) {
    expect(contrastOf(colour(scheme, front), colour(scheme, back))).toBeGreaterThanOrEqual(4.5);
  }
});

test('escapes title and description', () => {
  expect(page).toContain('<title>A &amp; B</title>');
  expect(page).toContain('content="Of &quot;both&quot;"');
});

test('lets nothing load and nothing run', () => {
  expect(page).toContain('default-src &#39;none&#39;');
  expect(page).not.toContain('<script');
});

test('links the word mark only where there is a home', () => {
  expect(page).toContain('<span class="brand">');
  const away = renderPage({ title: 't', description: 'd', body: html``, home: '../index.html' });
  expect(away).toContain('<a class="brand" href="../index.html">');
});

function colour(css: string, token: string): Colour {
  const [, red = '', green = '', blue = ''] =
    new RegExp(`--${token}: #(..)(..)(..);`).exec(css) ?? [];
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16), 1];
}
