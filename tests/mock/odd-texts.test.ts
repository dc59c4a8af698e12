import { beforeAll, expect, test } from 'vitest';
import { loadText, startMock, type TestMock } from './pets.ts';
import { loadKennels } from './play.ts';

const OWNED = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: create, within: ['#/owner'], key: '#/id'}
      responses: {'201': {description: A pet., content: {application/json: {example: {id: p1}}}}}
`;

/** Keys and values that no URI can hold, or that look like the escapes of one. */
const TEXTS = ['"\\ud800"', '"\\udc00\\ud800"', '"%zz"', '"%"', '"a/~2"', '"\\u0000"'];

let kennels: TestMock;
beforeAll(async () => {
  kennels = await startMock([await loadKennels()], { limits: false });
});

test.each(TEXTS)('the owner %s of a thing has a shelf', async (text) => {
  const mock = await startMock([await loadText(OWNED)]);
  const body = `{"owner":${text}}`;
  const headers = { 'content-type': 'application/json' };
  expect((await mock.send('POST', '/pets', { headers, body })).status).toBe(201);
});

test.each(TEXTS)('the unknown property %s is refused, and no failure of ours', async (text) => {
  const body = `{"kind":"dog","name":"Rex","sex":"male",${text}:1}`;
  const headers = { 'content-type': 'application/json', authorization: 'Bearer kennels_team' };
  const { status } = await kennels.send('POST', 'http://kennels.example/kennels/v1/dogs', {
    headers,
    body,
  });
  expect(status).toBe(422);
});
