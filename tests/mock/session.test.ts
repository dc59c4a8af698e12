import { expect, test } from 'vitest';
import { loadText, START, startMock, type TestMock } from './pets.ts';

const COOKIE = '{type: apiKey, in: cookie, name: sid}';
const description = (scheme: string, { token = '', header = '' } = {}) => `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: [{session: []}]
x-session: {scheme: session, lifetime: 3600, issuedBy: logIn${token}}
paths:
  /login:
    post:
      operationId: logIn
      security: []
      responses:
        '200':
          description: Open.
          ${header}
          content: {application/json: {example: {token: old, ok: true}}}
        '401': {description: No.}
  /pets:
    get:
      operationId: listPets
      responses: {'204': {description: Pets.}, '401': {description: No.}}
components: {securitySchemes: {session: ${scheme}}}`;

const FIXTURES = 'credentials: [{id: fixed, scheme: session, value: fixed_session}]';

async function start(scheme = COOKIE, parts = {}, seed = 1) {
  return startMock([await loadText(description(scheme, parts), FIXTURES)], { seed });
}

async function logIn(mock: TestMock, headers: Record<string, string> = {}) {
  const answer = await mock.send('POST', '/login', { headers });
  const cookie = String(answer.headers['set-cookie']);
  return { answer, cookie, token: /^sid=([^;]+)/.exec(cookie)?.[1] ?? '' };
}

async function statusWith(mock: TestMock, token: string, headers: Record<string, string> = {}) {
  return (await mock.send('GET', '/pets', { headers: { cookie: `sid=${token}`, ...headers } }))
    .status;
}

test('issues a session that ends by the clock', async () => {
  const mock = await start();
  const { cookie, token } = await logIn(mock);
  expect(cookie).toMatch(/^sid=[\w-]+\.[\w-]+; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await statusWith(mock, token)).toBe(204);
  expect(mock.events.at(-1)?.credential).toBe('session-1');
  mock.clock.at = START + 3600_000 - 1;
  expect(await statusWith(mock, token)).toBe(204);
  mock.clock.at = START + 3600_000;
  expect(await statusWith(mock, token)).toBe(401);
});

test('issues each login a session of its own, and keeps the fixed one', async () => {
  const mock = await start();
  const [first, second] = [await logIn(mock), await logIn(mock)];
  expect(first.token).not.toBe(second.token);
  expect([await statusWith(mock, first.token), await statusWith(mock, second.token)]).toEqual([
    204, 204,
  ]);
  expect(await statusWith(mock, 'fixed_session')).toBe(204);
});

test('knows no token that was tampered with', async () => {
  const mock = await start();
  const { token } = await logIn(mock);
  const [content = '', signature = ''] = token.split('.');
  const claims = { id: 'session-1', namespace: 'default', expires: START + 1e12 };
  const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
  for (const wrong of [
    `${forged}.${signature}`,
    content,
    `${content}.`,
    `${content}.${signature}x`,
    `${token}.${signature}`,
    `.${signature}`,
    '.',
  ]) {
    expect(await statusWith(mock, wrong)).toBe(401);
  }
});

test('knows a session only by its seed and in its namespace', async () => {
  const mock = await start();
  const { token } = await logIn(mock);
  expect(await statusWith(await start(), token)).toBe(204);
  expect(await statusWith(await start(COOKIE, {}, 2), token)).toBe(401);
  const elsewhere = { 'x-kiln-namespace': 'elsewhere' };
  expect(await statusWith(mock, token, elsewhere)).toBe(401);
  expect(await statusWith(mock, (await logIn(mock, elsewhere)).token, elsewhere)).toBe(204);
});

test('keeps the documented attributes, but for the lifetime', async () => {
  const example = 'sid=x; Secure; Max-Age=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT; Path=/v1';
  const header = `headers: {Set-Cookie: {required: true, example: '${example}'}}`;
  const mock = await start(COOKIE, { header });
  expect((await logIn(mock)).cookie).toMatch(/^sid=[^;]+; Max-Age=3600; Secure; Path=\/v1$/);
});

test('opens no session with an answer that was asked for', async () => {
  const mock = await start();
  const { answer } = await logIn(mock, { prefer: 'code=401' });
  expect([answer.status, answer.headers['set-cookie']]).toEqual([401, undefined]);
});

test('puts the token where the answer holds it', async () => {
  const mock = await start('{type: http, scheme: bearer}', { token: ", token: '#/token'" });
  const { answer } = await logIn(mock);
  expect(answer.headers['set-cookie']).toBeUndefined();
  const { token } = answer.json as { token?: string };
  const headers = { authorization: `Bearer ${token}` };
  expect((await mock.send('GET', '/pets', { headers })).status).toBe(204);
});
