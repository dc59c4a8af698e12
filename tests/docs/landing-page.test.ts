import { expect, test } from 'vitest';
import { renderLandingPage } from '../../scripts/docs/landing-page.ts';
import { loadMill, loadOrchard, siteOf } from './orchard.ts';

const api = await loadOrchard();
const page = renderLandingPage(siteOf([api]));
const text = textOf(page);
const mill = textOf(renderLandingPage(siteOf([await loadMill()])));

test.each([
  ['title, version and summary', 'Orchard API 2.1.0 Trees, their harvests, and the people'],
  ['the counts', '7 operations 2 schemas 1 webhook 1 deprecated'],
  [
    'the quotas',
    'Requests per minute, for each credential Category free team enterprise read 100 1,000 by agreement write 10 100 –',
  ],
  ['the shares of the evidence', 'documented 33% corroborated 17% inferred 17%'],
  ['the sources', '6 claims from 2 sources Orchard developer guide read 2026-11-20'],
])('shows %s', (_, words) => {
  expect(text).toContain(words);
});

test.each([
  ['that it ends', 'Mill API sunset 2026-06-30 1.4.0'],
  ['how long a session lasts', 'Session 8 hours, opened by openDoor'],
  ['how large a request may be', 'Sizes At most 2,097,152 bytes (2 MiB) a request'],
  ['how large an item may be', 'At most 1,000 bytes each of sacks'],
  ['the webhooks', '1 webhook 1 deprecated'],
])('shows %s', (_, words) => {
  expect(mill).toContain(words);
});

test('leads to the reference, the evidence and the downloads by paths that also work as files', () => {
  const targets = [...page.matchAll(/href="(orchard[^"#]*)/g)].map(([, target]) => target);
  expect(new Set(targets)).toEqual(
    new Set([
      'orchard/index.html',
      'orchard/openapi.yaml',
      'orchard/openapi.json',
      'orchard/all.html',
      'orchard/evidence.html',
      'orchard/try.html',
    ]),
  );
});

test('tells how the client is installed, what the last test came to, and what changed', () => {
  const run = { day: '2026-11-30', held: 1206, violated: 2, requests: 1, report: '<html>' };
  const beside = new Map([
    ['orchard', { changelog: '# Changes', install: 'npm install ./clients', run }],
  ]);
  const markup = renderLandingPage(siteOf([api]), beside);
  expect(textOf(markup)).toContain('Typed client npm install ./clients');
  expect(textOf(markup)).toContain(
    '2 checks of 1,208 failed 1 request on 2026-11-30, report of Orchard API',
  );
  expect(markup).toContain('href="orchard/report.html"');
  expect(markup).toContain('href="orchard/changelog.html"');
  expect(page).not.toMatch(/Typed client|Last contract test|changelog/);
});

test('has one main heading', () => {
  expect(page.match(/<h1/g)).toHaveLength(1);
});

test('escapes what a description says', () => {
  expect(renderLandingPage(siteOf([{ ...api, title: '<script>' }]))).toContain(
    '&lt;script&gt;</a>',
  );
});

test('does without evidence and limits where a description has none', () => {
  const bare = { ...api, ledger: undefined, policies: { ...api.policies, rateLimits: undefined } };
  expect(renderLandingPage(siteOf([bare]))).not.toMatch(/Evidence|Rate limits/);
});

function textOf(markup: string): string {
  return markup.replaceAll(/<style>[^]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
