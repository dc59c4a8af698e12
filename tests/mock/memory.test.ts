import { beforeEach, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { renderMemoryNotice } from '../../scripts/mock/memory-notice.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { loadText, startMock, type TestMock } from './pets.ts';

const HEAD = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
`;

/** Trips: a list in \`data\`, ids by the server, defaults, pages, no change of what was booked. */
const BOOKINGS = `${HEAD}
paths:
  /bookings:
    get:
      parameters:
        - {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 3}}
        - {name: passenger, in: query, schema: {type: string}}
      responses:
        '200':
          description: Bookings.
          content:
            application/json:
              schema:
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/Booking'}}
                  total: {type: integer}
              example:
                total: 40
                data:
                  - {id: 11111111-1111-4111-8111-111111111111, passenger: Ada, bicycle: true, class: first}
                  - {id: 22222222-2222-4222-8222-222222222222, passenger: Bob, bicycle: false, class: second}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Booking'}}}}
      responses:
        '201':
          description: Booked.
          headers: {Location: {schema: {type: string}, example: /bookings/33333333-3333-4333-8333-333333333333}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Booking'}
              example: {id: 33333333-3333-4333-8333-333333333333, passenger: Cy, bicycle: true, class: first, note: window, made: '2026-01-01T00:00:00Z'}
  /bookings/{bookingId}:
    parameters: [{name: bookingId, in: path, required: true, schema: {type: string, format: uuid}}]
    get:
      responses:
        '200': {description: A booking., content: {application/json: {schema: {$ref: '#/components/schemas/Booking'}}}}
        '404': {description: None., content: {application/json: {schema: {type: object}, example: {why: gone}}}}
    delete: {responses: {'204': {description: Gone.}}}
  /bookings/{bookingId}/payment:
    parameters: [{name: bookingId, in: path, required: true, schema: {type: string, format: uuid}}]
    post: {responses: {'200': {description: Paid., content: {application/json: {example: {paid: true}}}}}}
components:
  schemas:
    Booking:
      type: object
      required: [id, passenger]
      properties:
        id: {type: string, format: uuid, readOnly: true}
        passenger: {type: string}
        bicycle: {type: boolean, default: false}
        class: {type: string, enum: [first, second], default: second}
        note: {type: string}
        secret: {type: string, writeOnly: true}
        made: {type: string, format: date-time, readOnly: true}
`;

/** Events without a single example, changed by PATCH. */
const EVENTS = `${HEAD}
paths:
  /special-events:
    get: {responses: {'200': {description: Events., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Event'}}}}}}}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}}
  /special-events/{eventId}:
    parameters: [{name: eventId, in: path, required: true, schema: {type: string, format: uuid}}]
    get:
      responses:
        '200': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
        4XX: {description: None., content: {application/json: {schema: {type: object}, example: {why: gone}}}}
    patch:
      requestBody:
        content:
          application/json: &change {schema: {type: object, properties: {name: {type: string}, place: {type: string}, price: {type: number}}}}
          application/merge-patch+json: {schema: {type: object}}
          application/json-patch+json: {schema: {type: array, items: {type: object}}}
      responses:
        '200': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
        '404': {description: None.}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
      responses: {'200': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}}
    delete: {responses: {'204': {description: Gone.}, '404': {description: None.}}}
components:
  schemas:
    Event:
      type: object
      required: [name]
      properties: {eventId: {type: string, format: uuid, readOnly: true}, name: {type: string}, place: {type: string}, price: {type: number}}
`;

/** Things that clients name, and what belongs to owners. */
const STORE = `${HEAD}
paths:
  /user:
    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}, responses: {default: {description: Done.}}}
  /user/{username}:
    parameters: [{name: username, in: path, required: true, schema: {type: string}}]
    get: {responses: {'200': {description: A user., content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}
    put: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}, responses: {'200': {description: Done.}}}
    delete: {responses: {'200': {description: Gone.}}}
  /owners/{owner}/pets:
    parameters: &owner [{name: owner, in: path, required: true, schema: {type: string}}]
    get: {responses: {'200': {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}, example: []}}}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {id: 7, name: Rex, owner: ada}}}}}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
  /owners/{owner}/pets/{id}:
    parameters: [{name: owner, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: integer}}]
    get:
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        default: {description: An error., content: {application/json: {schema: {type: object}, example: {code: 1}}}}
components:
  schemas:
    User: {type: object, properties: {username: {type: string}, email: {type: string}}}
    Pet: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}, owner: {type: string}}}
`;

let mock: TestMock;

async function start(description: string, options: Partial<MockOptions> = {}): Promise<void> {
  mock = await startMock([await loadText(description)], options);
}

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  type?: string,
) {
  const { status, json, headers } = await mock.send(method, path, {
    ...(body && { body: type === undefined ? body : JSON.stringify(body) }),
    ...(type !== undefined && { headers: { 'content-type': type } }),
  });
  return { status, body: json as JsonObject, headers };
}

const KNOWN = '11111111-1111-4111-8111-111111111111';
const STRANGER = '99999999-9999-4999-8999-999999999999';

test('what is booked is read, listed and counted as it was said, and gone once deleted', async () => {
  await start(BOOKINGS);
  const made = await ask('POST', '/bookings', { passenger: 'Eve', bicycle: true, secret: 'x' });
  const id = String(made.body['id']);
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
  const path = `/bookings/${String(body['id'])}`;
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
  expect((await ask('GET', `/bookings/${String(body['id'])}`)).status).toBe(200);
  expect((await ask('GET', '/bookings')).body).toMatchObject({ data: [body] });
});

let id: string;

const event = async () => (await ask('GET', `/special-events/${id}`)).body;
const patch = (body: object, type?: string) => ask('PATCH', `/special-events/${id}`, body, type);

beforeEach(async () => {
  await start(EVENTS);
  const { body } = await ask('POST', '/special-events', { name: 'Opening', place: 'Hall' });
  id = String(body['eventId']);
});

test('without examples ids are made as the schema wants, each another', async () => {
  const others = await Promise.all(
    [1, 2, 3].map(() => ask('POST', '/special-events', { name: 'x' })),
  );
  const ids = new Set([id, ...others.map(({ body }) => String(body['eventId']))]);
  expect(ids.size).toBe(4);
  for (const it of ids)
    expect(it).toMatch(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/);
  const { body } = await ask('GET', '/special-events');
  for (const { eventId } of body as unknown as JsonObject[]) {
    expect((await ask('GET', `/special-events/${String(eventId)}`)).status).toBe(200);
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
