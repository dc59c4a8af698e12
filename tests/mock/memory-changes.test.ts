import { beforeEach, expect, test } from 'vitest';
import { textOf, type JsonObject } from '../../scripts/base/json.ts';
import { askOf, type Ask } from './ask.ts';
import { EVENTS, STORE } from './memory-descriptions.ts';
import { loadText, startMock } from './pets.ts';

let ask: Ask;

async function start(description: string): Promise<void> {
  ask = askOf(await startMock([await loadText(description)]));
}

let id: string;

const event = async () => (await ask('GET', `/special-events/${id}`)).body;
const patch = (body: object, type?: string) => ask('PATCH', `/special-events/${id}`, body, type);

beforeEach(async () => {
  await start(EVENTS);
  const { body } = await ask('POST', '/special-events', { name: 'Opening', place: 'Hall' });
  id = textOf(body['eventId']);
});

test('without examples ids are made as the schema wants, each another', async () => {
  const others = await Promise.all(
    [1, 2, 3].map(() => ask('POST', '/special-events', { name: 'x' })),
  );
  const ids = new Set([id, ...others.map(({ body }) => textOf(body['eventId']))]);
  expect(ids.size).toBe(4);
  for (const it of ids)
    expect(it).toMatch(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/);
  const { body } = await ask('GET', '/special-events');
  for (const { eventId } of body as unknown as JsonObject[]) {
    expect((await ask('GET', `/special-events/${textOf(eventId)}`)).status).toBe(200);
  }
});

test.each<[string, object, string | undefined, JsonObject]>([
  ['PATCH', { place: 'Roof' }, undefined, { name: 'Opening', place: 'Roof' }],
  [
    'a merge patch',
    { place: null, price: 5 },
    'application/merge-patch+json',
    { name: 'Opening', price: 5 },
  ],
  [
    'a JSON patch',
    [
      { op: 'remove', path: '/place' },
      { op: 'replace', path: '/name', value: 'Closing' },
    ],
    'application/json-patch+json',
    { name: 'Closing' },
  ],
])('%s changes what it names and leaves the rest', async (_, body, type, want) => {
  const changed = await patch(body, type);
  expect([changed.status, changed.body]).toEqual([200, { eventId: id, ...want }]);
  expect(await event()).toEqual({ eventId: id, ...want });
});

test('a JSON patch that cannot be done is refused, and nothing of it is done', async () => {
  const before = await event();
  const operations = [
    { op: 'replace', path: '/name', value: 'x' },
    { op: 'remove', path: '/nowhere' },
  ];
  expect((await patch(operations, 'application/json-patch+json')).status).toBe(400);
  expect(await event()).toEqual(before);
});

test('PUT says all that a request can say, and keeps what it cannot', async () => {
  const { status, body } = await ask('PUT', `/special-events/${id}`, { name: 'Closing' });
  expect([status, body]).toEqual([200, { eventId: id, name: 'Closing' }]);
  expect(await event()).toEqual({ eventId: id, name: 'Closing' });
});

test('what is gone is 404 to every method, in the documented shape where there is one', async () => {
  expect((await ask('DELETE', `/special-events/${id}`)).status).toBe(204);
  expect(await ask('GET', `/special-events/${id}`)).toMatchObject({
    status: 404,
    body: { why: 'gone' },
  });
  expect((await patch({ name: 'x' })).status).toBe(404);
  expect((await ask('PUT', `/special-events/${id}`, { name: 'x' })).status).toBe(404);
  expect((await ask('DELETE', `/special-events/${id}`)).status).toBe(404);
});

test('what clients name is found under their name, without an answer that says so', async () => {
  await start(STORE);
  await ask('POST', '/user', { username: 'ada', email: 'a@example.com' });
  expect((await ask('GET', '/user/ada')).body).toEqual({ username: 'ada', email: 'a@example.com' });
  await ask('PUT', '/user/ada', { username: 'ada', email: 'b@example.com' });
  expect((await ask('GET', '/user/ada')).body).toMatchObject({ email: 'b@example.com' });
  await ask('DELETE', '/user/ada');
  expect((await ask('GET', '/user/ada')).status).toBe(404);
});

test('things of one owner are not those of another', async () => {
  await start(STORE);
  const { body } = await ask('POST', '/owners/bob/pets', { id: 12, name: 'Tom' });
  expect(body).toEqual({ id: 12, name: 'Tom', owner: 'bob' });
  expect((await ask('GET', '/owners/bob/pets/12')).body).toEqual(body);
  expect(await ask('GET', '/owners/eve/pets/12')).toMatchObject({ status: 404, body: { code: 1 } });
  await ask('PUT', '/owners/bob/pets', { id: 12, name: 'Tim' });
  expect((await ask('GET', '/owners/bob/pets')).body).toMatchObject([{ id: 12, name: 'Tim' }]);
  expect((await ask('GET', '/owners/eve/pets')).body).toEqual([]);
});
