import { expect, test } from 'vitest';
import { renderLandingPage } from '../../scripts/docs/landing-page.ts';
import { loadOrchard } from './orchard.ts';

const api = await loadOrchard();
const page = renderLandingPage([api]);
const text = page.replaceAll(/<style>[^]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

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

test('leads to the reference and to both downloads by paths that also work as files', () => {
  const targets = [...page.matchAll(/href="(orchard[^"]*)"/g)].map(([, target]) => target);
  expect(new Set(targets)).toEqual(
    new Set(['orchard/index.html', 'orchard/openapi.yaml', 'orchard/openapi.json']),
  );
});

test('has one main heading', () => {
  expect(page.match(/<h1/g)).toHaveLength(1);
});

test('escapes what a description says', () => {
  expect(renderLandingPage([{ ...api, title: '<script>' }])).toContain('&lt;script&gt;</a>');
});

test('does without evidence and limits where a description has none', () => {
  const bare = { ...api, ledger: undefined, policies: { ...api.policies, rateLimits: undefined } };
  expect(renderLandingPage([bare])).not.toMatch(/Evidence|Rate limits/);
});
