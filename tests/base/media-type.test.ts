import { expect, test } from 'vitest';
import { servedAs } from '../../scripts/base/media-type.ts';
import { parsePrefer } from '../../scripts/mock/request/prefer.ts';

test.each([
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['text/*', 'text/plain'],
  ['image/*', 'image/png'],
  ['chemical/*', 'chemical/octet-stream'],
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
