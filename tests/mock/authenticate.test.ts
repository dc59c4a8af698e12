import { beforeAll, expect, test } from 'vitest';
import type { Credential } from '../../scripts/model/fixtures.ts';
import { FREE, loadPets, loadText, START, startMock, type TestMock } from './pets.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadPets()], { limits: false, remembers: false });
});

test.each([
  ['no header', {}, 'Bearer realm="pets"'],
  ['an empty header', { authorization: '' }, 'Bearer realm="pets"'],
  ['another scheme', { authorization: 'Basic cGV0c19mcmVl' }, 'Bearer realm="pets"'],
  ['no token', { authorization: 'Bearer' }, 'invalid_token'],
  ['a blank token', { authorization: 'Bearer   ' }, 'invalid_token'],
  ['two tokens', { authorization: 'Bearer pets_free pets_free' }, 'invalid_token'],
  ['an unknown token', { authorization: 'Bearer pets_fred' }, 'invalid_token'],
  ['a token in other case', { authorization: 'Bearer PETS_FREE' }, 'invalid_token'],
  ["another scheme's secret", { authorization: 'Bearer pets_query' }, 'invalid_token'],
])('refuses %s', async (_, headers, challenge) => {
  const { status, headers: sent, json } = await mock.send('GET', '/pets', { headers });
  expect(status).toBe(401);
  expect(sent['www-authenticate']).toContain(challenge);
  expect(json.error?.code).toBe('UNAUTHENTICATED');
});

test('names no error where no credential came', async () => {
  const { headers } = await mock.send('GET', '/pets');
  expect(headers['www-authenticate']).toBe('Bearer realm="pets"');
});

test.each(['Bearer', 'bearer', 'BEARER', 'Bearer  '])('accepts the word %s', async (word) => {
  const headers = { authorization: `${word} pets_free` };
  expect((await mock.send('GET', '/pets', { headers })).status).toBe(200);
});

test('refuses a credential from the instant it expires', async () => {
  const headers = { authorization: 'Bearer pets_short' };
  mock.clock.at = Date.parse('2026-01-01T00:00:59.999Z');
  expect((await mock.send('GET', '/pets', { headers })).status).toBe(200);
  mock.clock.at = Date.parse('2026-01-01T00:01:00Z');
  const late = await mock.send('GET', '/pets', { headers });
  mock.clock.at = START;
  expect(late.status).toBe(401);
  expect(late.json.error?.message).toBe('The credential has expired.');
});

test.each([
  [`Basic ${btoa('keeper:secret')}`, 204],
  [`basic ${btoa('keeper:secret')}`, 204],
  [`Basic ${btoa('keeper:wrong')}`, 401],
  [`Basic ${btoa('keeper')}`, 401],
  ['Basic %%%', 401],
  ['Bearer pets_free', 401],
])('answers %s at an operation with Basic authentication by %i', async (authorization, want) => {
  const { status } = await mock.send('DELETE', '/pets/1', { headers: { authorization } });
  expect(status).toBe(want);
});

test.each([
  ['&key=pets_query', {}, 204],
  ['&key=pets_query&key=pets_query', {}, 401],
  ['&key=', {}, 401],
  ['', { cookie: 'a=b; session=pets_cookie' }, 204],
  ['', { cookie: 'othersession=pets_cookie' }, 401],
  ['', { authorization: 'Token pets_token' }, 204],
  ['', { authorization: 'token pets_token' }, 204],
  ['', { authorization: 'pets_token' }, 401],
  ['', {}, 401],
])('takes any of several keys: query "%s", headers %j gives %i', async (query, headers, want) => {
  const { status } = await mock.send('GET', `/search?q=x${query}`, { headers });
  expect(status).toBe(want);
});

test.each([
  [{ ...FREE, 'x-key': 'pets_header' }, 204, undefined],
  [{}, 401, 'No credential came with the request.'],
  [FREE, 401, 'A part of the credential did not come with the request.'],
  [{ 'x-key': 'pets_header' }, 401, 'A part of the credential did not come with the request.'],
  [{ ...FREE, 'x-key': 'wrong' }, 401, 'The credential is not known.'],
  [{ 'x-key': 'wrong' }, 401, 'The credential is not known.'],
])('wants both halves of a pair: %j gives %i', async (headers, want, message) => {
  const { status, json } = await mock.send('GET', '/pair', { headers });
  expect([status, json?.error?.message]).toEqual([want, message]);
});

test('refuses halves of two pairs', async () => {
  const api = await loadPets();
  const half: Credential = {
    id: 'free',
    scheme: 'headerKey',
    value: 'half_of_free',
    plan: 'free',
    access: 'write',
    expires: undefined,
  };
  const credentials = [...api.fixtures.credentials, half];
  const paired = await startMock([{ ...api, fixtures: { ...api.fixtures, credentials } }]);
  const send = (authorization: string) =>
    paired.send('GET', '/pair', { headers: { authorization, 'x-key': 'half_of_free' } });
  expect((await send('Bearer pets_free')).status).toBe(204);
  const mixed = await send('Bearer pets_pro');
  expect([mixed.status, mixed.json.error?.message]).toEqual([
    401,
    'The parts of the credential belong to different clients.',
  ]);
});

test('lets anybody in where credentials are optional or not asked for', async () => {
  expect((await mock.send('GET', '/pets/1')).status).toBe(200);
  expect((await mock.send('GET', '/public')).status).toBe(200);
  await mock.send('GET', '/pets/1', { headers: FREE });
  expect(mock.events.at(-1)?.credential).toBe('free');
});

test('makes up a credential for each scheme that has no fixture', async () => {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
paths: {/a: {get: {security: [{key: []}], responses: {'204': {description: Done.}}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}`);
  const bare = await startMock([api]);
  const get = (key: string) =>
    bare.inject({ method: 'GET', url: '/pets/a', headers: { 'x-key': key } });
  expect((await get('kiln_key')).statusCode).toBe(204);
  const refused = await get('other');
  expect(refused.statusCode).toBe(401);
  expect(refused.headers['www-authenticate']).toContain('ApiKey');
});
