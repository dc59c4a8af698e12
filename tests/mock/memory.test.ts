import { expect, test } from 'vitest';
import { textOf, type Json, type JsonObject } from '../../scripts/base/json.ts';
import { renderMemoryNotice } from '../../scripts/mock/memory-notice.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { askOf, type Ask } from './ask.ts';
import { BOOKINGS, HEAD } from './memory-descriptions.ts';
import { loadText, startMock, type TestMock } from './pets.ts';

let mock: TestMock;
let ask: Ask;

async function start(description: string, options: Partial<MockOptions> = {}): Promise<void> {
  mock = await startMock([await loadText(description)], options);
  ask = askOf(mock);
}

const KNOWN = '11111111-1111-4111-8111-111111111111';
const STRANGER = '99999999-9999-4999-8999-999999999999';

test('what is booked is read, listed and counted as it was said, and gone once deleted', async () => {
  await start(BOOKINGS);
  const made = await ask('POST', '/bookings', { passenger: 'Eve', bicycle: true, secret: 'x' });
  const id = textOf(made.body['id']);
  expect(made).toMatchObject({
    status: 201,
    body: { passenger: 'Eve', bicycle: true, class: 'second', made: '2026-01-01T00:00:00Z' },
    headers: { location: `/bookings/${id}` },
  });
  expect(Object.keys(made.body).toSorted()).toEqual([
    'bicycle',
    'class',
    'id',
    'made',
    'passenger',
  ]);
  expect((await ask('GET', `/bookings/${id}`)).body).toEqual(made.body);
  const { body } = await ask('GET', '/bookings');
  expect([(body['data'] as Json[]).at(-1), body['total']]).toEqual([made.body, 41]);
  expect((await ask('DELETE', `/bookings/${id}`)).status).toBe(204);
  expect(await ask('GET', `/bookings/${id}`)).toMatchObject({ status: 404, body: { why: 'gone' } });
  expect((await ask('GET', '/bookings')).body).toMatchObject({
    total: 40,
    data: [{ id: KNOWN }, {}],
  });
});

test('what a description shows is there, as the list shows it, and nothing else is', async () => {
  await start(BOOKINGS);
  expect(await ask('GET', `/bookings/${KNOWN}`)).toMatchObject({
    status: 200,
    body: { id: KNOWN, passenger: 'Ada', class: 'first' },
  });
  expect(await ask('GET', `/bookings/${STRANGER}`)).toMatchObject({
    status: 404,
    body: { why: 'gone' },
  });
  // No 404 is documented there: nobody says that one may be missing.
  expect((await ask('DELETE', `/bookings/${STRANGER}`)).status).toBe(204);
  expect((await ask('POST', `/bookings/${STRANGER}/payment`)).body).toEqual({ paid: true });
  expect((await ask('DELETE', `/bookings/${KNOWN}`)).status).toBe(204);
  expect((await ask('DELETE', `/bookings/${KNOWN}`)).status).toBe(404);
  expect((await ask('GET', `/bookings/${KNOWN}`)).status).toBe(404);
  expect((await ask('GET', '/bookings')).body).toMatchObject({
    total: 39,
    data: [{ passenger: 'Bob' }],
  });
});

test.each([
  ['', ['Ada', 'Bob', 'Eve']],
  ['?limit=1', ['Ada']],
  ['?limit=2&page=2', ['Eve', 'Max']],
  ['?page=2', ['Max']],
  ['?passenger=Max', ['Ada', 'Bob', 'Max']],
])('GET /bookings%s shows a page of %j', async (query, want) => {
  await start(BOOKINGS);
  for (const passenger of ['Eve', 'Max']) await ask('POST', '/bookings', { passenger });
  const { body } = await ask('GET', `/bookings${query}`);
  expect((body['data'] as JsonObject[]).map(({ passenger }) => passenger)).toEqual(want);
});

test('an untouched list is the example, or the page of it that was asked for', async () => {
  await start(BOOKINGS);
  expect((await ask('GET', '/bookings')).body).toMatchObject({ total: 40 });
  expect((await ask('GET', '/bookings?limit=1&page=2')).body).toMatchObject({
    data: [{ passenger: 'Bob' }],
  });
});

test('namespaces and resets keep what is remembered apart', async () => {
  await start(BOOKINGS);
  const { body } = await ask('POST', '/bookings', { passenger: 'Eve' });
  const headers = { 'x-kiln-namespace': 'other' };
  const path = `/bookings/${textOf(body['id'])}`;
  expect((await mock.send('GET', path, { headers })).status).toBe(404);
  await mock.reset();
  expect((await mock.send('GET', path)).status).toBe(404);
});

