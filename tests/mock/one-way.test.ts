import { expect, test } from 'vitest';
import type { TestMock } from './pets.ts';
import { loadText, startMock } from './pets.ts';

const DESCRIPTION = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example/v1}]
paths:
  /things:
    post:
      operationId: addThing
      security: []
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Thing'}}
      responses:
        '201':
          description: Added.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
              example: {id: t1, name: Ball, secret: s1, price: 19.99}
  /schema-only:
    get:
      operationId: getThing
      security: []
      responses:
        '200':
          description: One.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Shown'}}
components:
  schemas:
    Thing:
      type: object
      required: [id, name, secret]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        secret: {type: string, writeOnly: true}
        price: {type: number, multipleOf: 0.01}
        count: {type: integer, format: int64}
    Shown:
      type: object
      required: [id, secret]
      properties:
        id: {type: string, readOnly: true, example: t1}
        secret: {type: string, writeOnly: true, example: s1}
`;

async function start(): Promise<TestMock> {
  return startMock([await loadText(DESCRIPTION)]);
}

test.for<[body: string, status: number]>([
  ['{"name": "Ball", "secret": "s2"}', 201],
  ['{"id": "mine", "name": "Ball", "secret": "s2"}', 201],
  ['{"name": "Ball"}', 400],
  ['{"name": "Ball", "secret": "s2", "price": 0.29}', 201],
  ['{"name": "Ball", "secret": "s2", "price": 4.35}', 201],
  ['{"name": "Ball", "secret": "s2", "price": 4.355}', 400],
  ['{"name": "Ball", "secret": "s2", "count": 9007199254740993}', 201],
  ['{"name": "Ball", "secret": "s2", "count": 4.0}', 201],
  ['{"name": "Ball", "secret": "s2", "count": 9223372036854775808}', 400],
])('%s is answered %i', async ([body, status]) => {
  const mock = await start();
  const headers = { 'content-type': 'application/json' };
  expect((await mock.send('POST', '/things', { headers, body })).status).toBe(status);
});

test('an answer holds what is readOnly, and never what is writeOnly', async () => {
  const mock = await start();
  const body = { name: 'Bat', secret: 's2' };
  const added = await mock.send('POST', '/things', { body });
  expect(added.json).toEqual({ id: 't1', name: 'Bat', price: 19.99 });
  const asked = { headers: { prefer: 'code=201' }, body };
  expect(Object.keys((await mock.send('POST', '/things', asked)).json)).not.toContain('secret');
});

test('what is made up from a schema holds nothing that is writeOnly either', async () => {
  const mock = await start();
  const shown = await mock.send('GET', '/schema-only');
  expect(shown.status).toBe(200);
  expect(Object.keys(shown.json)).toEqual(['id']);
});

test('a mock of a description with marks and without starts and reads no ledger', async () => {
  for (const text of [DESCRIPTION, DESCRIPTION.replaceAll('writeOnly: true', 'title: a')]) {
    const api = await loadText(text);
    let reads = 0;
    const ledger = { get: () => void (reads += 1), enumerable: true };
    await startMock([Object.defineProperty({ ...api }, 'ledger', ledger)]);
    expect(reads).toBe(0);
  }
});

test('what is readOnly in a request is ignored', async () => {
  const mock = await start();
  const body = { id: 'mine', name: 'Bat', secret: 's2' };
  const added = await mock.send('POST', '/things', { body });
  expect(added.json).toEqual({ id: 't1', name: 'Bat', price: 19.99 });
});
