import { expect, test } from 'vitest';
import { body, GET, inferred, json, path, PET, POST } from './inferred.ts';

test('takes a path of things and the one below it for a resource', async () => {
  expect(
    await inferred({
      '/pets': `get: {responses: {'200': ${json(`{type: array, items: ${PET}}`)}}}, ${POST}`,
      '/pets/{petId}': [
        path('petId'),
        GET,
        `put: {${body(PET)}, responses: {'200': ${json(PET)}}}`,
        `patch: {${body(PET)}, responses: {'204': {description: x}}}`,
        `delete: {responses: {'204': {description: x}}}`,
      ].join(', '),
      '/pets/{petId}/feed': `${path('petId')}, post: {responses: {'200': ${json(PET)}}}`,
      '/me': GET,
    }),
  ).toEqual({
    'get /pets': { name: '/pets', action: 'list', within: [], key: '#/id', items: '#' },
    'post /pets': {
      name: '/pets',
      action: 'create',
      within: [],
      key: '#/id',
      input: '#',
      item: '#',
    },
    'get /pets/{petId}': {
      name: '/pets',
      action: 'read',
      within: [],
      key: '#/id',
      id: 'petId',
      item: '#',
    },
    'put /pets/{petId}': {
      name: '/pets',
      action: 'update',
      within: [],
      key: '#/id',
      id: 'petId',
      input: '#',
      item: '#',
    },
    'patch /pets/{petId}': {
      name: '/pets',
      action: 'update',
      within: [],
      key: '#/id',
      id: 'petId',
      input: '#',
    },
    'delete /pets/{petId}': {
      name: '/pets',
      action: 'delete',
      within: [],
      key: '#/id',
      id: 'petId',
    },
  });
});

test('a link says which property is the id, whatever it is called', async () => {
  const schema = '{type: object, properties: {id: {type: string}, handle: {type: string}}}';
  const links =
    "links: {self: {operationId: readPet, parameters: {petId: '$response.body#/handle'}}}";
  const found = await inferred({
    '/pets': `post: {${body(schema)}, responses: {'201': {description: x, content: {application/json: {schema: ${schema}}}, ${links}}}}`,
    '/pets/{petId}': `${path('petId')}, get: {operationId: readPet, responses: {'200': ${json(schema)}}}`,
  });
  expect(found['post /pets']).toMatchObject({ key: '#/handle' });
});

test('things are found in the property that wraps them, and lists beside others', async () => {
  const wrapped = `{type: object, properties: {data: ${PET}, meta: {type: object, properties: {id: {type: string}}}}}`;
  const list = `{type: object, properties: {links: {type: array, items: ${PET}}, data: {type: array, items: ${PET}}}}`;
  const found = await inferred({
    '/pets': `get: {responses: {'200': ${json(list)}}}, post: {${body(`{type: object, properties: {pet: ${PET}}}`)}, responses: {'200': ${json(wrapped)}}}`,
    '/pets/{id}': `${path('id')}, get: {responses: {'200': ${json(wrapped)}}}`,
  });
  expect(found).toMatchObject({
    'get /pets': { items: '#/data' },
    'post /pets': { input: '#/pet', item: '#/data' },
    'get /pets/{id}': { item: '#/data' },
  });
});

test('whose things are is said by the variables above, whatever their names', async () => {
  const found = await inferred({
    '/owners/{owner}/pets': `${path('owner')}, ${POST}`,
    '/owners/{ownerId}/pets/{petId}': `${path('ownerId', 'petId')}, ${GET}`,
  });
  expect(found).toMatchObject({
    'post /owners/{owner}/pets': { name: '/owners/{ownerId}/pets', within: ['owner'] },
    'get /owners/{ownerId}/pets/{petId}': { name: '/owners/{ownerId}/pets', within: ['ownerId'] },
  });
});

