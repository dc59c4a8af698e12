import { expect, test } from 'vitest';
import { servedAs } from '../../scripts/base/media-type.ts';
import { negotiate } from '../../scripts/base/negotiate.ts';
import { parsePrefer } from '../../scripts/mock/request/prefer.ts';

const OFFERS = ['application/json', 'text/csv'].map((mediaType) => ({ mediaType }));

test.each([
  ['', 'application/json'],
  ['text/csv;q=0.5', 'text/csv'],
  ['TEXT/CSV', 'text/csv'],
  ['application/json;q=0.1, */*;q=0.2', 'text/csv'],
  ['application/json;q=0.001', 'application/json'],
  ['application/json;q=2', 'application/json'],
  ['text/*;q=0', undefined],
  ['application/xml', undefined],
])('negotiates "%s" to %s', (accept, want) => {
  expect(negotiate(accept, OFFERS)?.mediaType).toBe(want);
});

test.each([
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['text/*', 'text/plain'],
  ['application/hal+json', 'application/hal+json'],
])('serves %s as %s', (documented, want) => {
  expect(servedAs(documented)).toBe(want);
});

test('takes the first of a repeated preference', () => {
  expect(parsePrefer('code=404, code=200, seed="a b"')).toEqual({
    code: 404,
    example: undefined,
    dynamic: false,
    seed: 'a b',
  });
});
