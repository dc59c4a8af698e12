import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderSite } from '../../scripts/docs/docs.ts';
import { loadMill, loadOrchard, REDOC_STUB } from './orchard.ts';

const api = await loadOrchard();
const site = renderSite([api], REDOC_STUB);
const textOf = (path: string) => site.find((file) => file.path === path)?.text ?? '';

test('has a landing page, one folder per API, and the renderer with its licence', () => {
  expect(site.map((file) => file.path.replace(/\.[0-9a-f]{10}\./, '.HASH.'))).toEqual([
    'index.html',
    'assets/redoc.HASH.js',
    'assets/redoc.LICENSE.txt',
    'orchard/index.html',
    'orchard/openapi.json',
    'orchard/openapi.yaml',
  ]);
});

test('compares APIs where there are several, and then leads there from each page', async () => {
  const larger = renderSite([api, await loadMill()], REDOC_STUB);
  const pages = larger.filter(({ path }) => path.endsWith('.html'));
  expect(pages.map(({ path }) => path)).toEqual([
    'index.html',
    'compare.html',
    'orchard/index.html',
    'mill/index.html',
  ]);
  for (const { path, text } of pages) {
    expect(text).toContain(`href="${path.includes('/') ? '../' : ''}compare.html"`);
  }
  expect(textOf('index.html')).not.toContain('compare.html');
});

test('offers the description as it is, without the notes of the reference page', () => {
  expect(JSON.parse(textOf('orchard/openapi.json'))).toEqual(api.document);
  expect(parse(textOf('orchard/openapi.yaml'))).toEqual(api.document);
});

test('names the renderer by its content, so that a cached one is never stale', () => {
  const other = renderSite([api], { ...REDOC_STUB, script: `${REDOC_STUB.script} ` });
  expect(other[1]?.path).not.toBe(site[1]?.path);
  expect(textOf('orchard/index.html')).toContain(`<script src="../${site[1]?.path}">`);
});

test('ships the licence and the notices of the renderer', () => {
  expect(textOf('assets/redoc.LICENSE.txt')).toBe('the licence\nthe notices');
});

test('is the same for the same descriptions', () => {
  expect(renderSite([api], REDOC_STUB)).toEqual(site);
});
