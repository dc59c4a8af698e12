import { beforeAll, expect, test, vi } from 'vitest';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { headerOf, type WireRequest } from '../../../scripts/wire/exchange.ts';
import type { Json } from '../../../scripts/base/json.ts';
import { loadText } from '../../load/load-files.ts';

// The first string that fast-check makes of all of Unicode takes it seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let api: ApiModel;

beforeAll(async () => {
  api = await loadText(`openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Pets, version: '1' }
servers: [{ url: https://pets.test }]
x-errors: { invalid: { status: 400, response: Refused } }
components: { responses: { Refused: { description: refused } } }
paths:
  /pets:
    post:
      operationId: addPet
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 1000 } }
        - { name: X-Word, in: header, schema: { type: string, pattern: '^[a-z]{1,40}$' } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              additionalProperties: false
              properties:
                name: { type: string, maxLength: 100 }
                age: { type: integer, maximum: 30 }
                homes:
                  type: array
                  items:
                    type: object
                    required: [rooms]
                    properties:
                      rooms: { type: array, maxItems: 20, items: { type: integer, minimum: 0 } }
                      note: { type: string }
            examples:
              full:
                value: { name: Ada, age: 3, homes: [{ rooms: [1, 2], note: big }, { rooms: [7] }] }
      responses:
        '200': { description: added }
        '400': { description: refused }
`);
});

interface Pet {
  name?: string;
  age?: Json;
  homes?: { rooms?: Json; note?: Json }[];
}

/** The request with which a property shows what a server does wrong, if it does. */
async function shown(property: string, statusOf: (request: WireRequest, pet: Pet) => number) {
  const [operation] = api.operations;
  const tried = PROPERTIES.find(({ id }) => id === property);
  if (!operation || !tried) throw new Error(`there is no ${property}`);
  const result = await runCheck(
    {
      api,
      targets: new Map([['https://pets.test', 'http://pets.test']]),
      profiles: NO_PROFILES,
      seed: 3,
      runs: 100,
      writes: true,
      send: (request) => {
        const status = statusOf(request, parse(request.body));
        return Promise.resolve({ request, response: { status, headers: [], body: '' } });
      },
      now: () => 0,
    },
    operation,
    tried,
  );
  const own = result.violations.filter((it) => it.property === property);
  return own.map(({ exchange: { request }, proof }) => ({
    query: request.url.replace(/^[^?]*/, ''),
    word: headerOf(request, 'X-Word'),
    body: parse(request.body),
    seen: proof.seen,
  }));
}

function parse(body = ''): Pet {
  try {
    return JSON.parse(body) as Pet;
  } catch {
    return {};
  }
}

function isValid({ url, body }: WireRequest, pet: Pet): boolean {
  const limit = Number(new URL(url).searchParams.get('limit') ?? 1);
  const { age = 0, name = body } = pet;
  const isAge = Number.isInteger(age) && Number(age) <= 30;
  return limit >= 1 && limit <= 1000 && isAge && typeof name === 'string';
}

test('a string that a server finds too long has one character more than it takes', async () => {
  const [found] = await shown('input.accepted', (_request, { name = '' }) =>
    Array.from(name).length > 5 ? 400 : 200,
  );
  expect(Array.from(found?.body.name ?? '')).toHaveLength(6);
  expect(found).toMatchObject({ query: '', word: undefined });
  expect(Object.keys(found?.body ?? {})).toEqual(['name']);
});

test('a number in the query is the first that a server refuses', async () => {
  const [found] = await shown('input.accepted', ({ url }) =>
    Number(new URL(url).searchParams.get('limit') ?? 1) > 10 ? 400 : 200,
  );
  expect(found).toMatchObject({ query: '?limit=11', word: undefined, body: { name: '' } });
});

test('a header has as many letters as it takes', async () => {
  const [found] = await shown('input.accepted', (request) =>
    (headerOf(request, 'X-Word') ?? '').length > 3 ? 400 : 200,
  );
  expect(found).toMatchObject({ query: '', body: { name: '' } });
  expect(found?.word).toHaveLength(4);
});

test('a value deep in the body stands alone there', async () => {
  const [found] = await shown('input.accepted', (_request, { homes = [] }) =>
    homes.some(({ rooms = [] }) => Array.isArray(rooms) && rooms.length > 2) ? 400 : 200,
  );
  expect(found?.body).toEqual({ name: '', homes: [{ rooms: [0, 0, 0] }] });
});

test('a number above its maximum is the next one, in a request that is else the smallest', async () => {
  const found = await shown('input.rejected', (request, pet) =>
    isValid(request, { ...pet, age: 0 }) ? 200 : 400,
  );
  const above = found.find(({ seen }) => seen.includes('must be <= 30'));
  expect(above?.body.age).toBe(31);
  expect(above?.body.homes).toBeUndefined();
  expect(above).toMatchObject({ query: '', word: undefined });
});

test('an item below its minimum is the only one', async () => {
  const found = await shown('input.rejected', () => 200);
  const below = found.find(({ seen }) => seen.includes('must be >= 0'));
  expect(below?.body.homes).toEqual([{ rooms: [-1] }]);
});
