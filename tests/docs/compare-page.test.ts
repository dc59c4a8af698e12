import { expect, test } from 'vitest';
import { renderComparison } from '../../scripts/docs/compare/compare-page.ts';
import { loadMill, loadOrchard, siteOf } from './orchard.ts';

const apis = [await loadMill(), await loadOrchard()];
const page = renderComparison(siteOf(apis));

/** The text of the row or rows that begin with a heading, in one section. */
function rowOf(section: string, heading: string): string {
  const [, body = ''] = page.split(`<section class="card" id="${section}"`);
  const rows = body.split('</section>', 1)[0]?.split('<tr').map(textOf) ?? [];
  return rows.filter((row) => row.startsWith(heading)).join(' | ');
}

function textOf(markup: string): string {
  const text = markup
    .slice(markup.indexOf('>') + 1)
    .replaceAll(/<i\s[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1: ')
    .replaceAll(/<[^>]+>/g, ' ');
  return text.replaceAll(/\s+/g, ' ').trim();
}

test.each([
  ['what a client sends, and how often', 'authentication', 'Mill API', 'Cookie: door=… 4 of 5'],
  ['what is needed together', 'authentication', 'Mill API', 'x-key: … and ?secret=…'],
  ['how long a session lasts', 'authentication', 'Mill API', '8 hours, opened by openDoor'],
  ['who may write', 'authentication', 'Mill API', 'write: 1 of 5 read: 1 of 5'],
  ['what is public', 'authentication', 'Orchard API', 'readHealth'],
  ['how a key is sent', 'authentication', 'Orchard API', 'Authorization: Token … 5 of 7'],
  ['the fields of an error', 'errors', 'Mill API', 'problem problem.code problem.causes'],
  ['a refusal that looks like a success', 'errors', 'Mill API', '200 , as if all were well, for'],
  ['a status that is not the one of HTTP', 'errors', 'Mill API', '401 for forbidden'],
  ['the status of a refusal', 'errors', 'invalid', '200 documented:'],
  ['a status that operations document', 'errors', 'unavailable', '503 in 2 –'],
  ['a status of one operation', 'errors', 'unauthenticated', '401 in 2'],
  [
    'quotas by plan',
    'limits',
    'Orchard API',
    'per minute and credential read free 100 , team 1,000',
  ],
  ['quotas by agreement', 'limits', 'Orchard API', 'enterprise by agreement'],
  ['names of headers', 'limits', 'Orchard API', 'X-RateLimit-Limit'],
  ['bytes', 'limits', 'Mill API', 'inferred: millGrain 2,097,152 bytes (2 MiB)'],
  ['bytes of an item', 'limits', 'Mill API', 'millGrain sacks[] 1,000 bytes'],
  ['items', 'limits', 'Mill API', 'unstated: millGrain sacks 1,200'],
  ['pages', 'paging', 'Mill API', 'page in the query, from 1 window.page in the body, from 0'],
  ['the size of a page', 'paging', 'Mill API', 'per_page 20 unless told otherwise, at most 2,000'],
  ['a version in the path', 'versions', 'Mill API', '1.4.0 /v1 deprecated'],
  ['the end', 'versions', 'Mill API', 'no longer works from 2026-06-30'],
  ['what replaces it', 'versions', 'Mill API', 'Orchard API listGrain'],
  [
    'asynchronous work',
    'beyond',
    'Mill API',
    'millGrain , then readJob : queued milling → milled jammed',
  ],
  ['vetoes', 'beyond', 'Mill API', 'only 204 lets millGrain go on'],
  [
    'hosts and claims',
    'size',
    'Mill API',
    '5 4 mill.example gate.mill.example 8 claims from 2 sources',
  ],
])('tells %s', (_, section, heading, words) => {
  expect(rowOf(section, heading)).toContain(words);
});

test('marks a refusal that passes for a success more strongly than another status', () => {
  expect(page).toContain('<span class="status bad">200</span>');
  expect(page).toContain('<span class="status caution">401</span>');
  expect(page).toContain('<span class="status plain">400</span>');
});

test('leads to the places of the reference', () => {
  expect(page).toContain('href="mill/index.html#/grain-and-flour/millgrain"');
  expect(page).toContain('href="mill/index.html#/webhooks/askforgrain"');
});

test('names in a sentence the APIs of which there is nothing to tell', () => {
  expect(textOf(page)).toContain('Nothing of this is stated for Orchard API .');
});

test('knows no status of which no source speaks', () => {
  expect(rowOf('errors', 'too large')).toBe('');
});

test('has one main heading and runs nothing', () => {
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script(?!\s+src=)/);
});

test('escapes what a description says', () => {
  const [mill, orchard] = apis;
  if (!mill || !orchard) throw new Error('two APIs are compared');
  expect(renderComparison(siteOf([{ ...mill, title: '<i>' }, orchard]))).toContain('&lt;i&gt;</a>');
});

test('ends where schemas hold themselves', () => {
  expect(rowOf('errors', 'Mill API')).not.toContain('causes[].problem.causes[].problem');
});
