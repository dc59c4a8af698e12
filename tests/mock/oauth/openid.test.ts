import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { START } from '../pets.ts';
import { openShop } from './shop.ts';

const REALM = '/shop/.oauth/oidc';

async function get(shop: Awaited<ReturnType<typeof openShop>>, url: string, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { statusCode, body } = await shop.inject({ method: 'GET', url, headers });
  return { status: statusCode, json: JSON.parse(body) as Record<string, unknown> };
}

test('tells of itself where clients look for it (RFC 8414, OpenID Connect Discovery)', async () => {
  const shop = await openShop();
  const { json } = await get(shop, `${REALM}/.well-known/openid-configuration`);
  expect(json).toMatchObject({
    issuer: `http://localhost:80${REALM}`,
    token_endpoint: `http://localhost:80${REALM}/token`,
    code_challenge_methods_supported: ['S256', 'plain'],
  });
  for (const path of [
    '/shop/v1/.well-known/openid-configuration',
    `${REALM}/.well-known/oauth-authorization-server`,
    `/.well-known/openid-configuration${REALM}`,
    `/.well-known/oauth-authorization-server${REALM}`,
  ]) {
    expect((await get(shop, path)).json).toEqual(json);
  }
  const { json: oauth } = await get(shop, '/shop/.oauth/machine/.well-known/openid-configuration');
  expect(oauth['grant_types_supported']).toEqual(['client_credentials']);
  expect(oauth).not.toHaveProperty('authorization_endpoint');
});

test('signs who the user is, so that everybody can check it', async () => {
  const shop = await openShop();
  const query =
    'response_type=code&client_id=kiln&redirect_uri=app:/back&nonce=n&scope=openid+email';
  const { headers } = await shop.inject({ method: 'GET', url: `${REALM}/authorize?${query}` });
  const code = URL.parse(String(headers['location']))?.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', code, redirect_uri: 'app:/back' };
  const { json } = await shop.post(`${REALM}/token`, form);
  const [head = '', claims = '', signature = ''] = String(json['id_token']).split('.');
  const { json: set } = await get(shop, `${REALM}/jwks`);
  const [jwk] = set['keys'] as JsonWebKey[];
  const key = createPublicKey({ key: jwk ?? {}, format: 'jwk' });
  const content = Buffer.from(`${head}.${claims}`);
  expect(verify('RSA-SHA256', content, key, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    iss: `http://localhost:80${REALM}`,
    sub: 'kiln',
    aud: 'kiln',
    nonce: 'n',
    iat: START / 1000,
    auth_time: START / 1000,
    exp: START / 1000 + 3600,
  });
  const token = String(json['access_token']);
  expect((await get(shop, `${REALM}/userinfo`, token)).json).toEqual({
    sub: 'kiln',
    email: 'kiln@example.com',
    email_verified: true,
  });
  expect((await get(shop, `${REALM}/userinfo`, 'other')).status).toBe(401);
  expect(await shop.status('/me', token)).toBe(204);
});

test('hands a token to a page at once where the flow is implicit', async () => {
  const shop = await openShop();
  const query = 'response_type=token&client_id=kiln&redirect_uri=https://app.example/&state=s';
  const { headers } = await shop.inject({ method: 'GET', url: `${REALM}/authorize?${query}` });
  const { hash = '' } = URL.parse(String(headers['location'])) ?? {};
  const told = new URLSearchParams(hash.slice(1));
  expect([told.get('state'), told.get('token_type')]).toEqual(['s', 'Bearer']);
  expect(await shop.status('/me', told.get('access_token') ?? '')).toBe(204);
});

test('leaves an address alone at which the description has an operation', async () => {
  const shop = await openShop();
  const { statusCode } = await shop.inject({ method: 'POST', url: '/shop/v1/taken/token' });
  expect(statusCode).toBe(204);
});

test.for([
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['http://127.0.0.1:1/back\r\nx-own: 1'],
  ['http://127.0.0.1:1/back#fragment'],
  ['/back'],
])('nobody is sent to %j with a code', async ([redirect = '']) => {
  const shop = await openShop();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'kiln',
    redirect_uri: redirect,
  }).toString();
  const url = `${REALM}/authorize?${query}`;
  const { statusCode, headers } = await shop.inject({ method: 'GET', url });
  expect([statusCode, headers['location']]).toEqual([400, undefined]);
});
