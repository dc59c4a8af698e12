import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { START } from '../pets.ts';
import { BASIC, openShop } from './shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});

const CLIENT = { grant_type: 'client_credentials' };
const PASSWORD = { grant_type: 'password', username: 'kiln', password: 'kiln' };
const NOBODY = {};
const inForm = (more: object) => ({ client_id: 'kiln', client_secret: 'kiln', ...more });

test('gives a client a token for what it asks, and no more (RFC 6749, section 4.4)', async () => {
  const { status, headers, json } = await shop.token({ ...CLIENT, scope: 'read' });
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'read' });
  expect(json).not.toHaveProperty('refresh_token');
  const token = String(json['access_token']);
  expect(token).toMatch(/^[\w.~+/-]+=*$/);
  expect(await shop.status('/items', token)).toBe(204);
  expect(await shop.status('/items', token, 'POST')).toBe(403);
  // It is a token of this scheme, and of no other.
  expect(await shop.status('/me', token)).toBe(401);
});

test('ends tokens by its own clock', async () => {
  const { json } = await shop.token(CLIENT);
  const token = String(json['access_token']);
  shop.clock.at = START + 3_599_999;
  expect(await shop.status('/items', token)).toBe(204);
  shop.clock.at = START + 3_600_000;
  expect(await shop.status('/items', token)).toBe(401);
});

test.each([
  [CLIENT, { authorization: BASIC }, 200, undefined],
  [inForm(CLIENT), NOBODY, 200, undefined],
  [CLIENT, NOBODY, 401, 'invalid_client'],
  [CLIENT, { authorization: `Basic ${btoa('kiln:wrong')}` }, 401, 'invalid_client'],
  [CLIENT, { authorization: `Basic ${btoa('other:kiln')}` }, 401, 'invalid_client'],
  [CLIENT, { authorization: 'Bearer kiln' }, 401, 'invalid_client'],
  [inForm(CLIENT), { authorization: BASIC }, 400, 'invalid_request'],
  [{ ...CLIENT, client_id: 'kiln' }, NOBODY, 401, 'invalid_client'],
  [{ ...CLIENT, scope: 'read write' }, { authorization: BASIC }, 200, undefined],
  [{ ...CLIENT, scope: 'everything' }, { authorization: BASIC }, 400, 'invalid_scope'],
  [{}, { authorization: BASIC }, 400, 'invalid_request'],
  [{ grant_type: 'magic' }, { authorization: BASIC }, 400, 'unsupported_grant_type'],
  [PASSWORD, { authorization: BASIC }, 200, undefined],
  [{ ...PASSWORD, client_id: 'kiln' }, NOBODY, 200, undefined],
  [{ ...PASSWORD, password: 'x' }, { authorization: BASIC }, 400, 'invalid_grant'],
  [{ grant_type: 'password' }, { authorization: BASIC }, 400, 'invalid_request'],
  [{ grant_type: 'authorization_code' }, { authorization: BASIC }, 400, 'invalid_request'],
  [
    { grant_type: 'authorization_code', code: 'x.y' },
    { authorization: BASIC },
    400,
    'invalid_grant',
  ],
  [
    { grant_type: 'refresh_token', refresh_token: 'x' },
    { authorization: BASIC },
    400,
    'invalid_grant',
  ],
] as const)('answers %j from %j by %i %s', async (form, headers, status, error) => {
  const answered = await shop.token(form, headers);
  expect([answered.status, answered.json['error']]).toEqual([status, error]);
  const challenge = status === 401 ? 'Basic realm="clients"' : undefined;
  expect(answered.headers['www-authenticate']).toBe(challenge);
});

test.each([
  ['grant_type=client_credentials&grant_type=password', {}],
  ['{"grant_type": "client_credentials"}', { 'content-type': 'application/json' }],
])('refuses what is no form: %s', async (body, headers) => {
  const sent = { authorization: BASIC, ...headers };
  const { status, json } = await shop.post('/shop/.oauth/oauth/token', body, sent);
  expect([status, json['error']]).toEqual([400, 'invalid_request']);
});

