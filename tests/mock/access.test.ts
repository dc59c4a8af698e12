import { expect, test } from 'vitest';
import { DESCRIPTION, loadText, startMock } from './pets.ts';

const FIXTURES = `
credentials:
  - {id: writer, scheme: bearer, value: pets_writer, plan: free, access: write}
  - {id: reader, scheme: bearer, value: pets_reader, plan: free, access: read}
customQuotas: {team: 100}`;
const WRITER = { authorization: 'Bearer pets_writer' };
const READER = { authorization: 'Bearer pets_reader' };

const FORBIDDEN =
  "forbidden: {status: 403, response: Refused, example: notFound, detail: {message: '#/error/message'}}";

async function start(forbidden = FORBIDDEN) {
  const text = DESCRIPTION.replace(
    'operationId: createPet',
    'operationId: createPet\n      x-access: write',
  )
    .replace('operationId: listPets', 'operationId: listPets\n      x-access: read')
    .replace('x-errors:', `x-errors:\n  ${forbidden}`);
  return startMock([await loadText(text, FIXTURES)]);
}

const REX = { name: 'Rex' };

test('refuses to let a credential write that may only read', async () => {
  const mock = await start();
  const { status, json, headers } = await mock.send('POST', '/pets', {
    headers: READER,
    body: REX,
  });
  expect([status, json.error?.message]).toEqual([403, 'The credential may only read.']);
  expect(headers['www-authenticate']).toBeUndefined();
  expect(mock.events.at(-1)).toMatchObject({ credential: 'reader', refused: 'forbidden' });
  expect((await mock.send('POST', '/pets', { headers: WRITER, body: REX })).status).toBe(201);
});

test('lets it read, and use what is declared neither way', async () => {
  const mock = await start();
  expect((await mock.send('GET', '/pets', { headers: READER })).status).toBe(200);
  expect((await mock.send('POST', '/pets/import', { headers: READER })).status).toBe(204);
});

test('asks for nothing where the refusal is not counted', async () => {
  const mock = await start();
  const refused = await mock.send('POST', '/pets', { headers: READER, body: REX });
  expect(refused.headers['x-ratelimit-remaining']).toBe('3');
});

test('challenges where the API words it as 401', async () => {
  const mock = await start(FORBIDDEN.replace('403', '401'));
  const { status, headers } = await mock.send('POST', '/pets', { headers: READER, body: REX });
  expect(status).toBe(401);
  expect(headers['www-authenticate']).toMatch(/^Bearer realm="pets", error="invalid_token"/);
});

test('goes on where the API takes such a request all the same', async () => {
  const mock = await start(FORBIDDEN.replace('403', '200'));
  expect((await mock.send('POST', '/pets', { headers: READER, body: REX })).status).toBe(200);
  const broken = { ...READER, 'content-type': 'application/json' };
  expect((await mock.send('POST', '/pets', { headers: broken, body: '{' })).status).toBe(400);
});
