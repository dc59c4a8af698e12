import { beforeEach, expect, test } from 'vitest';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { loadText, startMock, type TestMock } from './pets.ts';

const DESCRIPTION = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
x-errors:
  notFound: {status: 404, response: NotFound, detail: {message: '#/why'}}
paths:
  /owners/{owner}/pets:
    parameters: [{name: owner, in: path, required: true, schema: {type: string}}]
    get:
      operationId: listPets
      parameters: [{name: page, in: query, schema: {type: integer}}, {name: size, in: query, schema: {type: integer}}]
      x-pagination: {in: query, page: page, size: size, first: 1}
      x-resource: {name: pet, action: list, within: [owner], items: '#/pets', key: '#/id', count: '#/count'}
      responses:
        '200': &pets
          description: Pets.
          content:
            application/json:
              schema:
                properties:
                  count: {type: integer}
                  pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
              example: {count: 2, pets: [{id: pet_1, name: Rex, tags: {size: big}}, {id: pet_2, name: Tom}]}
    post:
      operationId: createPet
      requestBody: &pet {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
      x-resource: {name: pet, action: create, within: [owner], owners: ['#/keeper'], item: '#/pet', key: '#/id'}
      responses: {'200': &one {description: A pet., content: {application/json: {schema: {properties: {pet: {$ref: '#/components/schemas/Pet'}}}, example: {pet: {id: pet_1, name: Rex, tags: {size: big}}}}}}}
  /owners/{owner}/search:
    parameters: [{name: owner, in: path, required: true, schema: {type: string}}]
    post:
      operationId: findPets
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: list, within: [owner], items: '#/pets', key: '#/id', filter: '#/where'}
      responses: {'200': *pets}
  /owners/{owner}/ids:
    parameters: [{name: owner, in: path, required: true, schema: {type: string}}]
    get:
      operationId: listIds
      x-resource: {name: pet, action: list, within: [owner], items: '#', key: '#'}
      responses: {'200': {description: Ids., content: {application/json: {schema: {items: {type: string}}, example: [pet_1, pet_2]}}}}
    delete:
      operationId: deletePets
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: delete, within: [owner], id: '#/ids'}
      responses: {'204': {description: Gone.}}
  /owners/{owner}/pets/{petId}:
    parameters:
      - {name: owner, in: path, required: true, schema: {type: string}}
      - {name: petId, in: path, required: true, schema: {type: string}}
    get:
      operationId: getPet
      x-resource: {name: pet, action: read, within: [owner], id: petId, item: '#/pet', key: '#/id'}
      responses: {'200': *one, '404': &gone {$ref: '#/components/responses/NotFound'}}
    patch:
      operationId: updatePet
      requestBody: *pet
      x-resource: {name: pet, action: update, within: [owner], id: petId, item: '#/pet', key: '#/id'}
      responses: {'200': *one, '404': *gone}
    put:
      operationId: writePet
      requestBody: *pet
      x-resource: {name: pet, action: upsert, within: [owner], id: petId, item: '#/pet', key: '#/id'}
      responses: {'200': *one}
    delete:
      operationId: deletePet
      x-resource: {name: pet, action: delete, within: [owner], id: petId}
      responses: {'204': {description: Gone.}, '404': *gone}
  /records:
    post:
      operationId: createRecords
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: record, action: create, within: ['#/table'], input: '#/values', item: '#/result', key: '#/objectId'}
      responses:
        '200':
          description: Records.
          content:
            application/json:
              schema: {properties: {result: {anyOf: [&record {type: object, properties: {objectId: {type: integer}}, additionalProperties: {type: [string, number]}}, {type: array, items: *record}]}}}
              example: {result: {objectId: 11, title: Tides}}
components:
  responses:
    NotFound: {description: No., content: {application/json: {schema: {type: object}, example: {why: lost}}}}
  schemas:
    NewPet: {type: object, properties: {name: {type: string}, tags: {type: object}}}
    Pet:
      type: object
      required: [id, name]
      additionalProperties: false
      properties: {id: {type: string}, name: {type: string, maxLength: 5}, tags: {type: object}, age: {type: integer}, keeper: {type: string}}
