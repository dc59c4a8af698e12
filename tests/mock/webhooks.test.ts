import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../scripts/base/user-error.ts';
import { deliver } from '../../scripts/mock/webhooks/deliver.ts';
import type { WebhookRequest } from '../../scripts/wire/webhook-request.ts';
import { parseWebhook } from '../../scripts/mock/webhooks/targets.ts';
import { loadText, START, startMock, type TestMock } from './pets.ts';

const DESCRIPTION = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
x-errors: {invalid: {status: 422, response: Refused, detail: {message: '#/why'}}}
paths:
  /pets:
    post:
      operationId: createPets
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: create, input: '#/values', item: '#/pets', key: '#/id'}
      responses: {'200': {description: Pets., content: {application/json: {example: {pets: {id: 1, name: Rex}}}}}}
    get:
      operationId: listPets
      x-resource: {name: pet, action: list, items: '#', key: '#/id'}
      responses: {'200': {description: Pets., content: {application/json: {example: [{id: 1, name: Rex}]}}}}
  /pets/{id}:
    delete:
      operationId: deletePet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: delete, id: id}
      responses: {'204': {description: Gone.}}
    patch:
      operationId: updatePet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: update, id: id, key: '#/id'}
      responses: {'204': {description: Changed.}}
webhooks:
  petUpdated:
    post:
      operationId: sendPetUpdated
      x-veto: {allow: 200, before: [updatePet], input: '#/new', previous: '#/old'}
      requestBody: {content: {application/json: {schema: {type: object}, example: {new: {name: Rex}, old: {id: 1, name: Max}}}}}
      responses: {'200': {description: Yes.}}
  petAdded:
    post:
      operationId: sendPetAdded
      x-veto: {allow: 200, before: [createPets]}
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {id: {type: 'null'}, when: {type: string}}, additionalProperties: {type: string}}
            example: {id: null, name: Rex, when: now}
      responses: {'200': {description: Yes.}}
  petDeleted:
    put:
      operationId: sendPetDeleted
      x-veto: {allow: 204, before: [deletePet]}
      requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: integer}}, additionalProperties: {type: string}}, example: {id: 1, name: Rex}}}}
      responses: {'204': {description: Yes.}}
components:
  responses: {Refused: {description: No., content: {application/json: {example: {why: x}}}}}
`;

const HOOK = 'http://user:secret@127.0.0.1:9/hook?key=secret';

async function start(answer: number | Error, urls = [HOOK]) {
  const sent: WebhookRequest[] = [];
  const mock = await startMock([await loadText(DESCRIPTION)], {
    webhooks: urls.map((url) => parseWebhook(url, false)),
    deliver(request) {
      sent.push(request);
      return typeof answer === 'number' ? Promise.resolve(answer) : Promise.reject(answer);
    },
  });
  return { mock, sent };
}

const create = (mock: TestMock, values: unknown) =>
  mock.send('POST', '/pets', { body: { values } });

const idsOf = async (mock: TestMock) =>
  ((await mock.send('GET', '/pets')).json as unknown as { id: number }[]).map(({ id }) => id);

test('asks before a write, with what the request says', async () => {
  const { mock, sent } = await start(200);
  expect((await create(mock, { name: 'Tom', size: 'big' })).status).toBe(200);
  expect(sent).toEqual([
    {
      url: HOOK,
      method: 'POST',
      contentType: 'application/json',
      body: '{"id":null,"when":"now","name":"Tom","size":"big"}',
    },
  ]);
  expect(await idsOf(mock)).toEqual([1, 2]);
});

test.each([[201], [404], [302], [500], [new Error('connection refused')]])(
  'refuses the write when the receiver says %s',
  async (answer) => {
    const { mock } = await start(answer);
    const { status, text } = await create(mock, { name: 'Tom' });
    const said = typeof answer === 'number' ? `answered ${answer}` : 'did not answer';
    expect(status).toBe(422);
    expect(text).toBe(`{"why":"The receiver of the webhook petAdded ${said}, not 200."}`);
    expect(await idsOf(mock)).toEqual([1]);
    expect(mock.events[0]).toMatchObject({
      refused: 'invalid',
      reason: typeof answer === 'number' ? undefined : 'connection refused',
    });
  },
);

test('asks for each of several, and stops at the first refusal', async () => {
  const { mock, sent } = await start(200);
  await create(mock, [{ name: 'Tom' }, { name: 'Kim' }]);
  expect(sent.map(({ body }) => JSON.parse(body).name)).toEqual(['Tom', 'Kim']);
  const refusing = await start(500);
  await create(refusing.mock, [{ name: 'Tom' }, { name: 'Kim' }]);
  expect(refusing.sent).toHaveLength(1);
});

test('asks every receiver', async () => {
  const { mock, sent } = await start(200, [
    HOOK,
    `petAdded=http://localhost:1`,
    `petDeleted=${HOOK}`,
  ]);
  await create(mock, { name: 'Tom' });
  expect(sent.map(({ url }) => url)).toEqual([HOOK, 'http://localhost:1/']);
});