test.each([
  [
    'PUT that documents 201 creates',
    {
      '/pets/{petId}': `${path('petId')}, ${GET}, put: {${body(PET)}, responses: {'201': ${json(PET)}}}`,
    },
    'put /pets/{petId}',
    { action: 'upsert', id: 'petId' },
  ],
  [
    'PUT to all of them says which one it changes',
    {
      '/pets': `${POST}, put: {${body(PET)}, responses: {'200': ${json(PET)}}}`,
      '/pets/{petId}': `${path('petId')}, ${GET}`,
    },
    'put /pets',
    { action: 'update', id: '#/id' },
  ],
  [
    'POST to one changes it where nothing else does',
    { '/pets': POST, '/pets/{petId}': `${path('petId')}, ${GET}, ${POST}` },
    'post /pets/{petId}',
    { action: 'update', id: 'petId' },
  ],
  [
    'who is not told the id has said it',
    {
      '/pets': `post: {${body(PET)}, responses: {'204': {description: x}}}`,
      '/pets/{petId}': `${path('petId')}, ${GET}`,
    },
    'post /pets',
    { action: 'create' },
  ],
  [
    '{pet} may be more than an id',
    { '/pets': POST, '/pets/{pet}': `${path('pet')}, ${GET}` },
    'get /pets/{pet}',
    { isOpen: true },
  ],
])('%s', async (_, paths, operation, want) => {
  expect((await inferred(paths))[operation]).toMatchObject(want);
});

test.each([
  [
    'nothing reads one',
    {
      '/pets': POST,
      '/pets/{petId}': `${path('petId')}, delete: {responses: {'204': {description: x}}}`,
    },
  ],
  [
    'nothing creates one',
    {
      '/pets/{petId}': `${path('petId')}, ${GET}, put: {${body(PET)}, responses: {'200': ${json(PET)}}}`,
    },
  ],
  ['an id has two parts', { '/pets': POST, '/pets/{a}/{b}': `${path('a', 'b')}, ${GET}` }],
  [
    'an id is a part of a segment',
    { '/pets': POST, '/pets/{petId}.json': `${path('petId')}, ${GET}` },
  ],
  [
    'two paths differ in a slash only',
    {
      '/pets': POST,
      '/pets/{petId}': `${path('petId')}, ${GET}`,
      '/pets/{petId}/': `${path('petId')}, ${GET}`,
    },
  ],
  [
    'the answer has no id',
    {
      '/pets': `post: {${body('{type: object, properties: {name: {type: string}}}')}, responses: {'201': {description: x}}}`,
      '/pets/{petId}': `${path('petId')}, ${GET}`,
    },
  ],
  [
    'creating has no success',
    {
      '/pets': `post: {${body(PET)}, responses: {'405': ${json(PET)}}}`,
      '/pets/{petId}': `${path('petId')}, ${GET}`,
    },
  ],
  [
    'many are created at once',
    {
      '/pets': `post: {${body(`{type: array, items: ${PET}}`)}, responses: {'201': ${json(PET)}}}`,
      '/pets/{petId}': `${path('petId')}, ${GET}`,
    },
  ],
])('leaves alone where %s', async (_, paths: Readonly<Record<string, string>>) => {
  expect(await inferred(paths)).toEqual({});
});

test('one x-resource anywhere is all that the description says', async () => {
  const paths = {
    '/pets': POST,
    '/pets/{petId}': `${path('petId')}, ${GET}`,
    '/toys': "get: {x-resource: {name: toy, action: list}, responses: {'200': {description: x}}}",
  };
  expect(await inferred(paths)).toEqual({});
});

test('an id that nobody knows may be right where the same things are made elsewhere', async () => {
  const named = "{$ref: '#/components/schemas/Pet'}";
  const parts = `components: {schemas: {Pet: ${PET}}}`;
  const create = `post: {${body(named)}, responses: {'201': ${json(named)}}}`;
  const paths = {
    '/pets': create,
    '/pets/{petId}': `${path('petId')}, get: {responses: {'200': ${json(named)}}}`,
    '/pets/{petId}/copy': `${path('petId')}, ${create}`,
  };
  expect((await inferred(paths, parts))['post /pets']).not.toHaveProperty('isOpen');
  const more = { ...paths, '/litters': create };
  expect((await inferred(more, parts))['post /pets']).toHaveProperty('isOpen');
});

test('schemas that lead to themselves come to an end', async () => {
  const pet = "{$ref: '#/components/schemas/Pet'}";
  const found = await inferred(
    {
      '/pets': `post: {${body(pet)}, responses: {'201': ${json(pet)}}}`,
      '/pets/{petId}': `${path('petId')}, get: {responses: {'200': ${json(pet)}}}`,
    },
    `components: {schemas: {Pet: {anyOf: [${pet}, {properties: {id: {type: string}, parent: ${pet}}}]}}}`,
  );
  expect(Object.keys(found)).toHaveLength(2);
});