`;

interface Pet {
  readonly id: string;
  readonly name: string;
}

let mock: TestMock;
beforeEach(async () => {
  mock = await start();
});

async function start(options: Partial<MockOptions> = {}) {
  return startMock([await loadText(DESCRIPTION)], options);
}

const PETS = '/owners/ada/pets';

async function create(name: string, path = PETS, headers: Record<string, string> = {}) {
  const { json } = await mock.send('POST', path, { body: { name }, headers });
  return (json as { pet: Pet }).pet;
}

async function namesOf(path = PETS, headers: Record<string, string> = {}) {
  const { json } = await mock.send('GET', path, { headers });
  const { pets, count } = json as { pets: Pet[]; count: number };
  expect(count).toBe(pets.length);
  return pets.map(({ name }) => name);
}

async function read(id: string, path = PETS) {
  const { status, json } = await mock.send('GET', `${path}/${id}`);
  return status === 200 ? (json as { pet: Pet }).pet : status;
}

test('reads and lists what was created', async () => {
  const kim = await create('Kim');
  expect(kim).toEqual({ id: 'pet_3', name: 'Kim', keeper: 'ada' });
  const lou = await create('Lou');
  expect(lou.id).not.toBe(kim.id);
  expect([await read(kim.id), await read(lou.id)]).toEqual([kim, lou]);
});

test('lists it after the example, and changed items in their place', async () => {
  expect(await namesOf()).toEqual(['Rex', 'Tom']);
  const ids = [await create('Kim'), await create('Lou')].map(({ id }) => id);
  expect(ids).toEqual(['pet_3', 'pet_4']);
  expect(await namesOf()).toEqual(['Rex', 'Tom', 'Kim', 'Lou']);
});

test('updates and deletes it', async () => {
  const { id } = await create('Kim');
  const body = { name: 'Kit', tags: { mood: 'good' } };
  const { json } = await mock.send('PATCH', `${PETS}/${id}`, { body });
  const want = { id, name: 'Kit', keeper: 'ada', tags: { mood: 'good' } };
  expect([json, await read(id)]).toEqual([{ pet: want }, want]);
  expect((await mock.send('DELETE', `${PETS}/${id}`)).status).toBe(204);
  const again = await mock.send('DELETE', `${PETS}/${id}`);
  expect([again.status, again.text]).toEqual([404, `{"why":"There is no pet \\"${id}\\"."}`]);
  expect([await read(id), (await mock.send('PATCH', `${PETS}/${id}`, { body })).status]).toEqual([
    404, 404,
  ]);
  expect(await namesOf()).toEqual(['Rex', 'Tom']);
});

test('writes by the id that a client gives', async () => {
  const body = { name: 'Zoe', tags: { a: 1 } };
  await mock.send('PUT', `${PETS}/zoe`, { body });
  expect(await read('zoe')).toMatchObject({ id: 'zoe', ...body });
  await mock.send('PUT', `${PETS}/zoe`, { body: { name: 'Zed' } });
  expect(await read('zoe')).toEqual({ id: 'zoe', name: 'Zed' });
  await mock.send('DELETE', `${PETS}/zoe`);
  await mock.send('PUT', `${PETS}/zoe`, { body: { name: 'New' } });
  expect(await read('zoe')).toMatchObject({ name: 'New' });
});

test('shows what examples show until it is changed or deleted, and nothing else', async () => {
  expect(await read('pet_9')).toBe(404);
  expect((await mock.send('PATCH', `${PETS}/pet_9`, { body: {} })).status).toBe(404);
  await mock.send('PATCH', `${PETS}/pet_2`, { body: { name: 'Tim' } });
  expect(await read('pet_2')).toMatchObject({ id: 'pet_2', name: 'Tim' });
  expect(await namesOf()).toEqual(['Rex', 'Tim']);
  await mock.send('DELETE', `${PETS}/pet_1`);
  expect([await read('pet_1'), await namesOf()]).toEqual([404, ['Tim']]);
});

test('knows only what was made when it is strict', async () => {
  mock = await start({ isStrict: true });
  expect([await read('pet_1'), await namesOf()]).toEqual([404, []]);
  expect((await mock.send('DELETE', `${PETS}/pet_1`)).status).toBe(404);
  expect((await mock.send('PATCH', `${PETS}/pet_1`, { body: {} })).status).toBe(404);
  const { id } = await create('Kim');
  expect([await read(id), await namesOf()]).toMatchObject([{ name: 'Kim' }, ['Kim']]);
});

test('keeps owners and namespaces apart', async () => {
  const { id } = await create('Kim');
  expect(await namesOf('/owners/bob/pets')).toEqual(['Rex', 'Tom']);
  expect(await read(id, '/owners/bob/pets')).toBe(404);
  expect(await namesOf(PETS, { 'x-kiln-namespace': 'x' })).toEqual(['Rex', 'Tom']);
  await create('Lou', PETS, { 'x-kiln-namespace': 'x' });
  await mock.reset('default');
  expect(await namesOf()).toEqual(['Rex', 'Tom']);
  expect(await namesOf(PETS, { 'x-kiln-namespace': 'x' })).toEqual(['Rex', 'Tom', 'Lou']);
  await mock.reset();
  expect(await namesOf(PETS, { 'x-kiln-namespace': 'x' })).toEqual(['Rex', 'Tom']);
});

test('lists bare ids, deletes several and deletes all', async () => {
  for (const name of ['Kim', 'Lou', 'Max']) await create(name);
  const ids = async () => (await mock.send('GET', '/owners/ada/ids')).json as unknown;
  expect(await ids()).toEqual(['pet_1', 'pet_2', 'pet_3', 'pet_4', 'pet_5']);
  await mock.send('DELETE', '/owners/ada/ids', { body: { ids: ['pet_1', 'pet_3'] } });
  expect(await ids()).toEqual(['pet_2', 'pet_4', 'pet_5']);
  await mock.send('DELETE', '/owners/ada/ids', { body: {} });
  expect(await ids()).toEqual([]);
});

test('goes through the pages, and keeps to a filter', async () => {
  for (const name of ['Kim', 'Lou', 'Max']) await create(name);
  expect(await namesOf(`${PETS}?size=2`)).toEqual(['Rex', 'Tom']);
  expect(await namesOf(`${PETS}?size=2&page=3`)).toEqual(['Max']);
  expect(await namesOf(`${PETS}?size=2&page=4`)).toEqual([]);
  const body = { where: { name: 'Lou', age: { $gt: 1 } } };
  const { json } = await mock.send('POST', '/owners/ada/search', { body });
  expect(json).toMatchObject({ pets: [{ name: 'Lou' }] });
});

async function createRecords(values: unknown): Promise<unknown> {
  return (await mock.send('POST', '/records', { body: { table: 't', values } })).json;
}

test('creates several at once, with fields of their own', async () => {
  expect(await createRecords({ pages: 3 })).toEqual({ result: { objectId: 12, pages: 3 } });
  expect(await createRecords([{ a: 1 }, { b: 2 }])).toEqual({
    result: [
      { objectId: 13, a: 1 },
      { objectId: 14, b: 2 },
    ],
  });
  expect(await createRecords([])).toEqual({ result: [] });
});

test('answers within the schema when what was made does not fit it', async () => {
  const { json } = await mock.send('POST', PETS, { body: { name: 'Theodore', wings: 2 } });
  expect(json).toMatchObject({ pet: { id: 'pet_3', name: 'Rex' } });
  expect(await read('pet_3')).toMatchObject({ name: 'Rex' });
});

test('does nothing for an answer that was asked for', async () => {
  await create('Kim', PETS, { prefer: 'code=200' });
  expect(await namesOf()).toEqual(['Rex', 'Tom']);
});