test('takes POST only', async () => {
  const { statusCode, headers } = await shop.inject({ method: 'GET', url: '/shop/v1/oauth/token' });
  expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
});

test('offers no grants that the description does not declare', async () => {
  const { json } = await shop.post('/shop/.oauth/machine/token', PASSWORD);
  expect(json['error']).toBe('unsupported_grant_type');
});

test('renews what a user has agreed to, for as much or for less (RFC 6749, section 6)', async () => {
  const { json } = await shop.token(PASSWORD);
  const refresh = { grant_type: 'refresh_token', refresh_token: String(json['refresh_token']) };
  shop.clock.at = START + 7_200_000;
  expect(await shop.status('/items', String(json['access_token']))).toBe(401);
  const renewed = await shop.token(refresh);
  expect(renewed.json).not.toHaveProperty('refresh_token');
  expect(await shop.status('/items', String(renewed.json['access_token']), 'POST')).toBe(204);
  const less = await shop.token({ ...refresh, scope: 'read' });
  expect(less.json['scope']).toBe('read');
  const { json: more } = await shop.token({ ...PASSWORD, scope: 'read' });
  const wider = { ...refresh, refresh_token: String(more['refresh_token']), scope: 'write' };
  expect((await shop.token(wider)).json['error']).toBe('invalid_scope');
});

test('knows its tokens again by the seed, and after a reset', async () => {
  const { json } = await shop.token(CLIENT);
  const token = String(json['access_token']);
  const [same, other] = await Promise.all([openShop(), openShop({ seed: 2 })]);
  await shop.reset();
  const statuses = await Promise.all([shop, same, other].map((it) => it.status('/items', token)));
  expect(statuses).toEqual([204, 204, 401]);
});

test('revokes tokens (RFC 7009)', async () => {
  const { json } = await shop.token(PASSWORD);
  const access = String(json['access_token']);
  const refresh = String(json['refresh_token']);
  for (const token of ['unknown', access, refresh]) {
    const { status } = await shop.post('/shop/.oauth/oauth/revoke', { token });
    expect(status).toBe(200);
  }
  expect(await shop.status('/items', access)).toBe(401);
  const renewed = await shop.token({ grant_type: 'refresh_token', refresh_token: refresh });
  expect(renewed.json['error']).toBe('invalid_grant');
});

test('with --auth any takes every client and every user', async () => {
  const any = await openShop({ auth: 'any' });
  const headers = { authorization: `Basic ${btoa('my%20app:se%3Acret')}` };
  const form = { ...PASSWORD, username: 'me', password: 'mine' };
  expect((await any.token(form, headers)).status).toBe(200);
});

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const BACK = 'https://app.example/back?a=b';
const ASK = { response_type: 'code', client_id: 'kiln', redirect_uri: BACK, state: 's t' };

async function authorize(parameters: Readonly<Record<string, string>>) {
  const query = new URLSearchParams(parameters).toString();
  const url = `/shop/oauth/authorize?${query}`;
  const { statusCode, headers } = await shop.inject({ method: 'GET', url });
  const location = URL.parse(String(headers['location']));
  return { status: statusCode, location, told: Object.fromEntries(location?.searchParams ?? []) };
}

test('sends the user back with a code that is good once (RFC 6749, section 4.1)', async () => {
  const { status, told } = await authorize({ ...ASK, scope: 'read' });
  expect(status).toBe(302);
  const iss = 'http://localhost:80/shop/.oauth/oauth';
  expect(told).toMatchObject({ a: 'b', state: 's t', iss });
  const form = { grant_type: 'authorization_code', code: told['code'] ?? '', redirect_uri: BACK };
  const { json } = await shop.token(form);
  expect(json).toMatchObject({ scope: 'read', refresh_token: expect.any(String) as string });
  expect(await shop.status('/items', String(json['access_token']))).toBe(204);
  expect((await shop.token(form)).json['error']).toBe('invalid_grant');
});

