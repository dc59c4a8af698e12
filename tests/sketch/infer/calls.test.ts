import { expect, test } from 'vitest';
import { isId, singularOf } from '../../../scripts/sketch/infer/addresses.ts';
import { toCalls } from '../../../scripts/sketch/infer/calls.ts';

test.for([
  '17',
  '5f0c6c1e-8a34-4d52-9b7e-2f1d3c4b5a69',
  '507f1f77bcf86cd799439011',
  'paper_17',
  'ds-40',
  'cus_Nf8s0',
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '2026-01-31',
  'ada@kiosk.test',
  '{id}',
])('%s is an id', (segment) => {
  expect(isId(segment)).toBe(true);
});

test.for([
  'papers',
  'v1',
  'v2.1',
  'me',
  'resources_v2',
  'sign-in',
  'oauth2',
  'log-out',
  'newsletters',
])('%s is a word of the API', (segment) => {
  expect(isId(segment)).toBe(false);
});

test.for([
  ['papers', 'paper'],
  ['categories', 'category'],
  ['addresses', 'address'],
  ['boxes', 'box'],
  ['status', 'status'],
  ['news', 'news'],
  ['me', 'me'],
] as const)('one of %s is a %s', ([many, one]) => {
  expect(singularOf(many)).toBe(one);
});

function callsOf(...urls: string[]) {
  const { calls, basePath } = toCalls(
    urls.map((url, line) => ({ method: 'get', url, headers: [], line })),
  );
  return { paths: calls.map(({ path }) => path), basePath };
}

test('ids become variables that are called after what stands before them', () => {
  expect(
    callsOf('https://a.test/papers/17/issues/3', 'https://a.test/papers/18/issues/4').paths,
  ).toEqual(['/papers/{paperId}/issues/{issueId}']);
});

test('a name that the source gives holds for all paths with that place', () => {
  expect(callsOf('https://a.test/papers/{slug}', 'https://a.test/papers/17/cover').paths).toEqual([
    '/papers/{slug}',
    '/papers/{slug}/cover',
  ]);
});

test('what all paths begin with and says nothing is the base path', () => {
  expect(callsOf('https://a.test/api/v1/papers', 'https://a.test/api/v1/shops')).toEqual({
    basePath: '/api/v1',
    paths: ['/papers', '/shops'],
  });
  expect(callsOf('https://a.test/v1/papers', 'https://a.test/v2/papers').basePath).toBe('');
});
