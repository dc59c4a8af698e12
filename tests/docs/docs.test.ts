import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderSite } from '../../scripts/docs/docs.ts';
import { guideOf } from '../../scripts/docs/guides/guide.ts';
import { loadMill, loadOrchard, LIBRARY_STUBS } from './orchard.ts';

const api = await loadOrchard();
const site = renderSite([api], LIBRARY_STUBS);
const textOf = (path: string) => site.find((file) => file.path === path)?.text ?? '';

const nameOf = (path: string) => path.replace(/\.[0-9a-f]{10}\./, '.HASH.');

test('has pages for people, texts for programs, and the scripts with their licences', () => {
  const paths = site.map((file) => nameOf(file.path));
  expect(paths.filter((path) => !/^(?:go|orchard\/(?:operations|webhooks))\//.test(path))).toEqual([
    'index.html',
    'orchard/index.html',
    'orchard/evidence.html',
    'orchard/try.html',
    'orchard/all.html',
    '404.html',
    'llms.txt',
    'llms-full.txt',
    'assets/redoc.HASH.js',
    'assets/theme.HASH.js',
    'assets/search.HASH.js',
    'assets/styles.HASH.css',
    'assets/try.HASH.js',
    'assets/redoc.LICENSE.txt',
    'assets/search.LICENSE.txt',
    'orchard/openapi.json',
    'orchard/openapi.yaml',
  ]);
});

test('has a page, a text and a permanent address for each operation and webhook', () => {
  const paths = new Set(site.map(({ path }) => path));
  const twins = [
    ...api.operations.map(({ id }) => [`operations/${id}`, id]),
    ...api.webhooks.map(({ id }) => [`webhooks/${id}`, id]),
  ];
  for (const [twin, id] of twins) {
    for (const path of [`orchard/${twin}.html`, `orchard/${twin}.md`, `go/${id}.html`]) {
      expect(paths).toContain(path);
    }
  }
});

test('leads nowhere that is not there', async () => {
  const both = [api, await loadMill()];
  const guides = [
    guideOf(
      'docs/a.md',
      '# A guide\n\nIt leads to [another](../README.md#a-part), and [nowhere](gone.md).',
      'Guides',
    ),
    guideOf('README.md', '# Read me\n\n## A part\n', 'Use it'),
  ];
  const run = { day: '2026-11-30', held: 1, violated: 0, requests: 1, report: '<html></html>' };
  const files = renderSite(both, LIBRARY_STUBS, {
    address: 'https://docs.example/kiln/',
    guides,
    beside: new Map([['orchard', { changelog: '# Changes\n\n[Elsewhere](../x.md)', run }]]),
  });
  const paths = new Set(files.map(({ path }) => path));
  const ids = new Map(
    files.map(({ path, text }) => [
      path,
      new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  const broken = files
    .filter(({ path }) => path.endsWith('.html'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\s(?:href|src|data-search)="([^"]*)"/g)].flatMap(([, written = '']) => {
        const target = new URL(written, `https://docs.example/kiln/${path}`);
        if (target.origin !== 'https://docs.example') return [];
        const to = target.pathname.replace('/kiln/', '').replace(/(^|\/)$/, '$1index.html');
        if (!paths.has(to)) return [`${path}: ${written}`];
        const fragment = decodeURIComponent(target.hash.slice(1));
        // The renderer answers the others.
        return fragment === '' ||
          to.endsWith('/try.html') ||
          fragment.startsWith('/') ||
          ids.get(to)?.has(fragment)
          ? []
          : [`${path}: ${written}`];
      }),
    );
  expect(broken).toEqual([]);
});

test('has a sitemap where its address is known', () => {
  expect(textOf('sitemap.xml')).toBe('');
  const files = renderSite([api], LIBRARY_STUBS, { address: 'https://docs.example/kiln/' });
  const sitemap = files.find(({ path }) => path === 'sitemap.xml')?.text ?? '';
  expect(sitemap).toContain(
    '<loc>https://docs.example/kiln/orchard/operations/plantTree.html</loc>',
  );
  const twin = files.find(({ path }) => path === 'orchard/operations/plantTree.html')?.text ?? '';
  expect(twin).toContain(
    '<link rel="canonical" href="https://docs.example/kiln/orchard/operations/plantTree.html" />',
  );
});

test('compares APIs where there are several, and then leads there from each page', async () => {
  const larger = renderSite([api, await loadMill()], LIBRARY_STUBS);
  const pages = larger.filter(({ text }) => text.includes('<header'));
  expect(pages.length).toBeGreaterThan(20);
  for (const { path, text } of pages) {
    const root = path === '404.html' ? '/' : '../'.repeat(path.split('/').length - 1);
    expect(text).toContain(`href="${root}compare.html"`);
  }
  expect(textOf('index.html')).not.toContain('compare.html');
});

test('offers the description as it is, without the notes of the reference page', () => {
  expect(JSON.parse(textOf('orchard/openapi.json'))).toEqual(api.document);
  expect(parse(textOf('orchard/openapi.yaml'))).toEqual(api.document);
});

test('names the renderer by its content, so that a cached one is never stale', () => {
  const other = renderSite([api], {
    ...LIBRARY_STUBS,
    redoc: { ...LIBRARY_STUBS.redoc, script: `${LIBRARY_STUBS.redoc.script} ` },
  });
  const pathIn = (files: typeof site) =>
    files.find(({ path }) => path.startsWith('assets/redoc.'))?.path;
  expect(pathIn(other)).not.toBe(pathIn(site));
  expect(textOf('orchard/index.html')).toContain(`<script src="../${pathIn(site)}">`);
});

test('ships the licence and the notices of the renderer', () => {
  expect(textOf('assets/redoc.LICENSE.txt')).toBe('the licence\nthe notices');
});

test('is the same for the same descriptions', () => {
  expect(renderSite([api], LIBRARY_STUBS)).toEqual(site);
});
