import { expect, test } from 'vitest';
import { hideSecrets, isSecretName, isSecretText } from '../../../scripts/sketch/infer/secrets.ts';

test.for([
  'password',
  'userPassword',
  'api_key',
  'apiKey',
  'X-Api-Key',
  'access_token',
  'refreshToken',
  'client_secret',
  'Authorization',
  'sessionId2',
  'csrf-token',
  'privateKey',
  'pin',
  'set-cookie',
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.for([
  'nextPageToken',
  'page_token',
  'primaryKey',
  'sortKey',
  'tokenType',
  'token_count',
  'sessionCount',
  'keyboard',
  'spinning',
  'author',
  'authority',
  'passenger',
  'name',
  'idempotencyKey',
  'expires_in',
])('%s is the name of none', (name) => {
  expect(isSecretName(name)).toBe(false);
});

test('a text that gives itself away is hidden under any name, and a name or an id is not', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc';
  expect(
    [jwt, 'Bearer abcdefgh12', 'sk_live_abcdefghijkl', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7'].map(
      isSecretText,
    ),
  ).toEqual([true, true, true, false]);
  expect(isSecretText('aB3dE6gH9jK2mN5pQ8sT1vW4yZ7x')).toBe(true);
  expect(isSecretText('5f0c6c1e-8a34-4d52-9b7e-2f1d3c4b5a69')).toBe(false);
  expect(isSecretText('A whole sentence, with 3 Words')).toBe(false);
});

test('a credential is hidden wherever else it stands, also within a text', () => {
  const value = {
    note: 'the key is k-12345678!',
    list: ['k-12345678'],
    mail: 'ask ada@kiosk.test',
    pin: 1234,
  };
  expect(hideSecrets(value, new Set(['k-12345678']))).toEqual({
    note: 'the key is placeholder!',
    list: ['placeholder'],
    mail: 'ask person@example.com',
    pin: 0,
  });
});