test('tells what it remembers of the thing', async () => {
  const { mock, sent } = await start(200, [`petAdded=${HOOK}`]);
  await create(mock, { name: 'Tom' });
  expect((await mock.send('DELETE', '/pets/2')).status).toBe(204);
  expect(sent).toHaveLength(1);
  const other = await start(204, [`petDeleted=${HOOK}`]);
  await create(other.mock, { name: 'Tom' });
  const body = { why: 'old' };
  expect((await other.mock.send('DELETE', '/pets/2', { body })).status).toBe(204);
  expect(other.sent.map((it) => [it.method, JSON.parse(it.body)])).toEqual([
    ['PUT', { id: 2, name: 'Tom' }],
  ]);
});

test('tells a change apart from what was before', async () => {
  const { mock, sent } = await start(200);
  await create(mock, { name: 'Tom' });
  const body = { id: 2, name: 'Tim', size: 'big' };
  expect((await mock.send('PATCH', '/pets/2', { body })).status).toBe(204);
  await mock.send('PATCH', '/pets/9', { body: { size: 'small' } });
  expect(sent.slice(1).map((it) => JSON.parse(it.body))).toEqual([
    { new: { name: 'Tim', size: 'big' }, old: { id: 2, name: 'Tom' } },
    { new: { size: 'small' }, old: { id: 9, name: 'Max' } },
  ]);
});

test('asks nobody about an answer that was asked for, or that nobody is named for', async () => {
  const { mock, sent } = await start(500);
  await mock.send('POST', '/pets', { body: {}, headers: { prefer: 'code=200' } });
  await mock.send('GET', '/pets');
  expect(sent).toEqual([]);
});

test('remembers what became of the last ones, without secrets', async () => {
  const { mock } = await start(200);
  for (let i = 0; i < 201; i += 1) await create(mock, { name: 'Tom' });
  expect(mock.deliveries()).toHaveLength(200);
  expect(mock.deliveries()[0]).toEqual({
    at: START,
    namespace: 'default',
    api: 'pets',
    kind: 'webhook',
    webhook: 'petAdded',
    operation: 'createPets',
    url: 'http://127.0.0.1:9/hook',
    status: 200,
    failure: undefined,
    isAllowed: true,
  });
  const { mock: refusing } = await start(new Error('gone'));
  await create(refusing, {});
  expect(refusing.deliveries()[0]).toMatchObject({ failure: 'gone', isAllowed: false });
  await refusing.reset();
  expect(refusing.deliveries()).toEqual([]);
});

test.each([
  ['http://127.0.0.1:80/x', undefined, 'http://127.0.0.1/x'],
  ['http://localhost:1', undefined, 'http://localhost:1/'],
  ['http://[::1]:1', undefined, 'http://[::1]:1/'],
  ['petAdded=http://127.1:1?a=b', 'petAdded', 'http://127.0.0.1:1/?a=b'],
  ['http://127.0.0.1:1?a=b', undefined, 'http://127.0.0.1:1/?a=b'],
])('reads the target %s', (text, name, url) => {
  expect(parseWebhook(text, false)).toEqual({ name, url });
});

test.each([
  ['nowhere', 'webhook-address'],
  ['ftp://127.0.0.1', 'webhook-address'],
  ['http://hooks.example', 'webhook-elsewhere'],
  ['http://127.0.0.1.example', 'webhook-elsewhere'],
  ['http://0.0.0.0', 'webhook-elsewhere'],
  ['http://[::ffff:127.0.0.1]', 'webhook-elsewhere'],
])('refuses the target %s', (text, code) => {
  expect(() => parseWebhook(text, false)).toThrow(expect.objectContaining({ code }));
});

test('goes to other machines when it is let', () =>
  expect(parseWebhook('https://hooks.example/x', true).url).toBe('https://hooks.example/x'));

test('does not start with a webhook that no API sends', async () => {
  const failure = await start(200, [`petAded=${HOOK}`]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(failure).toMatchObject({
    code: 'unknown-webhook',
    hint: 'Did you mean petAdded? The webhooks are: petUpdated, petAdded, petDeleted.',
  });
});

const received: { method: string | undefined; type: string | undefined; body: string }[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    received.push({ method: request.method, type: request.headers['content-type'], body });
    const status = Number(request.url?.slice(1));
    response.writeHead(status, { location: '/200' }).end('x'.repeat(100_000));
  });
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(() => receiver.close());

test.each([200, 302, 500])('delivers over HTTP and tells the status %i', async (status) => {
  const url = `${origin}/${status}`;
  const request = { url, method: 'POST', contentType: 'application/json', body: '{"a":1}' };
  expect(await deliver(request)).toBe(status);
  expect(received.splice(0)).toEqual([
    { method: 'POST', type: 'application/json', body: '{"a":1}' },
  ]);
});
