import { expect, test } from 'vitest';
import { securityWords } from '../../scripts/docs/security-words.ts';
import { loadOrchard } from './orchard.ts';

test('words each alternative in use once, and that some operations are open', async () => {
  expect(securityWords(await loadOrchard())).toEqual([
    'API key in the Authorization header as "Token …"',
    'API key in the Authorization header as "Token …" and bearer token',
    'no credential',
  ]);
});
