import { expect, test } from 'vitest';
import { renderFact, type FactSection } from '../../scripts/drift/document-fact.ts';
import { alignFacts } from '../../scripts/drift/align-facts.ts';
import { extractFacts } from '../../scripts/drift/extract-facts.ts';
import { readDocument } from '../../scripts/drift/read-document.ts';

function factsOf(markdown: string): FactSection[] {
  return extractFacts(readDocument(markdown, 'page.md'));
}

/** `was 60 per minute, is 60 per hour`, each fact that is no longer what it was. */
function changes(was: string, is: string): string[] {
  const { changed } = alignFacts(factsOf(was), factsOf(is));
  return [...changed].map(([from, to]) => `${renderFact(from)} → ${to ? renderFact(to) : 'gone'}`);
}

test.for([
  [
    'Send 60 requests per minute.',
    'Send 60 requests per hour.',
    '60 requests per minute → 60 requests per hour',
  ],
  ['Send 60/min.', 'Send 60/s.', '60 per minute → 60 per second'],
  ['It tries 5 times a day.', 'It tries 5 times each hour.', '5 times per day → 5 times per hour'],
  ['Times are in milliseconds.', 'Times are in seconds.', 'milliseconds → seconds'],
  ['It waits 250 ms.', 'It waits 250 s.', '250 ms → 250'],
] as const)('%s is not %s', ([was, is, want]) => {
  expect(changes(was, is)).toEqual([want]);
});

test.for([
  ['Send 60 requests per minute.', 'Send 60 requests for each minute.'],
  ['Send 60/min.', 'You may send 60 per minute.'],
  ['Send 60 requests per minute.', 'Send 60 requests, and no more.'],
  ['Times are in milliseconds.', 'All times are given in ms.'],
  ['It waits 2 minutes.', 'It waits 120 seconds.'],
] as const)('%s is %s in other words', ([was, is]) => {
  expect(changes(was, is)).toEqual([]);
});

const TABLE = `| Kind | Free | Paid |
| --- | --- | --- |
| Reading | 10 | 90 |
| Writing | 5 | 90 |
`;

test('values of a row that changed their columns are other values', () => {
  const swapped = TABLE.replace('| 10 | 90 |', '| 90 | 10 |');
  expect(changes(TABLE, swapped)).toEqual([
    'Reading: 10 → Reading: 90',
    'Reading: 90 → Reading: 10',
  ]);
});

test('whole columns may change their places', () => {
  const other = `| Kind | Paid | Free |
| --- | --- | --- |
| Reading | 90 | 10 |
| Writing | 90 | 5 |
`;
  expect(changes(TABLE, other)).toEqual([]);
});

test('headings of columns that say the same in other words change nothing', () => {
  expect(changes(TABLE, TABLE.replace('Free', 'Without a plan'))).toEqual([]);
});

test('columns whose headings were exchanged hold other values', () => {
  const other = TABLE.replace('Free | Paid', 'Paid | Free');
  expect(changes(TABLE, other)).toHaveLength(4);
});

test('the heading of a column says in which time its figures are counted', () => {
  const [minutely, hourly] = ['minute', 'hour'].map((it) =>
    TABLE.replace('Paid', `Paid, per ${it}`),
  );
  expect(changes(minutely ?? '', hourly ?? '')).toEqual([
    'Reading: 90 per minute → Reading: 90 per hour',
    'Writing: 90 per minute → Writing: 90 per hour',
  ]);
});
