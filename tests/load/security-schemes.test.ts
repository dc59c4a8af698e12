import { expect, test } from 'vitest';
import { toSecuritySchemes } from '../../scripts/load/security-schemes.ts';
import type { JsonObject } from '../../scripts/base/json.ts';

const flow = (kind: string, more: object) => ({
  kind,
  authorizationUrl: undefined,
  tokenUrl: undefined,
  refreshUrl: undefined,
  deviceAuthorizationUrl: undefined,
  scopes: [],
  ...more,
});

test.for<readonly [string, JsonObject, object]>([
  ['basic', { type: 'http', scheme: 'Basic' }, { type: 'http', scheme: 'basic' }],
  ['digest', { type: 'http', scheme: 'Digest ' }, { type: 'http', scheme: 'digest' }],
  [
    'a key in a cookie',
    { type: 'apiKey', in: 'cookie', name: 'sid' },
    { type: 'apiKey', in: 'cookie', name: 'sid', prefix: undefined },
  ],
  ['a key without a place', { type: 'apiKey', in: 'body', name: 'k' }, { type: 'other' }],
  [
    'OAuth 2 with its flows',
    {
      type: 'oauth2',
      flows: {
        clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { read: '', write: '' } },
        authorizationCode: { authorizationUrl: '/a', tokenUrl: '/t', refreshUrl: '/r', scopes: {} },
        deviceAuthorization: { deviceAuthorizationUrl: '/d', tokenUrl: '/t', scopes: null },
        strange: {},
      },
    },
    {
      type: 'oauth2',
      flows: [
        flow('clientCredentials', { tokenUrl: 'https://a.example/t', scopes: ['read', 'write'] }),
        flow('authorizationCode', { authorizationUrl: '/a', tokenUrl: '/t', refreshUrl: '/r' }),
        flow('deviceAuthorization', { deviceAuthorizationUrl: '/d', tokenUrl: '/t' }),
      ],
    },
  ],
  ['OAuth 2 without flows', { type: 'oauth2' }, { type: 'oauth2', flows: [] }],
  [
    'OpenID Connect',
    { type: 'openIdConnect', openIdConnectUrl: 'https://a.example/o' },
    { type: 'openIdConnect', url: 'https://a.example/o' },
  ],
  ['mutual TLS', { type: 'mutualTLS' }, { type: 'mutualTLS' }],
  ['an unknown type', { type: 'magic' }, { type: 'other' }],
  ['nothing', {}, { type: 'other' }],
])('reads %s', ([, node, want]) => {
  const schemes = toSecuritySchemes({ components: { securitySchemes: { 'a/b': node } } });
  const pointer = '#/components/securitySchemes/a~1b';
  // Members of flows that are undefined count as such.
  expect(schemes.get('a/b')).toStrictEqual({ ...want, pointer });
});
