import { expect, test } from 'vitest';
import { authOtherScheme } from '../../../scripts/contract/properties/auth-other-scheme.ts';
import { loadText } from '../../mock/pets.ts';

const BASIC = { type: 'http', scheme: 'basic' };

test.for<[what: string, other: object, secret: string, isTried: boolean]>([
  ['is sent as this one is', BASIC, 'user:password', false],
  ['has another secret', BASIC, 'other:password', true],
  ['is sent elsewhere', { type: 'apiKey', in: 'header', name: 'X-Key' }, 'user:password', true],
])('a credential of another scheme that %s', async ([, other, secret, isTried]) => {
  const api = await loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      paths: {
        '/pets': {
          get: {
            security: [{ own: [] }],
            responses: { 200: { description: 'ok' }, 401: { description: 'no' } },
          },
        },
      },
      components: { securitySchemes: { own: BASIC, other } },
    }),
  );
  const [operation] = api.operations;
  const none = new Map<string, string>();
  const good = new Map([
    ['own', 'user:password'],
    ['other', secret],
  ]);
  const profiles = {
    good,
    expired: none,
    readOnly: none,
    narrow: none,
    metered: none,
    other: none,
  };
  const reason =
    operation &&
    authOtherScheme.unless({
      api,
      operation,
      profiles,
      canWait: false,
      isListening: false,
      isRemembering: false,
    });
  expect(reason === undefined).toBe(isTried);
});
