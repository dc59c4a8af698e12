import { expect, test } from 'vitest';
import { securityWords } from '../../scripts/docs/security-words.ts';
import { loadOrchard } from './orchard.ts';

test('words each alternative in use once, with the number of operations that take it', async () => {
  expect(securityWords(await loadOrchard())).toEqual([
    'API key in the Authorization header as "Token …" (5 of 7 operations)',
    'API key in the Authorization header as "Token …" together with bearer token (1 of 7 operations)',
    'no credential (1 of 7 operations)',
  ]);
});

test('counts nothing where there is one way in', async () => {
  const api = await loadOrchard();
  const operations = api.operations.filter(({ id }) => id === 'listTrees');
  expect(securityWords({ ...api, operations })).toEqual([
    'API key in the Authorization header as "Token …"',
  ]);
});