const PROVEN = { ...ASK, code_challenge: CHALLENGE, code_challenge_method: 'S256' };

test.each([
  ['a challenge met by a client without a secret', PROVEN, { code_verifier: VERIFIER }, 200],
  ['a challenge that is not met', PROVEN, { code_verifier: `${VERIFIER}x` }, 400],
  ['a challenge without a verifier', PROVEN, {}, 400],
  ['a verifier without a challenge', ASK, { code_verifier: VERIFIER }, 400],
  ['a plain challenge', { ...ASK, code_challenge: VERIFIER }, { code_verifier: VERIFIER }, 200],
  ['another address', ASK, { redirect_uri: 'https://app.example/' }, 400],
  ['no address', ASK, { redirect_uri: '' }, 400],
  ['another client', ASK, { client_id: 'other' }, 401],
])('redeems a code with %s (RFC 7636)', async (_, asked, more, want) => {
  const { told } = await authorize(asked);
  const form = { grant_type: 'authorization_code', code: told['code'] ?? '', client_id: 'kiln' };
  const { status } = await shop.token({ ...form, redirect_uri: BACK, ...more }, NOBODY);
  expect(status).toBe(want);
});

test('ends codes after a minute', async () => {
  const { told } = await authorize(ASK);
  shop.clock.at = START + 60_000;
  const form = { grant_type: 'authorization_code', code: told['code'] ?? '', redirect_uri: BACK };
  expect((await shop.token(form)).json['error_description']).toBe('The code has expired.');
});

test.each([
  [{ ...ASK, response_type: 'token' }, 'unsupported_response_type'],
  [{ ...ASK, response_type: '' }, 'invalid_request'],
  [{ ...ASK, scope: 'admin' }, 'invalid_scope'],
  [{ ...ASK, code_challenge: 'x', code_challenge_method: 'S512' }, 'invalid_request'],
])('tells a client at its address what is wrong: %j', async (parameters, error) => {
  const { status, location, told } = await authorize(parameters);
  const at = location?.hash
    ? Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
    : told;
  expect([status, at['error'], at['state']]).toEqual([302, error, 's t']);
});

test.each([
  { ...ASK, client_id: 'stranger' },
  { ...ASK, redirect_uri: '/back' },
  { ...ASK, redirect_uri: 'https://app.example/#top' },
])('sends nobody to an address that is not to be trusted: %j', async (parameters) => {
  const { status, location } = await authorize(parameters);
  expect([status, location]).toEqual([400, null]);
});

const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

async function startDevice() {
  const { json } = await shop.post('/shop/v1/oauth/device', { client_id: 'kiln' }, NOBODY);
  return {
    form: { grant_type: DEVICE, device_code: String(json['device_code']), client_id: 'kiln' },
    complete: String(json['verification_uri_complete']),
    json,
  };
}

test('lets a device wait until its user has agreed (RFC 8628)', async () => {
  const { form, json } = await startDevice();
  expect(json).toMatchObject({ expires_in: 600, interval: 1 });
  expect(json['user_code']).toMatch(/^[B-T]{4}-[B-T]{4}$/);
  expect((await shop.token(form, NOBODY)).json['error']).toBe('authorization_pending');
  const { json: given } = await shop.token(form, NOBODY);
  expect(await shop.status('/items', String(given['access_token']))).toBe(204);
  expect((await shop.token(form, NOBODY)).json['error']).toBe('invalid_grant');
});

test.each([
  ['', 0, undefined],
  ['&deny=true', 0, 'access_denied'],
  ['', 600_000, 'expired_token'],
])('hears the decision of the user, sent "%s", after %i ms: %s', async (deny, wait, error) => {
  const { form, complete } = await startDevice();
  const { pathname, search } = new URL(complete);
  await shop.inject({ method: 'GET', url: `${pathname}${search}${deny}` });
  shop.clock.at = START + wait;
  expect((await shop.token(form, NOBODY)).json['error']).toBe(error);
});
