import { expect, test } from 'vitest';
import { FREE, loadPets, loadText, startMock } from './pets.ts';

const withoutPolicies = (text: string) => text.replace(/x-errors:\n(  .*\n|    .*\n)+/, '');

test('falls back to the nearest declared kind, with the status of HTTP', async () => {
  const mock = await startMock([await loadPets()], { limits: false });
  const wrongMethod = await mock.send('PATCH', '/pets', { headers: FREE });
  expect(wrongMethod.status).toBe(405);
  expect(wrongMethod.headers['allow']).toBe('GET, POST, HEAD, OPTIONS');
  expect(wrongMethod.json).toEqual({
    ok: false,
    error: {
      code: 'INVALID',
      message: 'PATCH is not allowed here; GET, POST, HEAD, OPTIONS are.',
    },
  });
});

test('takes any kind of the class where the general one is not declared', async () => {
  const api = await loadPets((text) => text.replace(/ {2}invalid:\n( {4}.*\n)+/, ''));
  const mock = await startMock([api], { limits: false });
  const { status, json } = await mock.send('POST', '/pets', { headers: FREE, body: {} });
  expect([status, json.error]).toEqual([
    400,
    { code: 'MALFORMED', message: '"name" is required.' },
  ]);
});

test('an operation words its own refusals', async () => {
  const own = `operationId: createPet
      x-errors: {invalid: {status: 409, response: Refused, example: notFound}}`;
  const api = await loadPets((text) => text.replace('operationId: createPet', own));
  const mock = await startMock([api]);
  const refused = await mock.send('POST', '/pets', { headers: FREE, body: {} });
  // Without a detail pointer the example stays as it is.
  expect([refused.status, refused.json.error]).toEqual([
    409,
    { code: 'NOT_FOUND', message: 'Nothing there.' },
  ]);
});

test('without policies sends the documented response of the status or its range', async () => {
  const ranged = "responses: {'4XX': {$ref: '#/components/responses/Refused'}}";
  const mock = await startMock([
    await loadPets((text) =>
      withoutPolicies(text).replace("responses: {'204': {description: Gone.}}", ranged),
    ),
  ]);
  const refused = await mock.send('DELETE', '/pets/1');
  expect([refused.status, refused.json.error?.code]).toEqual([401, 'MALFORMED']);
});

test('without anything documented sends problem details', async () => {
  const mock = await startMock([await loadPets(withoutPolicies)]);
  const refused = await mock.send('POST', '/pets', { headers: FREE, body: {} });
  expect(refused.status).toBe(400);
  expect(refused.headers['content-type']).toBe('application/problem+json');
  expect(refused.json).toEqual({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: '"name" is required.',
    field: 'name',
  });
});

const ISSUES = `
openapi: 3.1.0
info: {title: Issues, version: '1'}
x-errors:
  invalid:
    status: 400
    response: Wrong
    detail: {message: '#/message', field: '#/details/issues/0/path', fieldMessage: '#/details/issues/0/message'}
paths:
  /a:
    post:
      parameters: [{name: n, in: query, schema: {type: array, items: {type: integer}}}]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                'the.list': {type: array, items: {type: object, properties: {n: {type: integer}}}}
      responses: {'204': {description: Done.}}
components:
  responses:
    Wrong:
      description: Wrong.
      content:
        application/json:
          example: {type: Bad, message: Wrong., details: {issues: [{path: [name], message: Required}]}}`;

test.for<[string, unknown, string, unknown]>([
  ['a property in a list', { 'the.list': [{}, { n: 'x' }] }, '', ['the.list', 1, 'n']],
  ['the whole body', [], '', []],
  ['a parameter', {}, '?n=1&n=x', ['n', 1]],
])('an envelope with a path of segments names %s', async ([, body, query, path]) => {
  const mock = await startMock([await loadText(ISSUES)]);
  const payload = JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  const refused = await mock.inject({ method: 'POST', url: `/pets/a${query}`, headers, payload });
  const { message } = refused.json();
  expect(message).toMatch(/must be of type/);
  expect(refused.json()).toEqual({
    type: 'Bad',
    message,
    details: { issues: [{ path, message }] },
  });
});

test('an envelope leaves its issues out where no field is at fault', async () => {
  const mock = await startMock([await loadText(ISSUES)]);
  const refused = await mock.inject({ method: 'PATCH', url: '/pets/a' });
  expect(refused.json()).toEqual({
    type: 'Bad',
    message: 'PATCH is not allowed here; POST, OPTIONS are.',
  });
});

test('prefers a documented 422 to an undocumented 400', async () => {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
paths:
  /a:
    get:
      parameters: [{name: n, in: query, required: true, schema: {type: integer}}]
      responses:
        '204': {description: Done.}
        '422': {description: Wrong., content: {application/json: {example: {wrong: true}}}}`);
  const mock = await startMock([api]);
  const refused = await mock.inject({ method: 'GET', url: '/pets/a' });
  expect([refused.statusCode, refused.json()]).toEqual([422, { wrong: true }]);
});

test('a request to no API at all still ends in order', async () => {
  const mock = await startMock([await loadPets()]);
  const lost = await mock.inject({ method: 'GET', url: '/' });
  expect(lost.statusCode).toBe(404);
  expect(lost.json().error.message).toBe(
    'Nothing is mounted here; try /pets/v1, /pets/sandbox.pets.example/v1.',
  );
});

const down = () => Promise.reject(new Error('the shared store is down'));

test('an internal failure is told in the envelope and logged with its cause', async () => {
  const store = { get: down, set: down, increment: down, delete: down, list: down, clear: down };
  const mock = await startMock([await loadPets()], { store });
  const failed = await mock.send('GET', '/pets', { headers: FREE });
  expect([failed.status, failed.json.error?.code]).toEqual([500, 'INTERNAL']);
  expect(failed.text).not.toContain('store');
  expect(mock.events.at(-1)?.reason).toContain('the shared store is down');
});

test('a failure inside Fastify ends in the envelope as well', async () => {
  const api = await loadPets();
  const mock = await startMock([
    // A header name that Node refuses to send, on the answers of one operation.
    {
      ...api,
      operations: api.operations.map((it) => ({
        ...it,
        responses: it.responses.map((response) => ({
          ...response,
          headers: response.headers.map((header) => ({ ...header, name: 'not a name' })),
        })),
      })),
    },
  ]);
  const failed = await mock.send('GET', '/pets', { headers: FREE });
  expect([failed.status, failed.json.error?.code]).toEqual([500, 'INTERNAL']);
  expect(mock.events.at(-1)?.reason).toContain('not a name');
});
