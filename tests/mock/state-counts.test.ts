import { expect, test } from 'vitest';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { loadText, startMock } from './pets.ts';

const DESCRIPTION = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{name: page, in: query, schema: {type: integer}}, {name: size, in: query, schema: {type: integer}}]
      x-pagination: {in: query, page: page, size: size, first: 1}
      x-resource: {name: pet, action: list, items: '#/pets', key: '#/id', count: '#/count'}
      responses: {'200': {description: Pets., content: {application/json: {example: {count: 3, pets: [{id: p1}, {id: p2}, {id: p3}]}}}}}
    post:
      operationId: createPet
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: create, key: '#/id'}
      responses: {'201': {description: A pet., content: {application/json: {example: {id: p1}}}}}
    delete:
      operationId: deletePets
      x-resource: {name: pet, action: delete}
      responses: {'204': {description: All gone.}}
  /pets/count:
    get:
      operationId: countPets
      x-resource: {name: pet, action: list, count: '#/total'}
      responses: {'200': {description: How many., content: {application/json: {example: {total: 150}}}}}
  /pets/{id}:
    delete:
      operationId: deletePet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      x-resource: {name: pet, action: delete, id: id}
      responses: {'204': {description: Gone.}}
`;

async function start(options: Partial<MockOptions> = {}) {
  const mock = await startMock([await loadText(DESCRIPTION)], options);
  const create = async () =>
    ((await mock.send('POST', '/pets', { body: {} })).json as { id: string }).id;
  const remove = (id: string) => mock.send('DELETE', `/pets/${id}`);
  const count = async () => (await mock.send('GET', '/pets/count')).json;
  return { mock, create, remove, count };
}

test('counts what was made, and no longer what was deleted', async () => {
  const { create, remove, count } = await start();
  expect(await count()).toEqual({ total: 150 });
  const made = await create();
  await create();
  expect(await count()).toEqual({ total: 152 });
  await remove(made);
  expect(await count()).toEqual({ total: 151 });
  // One of those that the example counts.
  await remove('p1');
  expect(await count()).toEqual({ total: 150 });
});

test('counts from nothing once all were deleted', async () => {
  const { mock, create, count } = await start();
  await create();
  await mock.send('DELETE', '/pets');
  expect(await count()).toEqual({ total: 0 });
  await create();
  expect(await count()).toEqual({ total: 1 });
  const { json } = await mock.send('GET', '/pets');
  expect(json).toMatchObject({ count: 1 });
});

test('counts from nothing where only what was made is there', async () => {
  const { create, remove, count } = await start({ isStrict: true });
  expect(await count()).toEqual({ total: 0 });
  const made = await create();
  expect(await count()).toEqual({ total: 1 });
  await remove(made);
  await remove('p1');
  expect(await count()).toEqual({ total: 0 });
});

test('cuts even an untouched example into pages', async () => {
  const { mock } = await start();
  const idsOf = async (query: string) => {
    const { json } = await mock.send('GET', `/pets${query}`);
    return (json as { pets: { id: string }[] }).pets.map(({ id }) => id);
  };
  expect(await idsOf('')).toEqual(['p1', 'p2', 'p3']);
  expect(await idsOf('?size=2')).toEqual(['p1', 'p2']);
  expect(await idsOf('?size=2&page=2')).toEqual(['p3']);
  expect(await idsOf('?size=2&page=3')).toEqual([]);
});
