import { beforeAll, expect, test } from 'vitest';
import { renderStartNotice } from '../../../scripts/mock/start-notice.ts';
import { toAuthenticator } from '../../../scripts/mock/access/authenticate.ts';
import { isRefusal } from '../../../scripts/refusal/refusal.ts';
import { loadText } from '../pets.ts';
import { BASIC, openShop, SHOP } from './shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  shop = await openShop();
});

const FULL = { authorization: 'Bearer kiln_oauth' };
const BARE = { authorization: 'Bearer kiln_oauth_bare' };
const KEY = { 'x-key': 'kiln_key' };

test.each([
  ['GET', '/items', FULL, 204],
  ['GET', '/items', BARE, 403],
  ['GET', '/items', { authorization: 'Bearer kiln_oidc' }, 401],
  ['POST', '/items', FULL, 204],
  ['POST', '/items', BARE, 403],
  ['GET', '/either', BARE, 403],
  ['GET', '/either', KEY, 204],
  ['GET', '/either', { ...BARE, ...KEY }, 204],
  ['GET', '/both', BARE, 401],
  ['GET', '/both', { ...BARE, ...KEY }, 403],
  ['GET', '/both', { ...BARE, 'x-key': 'wrong' }, 401],
  ['GET', '/both', { ...FULL, ...KEY }, 204],
  ['GET', '/pair', FULL, 204],
  ['GET', '/pair', { authorization: BASIC }, 204],
  ['GET', '/pair', {}, 401],
  ['GET', '/pair', { authorization: 'Bearer other' }, 401],
  ['GET', '/login', { authorization: BASIC }, 204],
  ['GET', '/login', { authorization: `Basic ${btoa('kiln:wrong')}` }, 401],
  ['GET', '/me', { authorization: 'Bearer kiln_oidc' }, 204],
  ['GET', '/me', { authorization: 'Bearer kiln_oidc_bare' }, 403],
  ['GET', '/digest', {}, 204],
  ['GET', '/digest-or-key', {}, 401],
  ['GET', '/digest-or-key', { authorization: 'Digest username="a"' }, 204],
  ['GET', '/digest-or-key', KEY, 204],
  ['GET', '/digest-and-key', {}, 401],
  ['GET', '/digest-and-key', KEY, 204],
  ['GET', '/tls', {}, 204],
  ['GET', '/lost', {}, 204],
  ['GET', '/optional', {}, 204],
  ['GET', '/optional', BARE, 204],
  ['GET', '/open', {}, 204],
] as const)('answers %s %s with %j by %i', async (method, path, headers, want) => {
  const { statusCode } = await shop.inject({ method, url: `/shop/v1${path}`, headers });
  expect(statusCode).toBe(want);
});

test('says which scope is missing (RFC 6750, section 3.1)', async () => {
  const { headers, body } = await shop.inject({
    method: 'POST',
    url: '/shop/v1/items',
    headers: BARE,
  });
  expect(headers['www-authenticate']).toBe(
    'Bearer realm="shop", error="insufficient_scope", error_description="The credential lacks a scope that is needed here.", scope="read write"',
  );
  expect(body).toContain('The credential lacks a scope: read write is needed here.');
});

test.each([
  ['/items', {}, 'No credential came with the request.'],
  ['/items', { authorization: BASIC }, 'of another kind than what is asked for here: oauth.'],
  ['/items', KEY, 'of another kind than what is asked for here: oauth.'],
  [
    '/either',
    { authorization: BASIC },
    'of another kind than what is asked for here: oauth or key.',
  ],
  ['/both', KEY, 'A part of the credential did not come with the request.'],
])('tells at %s, sent %j: %s', async (path, headers, want) => {
  const { body } = await shop.inject({ method: 'GET', url: `/shop/v1${path}`, headers });
  expect(body).toContain(want);
});

test.each([
  ['any', '/items', { authorization: 'Bearer whatever' }, 204],
  ['any', '/items', BARE, 204],
  ['any', '/items', {}, 401],
  ['any', '/items', { authorization: 'Bearer {}' }, 401],
  ['any', '/login', { authorization: `Basic ${btoa('me:mine')}` }, 204],
  ['any', '/login', { authorization: 'Basic none' }, 401],
  ['any', '/both', { authorization: 'Bearer a', 'x-key': 'b' }, 204],
  ['off', '/items', {}, 204],
  ['off', '/both', { authorization: 'nonsense' }, 204],
] as const)('with --auth %s answers %s, sent %j, by %i', async (auth, path, headers, want) => {
  const mock = await openShop({ auth });
  const { statusCode } = await mock.inject({ method: 'GET', url: `/shop/v1${path}`, headers });
  expect(statusCode).toBe(want);
});

test('tells clients apart whom nobody knows, without telling their secrets', async () => {
  const mock = await openShop({ auth: 'any' });
  for (const token of ['first', 'second', 'first']) await mock.status('/items', token);
  const ids = mock.events.map(({ credential }) => credential);
  expect(ids[0]).toBe(ids[2]);
  expect(ids[0]).not.toBe(ids[1]);
  expect(ids.join(' ')).not.toMatch(/first|second/);
});

test.each([
  [undefined, false],
  [true, false],
  [false, true],
])('where a client certificate is %j, it is refused: %j', async (isCertified, want) => {
  const api = await loadText(SHOP, undefined, 'shop');
  const operation = api.operations.find(({ id }) => id === 'tls');
  const { authenticate } = toAuthenticator(api, {
    clock: { now: () => 0 },
    recognise: () => undefined,
  });
  const call = { method: 'GET', path: '/tls', query: '', headers: {}, address: '' };
  const told =
    operation &&
    authenticate(operation, { ...call, isCertified, readBytes: () => Buffer.alloc(0) });
  expect(isRefusal(told)).toBe(want);
});

test('says at the start where tokens come from and what is not checked', async () => {
  const api = await loadText(SHOP, undefined, 'shop');
  const { mounts } = shop;
  const notice = renderStartNotice([api], mounts, 'http://h');
  for (const line of [
    'oauth-without-scopes  Authorization: Bearer kiln_oauth_bare  (without scopes)',
    'tokens for oauth: http://h/shop/v1/oauth/token or http://h/shop/.oauth/oauth/token',
    'tokens for machine: http://h/shop/.oauth/machine/token',
    'tokens for oidc: http://h/shop/.oauth/oidc/.well-known/openid-configuration',
    'client, secret, user and password for them: kiln',
    'digest is not checked: HTTP authentication (digest)',
    'tls is not checked: client certificate (mutual TLS), without TLS',
    'nowhere is not checked: the description has no such security scheme',
  ]) {
    expect(notice).toContain(`\n  ${line}\n`);
  }
  expect(renderStartNotice([api], mounts, 'http://h', 'off')).not.toContain('kiln_');
  expect(renderStartNotice([api], mounts, 'http://h', 'any')).toContain('every credential');
});
