import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { findTargets } from '../../scripts/mock/reflect/targets.ts';
import { loadText, startMock, type TestMock } from './pets.ts';

const DESCRIPTION = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
paths:
  /owners/{ownerId}/pets/{petName}:
    parameters:
      - {name: ownerId, in: path, required: true, schema: {type: string}}
      - {name: petName, in: path, required: true, schema: {type: string}}
      - {name: page, in: query, schema: {type: integer}}
    get:
      operationId: getPet
      responses: &answer
        '200':
          description: A pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Answer'}
              examples:
                rex: {value: &rex {ok: true, pet: {owner_id: 7, petName: Rex, tags: [old], home: {city: Oslo, petName: x}}}}
                tom: {value: {ok: true, pet: {owner_id: 8, petName: Tom}}}
    patch: {operationId: updatePet, requestBody: &body {content: {application/json: {schema: {}}}}, responses: *answer}
    put: {operationId: writePet, requestBody: *body, responses: *answer}
  /pets:
    get: {operationId: listPets, responses: *answer}
    post:
      operationId: createPets
      requestBody: *body
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema:
                type: object
                properties:
                  pets:
                    type: array
                    items:
                      required: [id, cells]
                      properties: {cells: {additionalProperties: {type: object}}}
              example: {pets: [{id: p1, made: today, cells: {name: {value: Rex}}}]}
components:
  schemas:
    Answer:
      allOf:
        - {type: object, required: [ok, pet], properties: {ok: {const: true}, page: {type: integer, maximum: 9}}}
        - type: object
          properties:
            pet:
              type: object
              additionalProperties: false
              properties:
                owner_id: {type: integer}
                petName: {type: string, maxLength: 5}
                age: {type: integer}
                tags: {type: array, items: {type: string}}
                home: {type: object}
`;

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadText(DESCRIPTION)]);
});

const PET = { owner_id: 7, petName: 'Rex', tags: ['old'], home: { city: 'Oslo', petName: 'x' } };

const ask = async (path: string, headers: Record<string, string> = {}) =>
  (await mock.send('GET', path, { headers })).json as unknown;

test.each([
  ['/owners/9/pets/Tim', { ok: true, pet: { ...PET, owner_id: 9, petName: 'Tim' } }],
  ['/owners/9/pets/Theodore', { ok: true, pet: { ...PET, owner_id: 9 } }],
  ['/owners/x/pets/T%C3%A9o', { ok: true, pet: { ...PET, petName: 'Téo' } }],
  [
    '/owners/9/pets/Tim?page=3',
    { ok: true, page: 3, pet: { ...PET, owner_id: 9, petName: 'Tim' } },
  ],
  ['/owners/9/pets/Rex?page=30', { ok: true, pet: { ...PET, owner_id: 9 } }],
])('tells %s what fits its schema, and else the example', async (path, want) => {
  expect(await ask(path)).toEqual(want);
});

test('reflects what the body says, of the parameters as well', async () => {
  const body = { age: 4, tags: ['new', 'small'], ok: false, city: 'Rome', wings: 2 };
  const { json } = await mock.send('PUT', '/owners/7/pets/Rex', { body });
  expect(json).toEqual({
    ok: true,
    pet: { ...PET, age: 4, tags: ['new', 'small'], home: { city: 'Rome', petName: 'x' } },
  });
});

test('looks into an object of the body, and prefers what stands outside', async () => {
  const body = { values: { age: 4, pet_name: 'Ann' }, petName: 'Ben' };
  const { json } = await mock.send('PUT', '/owners/7/pets/Rex', { body });
  expect(json).toMatchObject({ pet: { age: 4, petName: 'Rex' } });
});

test('merges what a PATCH changes', async () => {
  const body = { home: { street: 'Main' } };
  const patched = await mock.send('PATCH', '/owners/7/pets/Rex', { body });
  expect(patched.json).toMatchObject({ pet: { home: { city: 'Oslo', street: 'Main' } } });
  const put = await mock.send('PUT', '/owners/7/pets/Rex', { body });
  expect((put.json as { pet: unknown }).pet).toMatchObject({ home: { street: 'Main' } });
  expect(put.text).not.toContain('Oslo');
});

test('gives each item what answers add to items', async () => {
  const body = {
    pets: [
      { id: 'a', cells: { name: 'Tom' } },
      { id: 'b', cells: { size: 3 } },
    ],
  };
  const { json } = await mock.send('POST', '/pets', { body });
  expect(json).toEqual({
    pets: [
      { id: 'a', made: 'today', cells: { name: { value: 'Tom' } } },
      { id: 'b', made: 'today', cells: { size: { value: 3 } } },
    ],
  });
});

test('leaves an example alone that was asked for by name', async () => {
  const tom = { ok: true, pet: { owner_id: 8, petName: 'Tom' } };
  expect(await ask('/owners/9/pets/Tim', { prefer: 'example=tom' })).toEqual(tom);
  expect(await ask('/owners/9/pets/Tim', { prefer: 'code=200' })).toEqual({ ok: true, pet: PET });
  expect(await ask('/pets')).toEqual({ ok: true, pet: PET });
});

test('answers within the schema, whatever comes', async () => {
  const api = await loadText(DESCRIPTION);
  const schema = '#/components/schemas/Answer';
  const body = fc.record(
    {
      age: fc.jsonValue(),
      petName: fc.jsonValue(),
      tags: fc.jsonValue(),
      pet: fc.jsonValue(),
      home: fc.jsonValue(),
      __proto__: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom('PUT', 'PATCH'), async (value, method) => {
      const { status, json } = await mock.send(method, '/owners/7/pets/Rex', { body: value });
      expect([status, api.schemas.check(schema, json)]).toEqual([200, []]);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('finds the nearest property of a name, and none in lists', () => {
  const example: Json = { a: { name: 'x', b: { name: 'y', id: 1 } }, list: [{ only: 1 }], id: 2 };
  const targets = findTargets({}, undefined, example);
  expect([targets.get('name'), targets.get('id'), targets.get('only')]).toEqual([
    { at: '#/a/name', shown: 'x' },
    { at: '#/id', shown: 2 },
    undefined,
  ]);
  expect(findTargets({}, undefined, 'text').size).toBe(0);
});