test('nothing is remembered by a mock that is told to forget', async () => {
  await start(BOOKINGS, { remembers: false });
  const { body } = await ask('POST', '/bookings', { passenger: 'Eve' });
  expect(body['id']).toBe('33333333-3333-4333-8333-333333333333');
  expect((await ask('GET', `/bookings/${STRANGER}`)).status).toBe(200);
});

test('a strict mock knows what was made and nothing that examples show', async () => {
  await start(BOOKINGS, { isStrict: true });
  expect((await ask('GET', `/bookings/${KNOWN}`)).status).toBe(404);
  const { body } = await ask('POST', '/bookings', { passenger: 'Eve' });
  expect((await ask('GET', `/bookings/${textOf(body['id'])}`)).status).toBe(200);
  expect((await ask('GET', '/bookings')).body).toMatchObject({ data: [body] });
});

test('tells in a line each what is remembered, and how to switch it off', async () => {
  const api = await loadText(BOOKINGS);
  expect(renderMemoryNotice([api])).toEqual([
    '/bookings is remembered: create, read, list, delete; --no-memory switches it off',
  ]);
  expect(renderMemoryNotice(Array.from({ length: 7 }, () => api)).at(-1)).toBe(
    '2 more kinds of things are remembered alike',
  );
  expect(renderMemoryNotice([await loadText(`${HEAD}paths: {}`)])).toEqual([]);
});

const SHELVES = `${HEAD}paths:
  /shelves:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}
      responses: {'201': &shelf {description: OK., content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}
      responses: {'200': *shelf, '404': &none {description: None.}}
  /shelves/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get: {responses: {'200': *shelf, '404': *none}}
    delete: {responses: {'204': {description: Gone.}, '404': *none}}
components: {schemas: {Shelf: {type: object, properties: {id: {type: integer}, name: {type: string}}}}}
`;

test('where no example shows any and none was made, what is asked for is there', async () => {
  await start(SHELVES);
  expect((await ask('GET', '/shelves/77')).status).toBe(200);
  const { body } = await ask('POST', '/shelves', { name: 'Top' });
  expect((await ask('GET', `/shelves/${textOf(body['id'])}`)).body).toEqual(body);
  expect((await ask('GET', '/shelves/77777')).status).toBe(404);
});

test('what is put to an address that is there is taken, whichever it is', async () => {
  await start(SHELVES);
  await ask('POST', '/shelves', { name: 'Top' });
  expect(await ask('PUT', '/shelves', { id: 5, name: 'New' })).toMatchObject({
    status: 200,
    body: { id: 5, name: 'New' },
  });
  expect((await ask('GET', '/shelves/5')).body).toMatchObject({ name: 'New' });
  expect((await ask('DELETE', '/shelves/5')).status).toBe(204);
  expect((await ask('PUT', '/shelves', { id: 5, name: 'New' })).status).toBe(404);
});

test('a list is kept to the period in which things were made, its days included', async () => {
  await start(
    `${HEAD}
paths:
  /trips:
    get:
      x-resource: {name: trip, action: list, key: '#/id', items: '#', period: {from: since, to: until}}
      parameters:
        - {name: since, in: query, schema: {type: string, format: date}}
        - {name: until, in: query, schema: {type: string, format: date}}
      responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Trip'}}, example: [{id: shown}]}}}}
    post:
      x-resource: {name: trip, action: create, key: '#/id', item: '#'}
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Trip'}}}}
      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Trip'}, example: {id: one}}}}}
components:
  schemas: {Trip: {type: object, properties: {id: {type: string}}}}
`,
  );
  const made = textOf((await ask('POST', '/trips', {})).body['id']);
  const day = new Date(mock.clock.at).toISOString().slice(0, 10);
  const other = (days: number) =>
    new Date(mock.clock.at + days * 86_400_000).toISOString().slice(0, 10);
  const listed = async (query: string) => {
    const { body } = await ask('GET', `/trips${query}`);
    return (body as unknown as readonly JsonObject[]).map(({ id }) => id);
  };
  expect(await listed('')).toEqual(['shown', made]);
  expect(await listed(`?since=${day}&until=${day}`)).toEqual(['shown', made]);
  expect(await listed(`?since=${other(1)}`)).toEqual(['shown']);
  expect(await listed(`?until=${other(-1)}`)).toEqual(['shown']);
});
