import { beforeAll, expect, test } from 'vitest';
import { BODY_CAP } from '../../scripts/mock/request/receive-body.ts';
import { FREE, loadPets, startMock, type TestMock } from './pets.ts';

const JSON_TYPE = { ...FREE, 'content-type': 'application/json' };
const FORM_TYPE = { ...FREE, 'content-type': 'application/x-www-form-urlencoded' };
const TEXT_TYPE = { ...FREE, 'content-type': 'text/plain' };

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadPets()], { limits: false });
});

test.each([
  ['{"name":"Rex","age":3,"note":null}', 201],
  ['\uFEFF{"name":"Rex"}', 201],
  ['{"name":', 400],
  ['{"name":"Rex"}}', 400],
  ["{'name':'Rex'}", 400],
  ['NaN', 400],
  ['   ', 400],
  ['null', 422],
  ['[]', 422],
  ['{"name":""}', 422],
  ['{"__proto__":{"name":"Rex"}}', 422],
  ['{"name":"Rex","__proto__":{"age":1}}', 422],
  ['{"constructor":1,"name":"Rex"}', 422],
])('answers the JSON body %s by %i', async (body, want) => {
  expect((await mock.send('POST', '/pets', { headers: JSON_TYPE, body })).status).toBe(want);
});

test('refuses JSON that is not UTF-8', async () => {
  const body = Buffer.from('{"name":"\xe9"}', 'latin1');
  const { status, json } = await mock.send('POST', '/pets', { headers: JSON_TYPE, body });
  expect([status, json.error?.message]).toEqual([400, 'The body is not encoded as UTF-8.']);
});

test('keeps the prototype of objects clean', async () => {
  await mock.send('POST', '/pets', { headers: JSON_TYPE, body: '{"__proto__":{"dirty":1}}' });
  await mock.send('POST', '/pets', { headers: FORM_TYPE, body: '__proto__=dirty&name=Rex' });
  expect(({} as Record<string, unknown>)['dirty']).toBeUndefined();
});

test('wants a required body, and not an optional one', async () => {
  const { status, json } = await mock.send('POST', '/pets', { headers: JSON_TYPE });
  expect([status, json.error?.message]).toEqual([400, 'The body is empty.']);
  expect((await mock.send('POST', '/pets/import', { headers: FREE })).status).toBe(204);
});

test('ignores a body that nobody documented', async () => {
  const request = { headers: JSON_TYPE, body: '{' };
  expect((await mock.send('GET', '/pets', request)).status).toBe(200);
});

test.each([
  ['application/json; charset=utf-8', 201],
  ['Application/JSON', 201],
  ['application/json; charset=latin1', 415],
  ['application/xml', 415],
  ['undefined', 415],
  ['json', 415],
  ['', 415],
])('answers the media type "%s" by %i', async (type, want) => {
  const headers = { ...FREE, 'content-type': type };
  const { status } = await mock.send('POST', '/pets', { headers, body: '{"name":"Rex"}' });
  expect(status).toBe(want);
});

test('refuses more bytes than it reads, announced or not', async () => {
  const body = Buffer.alloc(BODY_CAP + 1, 0x20);
  const { status } = await mock.send('POST', '/pets', { headers: JSON_TYPE, body });
  expect(status).toBe(413);
  const chunked = { ...JSON_TYPE, 'transfer-encoding': 'chunked' };
  expect((await mock.send('POST', '/pets', { headers: chunked, body })).status).toBe(413);
});

test.each([
  ['name=Rex&age=3', 201],
  ['name=Rex+the+%C3%89', 201],
  ['name=Rex&age=old', 422],
  ['age=3', 422],
  ['name=%zz', 400],
])('answers the form %s by %i', async (body, want) => {
  expect((await mock.send('POST', '/pets', { headers: FORM_TYPE, body })).status).toBe(want);
});

test('checks text as a string', async () => {
  expect((await mock.send('POST', '/pets', { headers: TEXT_TYPE, body: 'short' })).status).toBe(
    201,
  );
  expect((await mock.send('POST', '/pets', { headers: TEXT_TYPE, body: 'longer' })).status).toBe(
    422,
  );
});

test.each([
  [{}, { code: 'BAD_NAME', details: { field: 'name', value: null } }],
  [{ name: '' }, { code: 'BAD_NAME', details: { field: 'name', value: '' } }],
  [
    { name: 'Rex', age: 'old' },
    { code: 'INVALID', details: { field: 'age', value: 'old' } },
  ],
  [
    { name: 'Rex', age: [1] },
    { code: 'INVALID', details: { field: 'age' } },
  ],
  [
    { name: 'Rex', wings: 2 },
    { code: 'INVALID', details: { field: 'wings', value: 2 } },
  ],
])('names what is wrong with %j', async (body, want) => {
  const { status, json } = await mock.send('POST', '/pets', { headers: FREE, body });
  expect(status).toBe(422);
  expect(json.error).toMatchObject(want);
  expect(json.error?.details).toEqual(want.details);
});

test('names a place in a list, and finds its example by the place', async () => {
  const body = { pets: [{ name: 'Rex' }, { name: '' }] };
  const { json } = await mock.send('POST', '/pets/import', { headers: FREE, body });
  expect(json.error).toEqual({
    code: 'BAD_NAME',
    message: '"pets[1].name" must not have fewer than 1 character.',
    details: { field: 'pets[1].name', value: '' },
  });
});

test('leaves a field out that it does not have, and a value that is long', async () => {
  const whole = await mock.send('POST', '/pets', { headers: FREE, body: [] });
  expect(whole.json.error).toEqual({
    code: 'INVALID',
    message: 'The body must be of type object.',
  });
  const body = { name: 'Rex', age: 'x'.repeat(500) };
  const long = await mock.send('POST', '/pets', { headers: FREE, body });
  expect(long.json.error?.details).toEqual({ field: 'age' });
});

test.each([
  ['', 200],
  ['?limit=5', 200],
  ['?limit=0', 422],
  ['?limit=five', 422],
  ['?limit=', 422],
  ['?tags=a,b', 200],
  ['?tags=a%2Cb%2Cc', 200],
  ['?tags=abc%2Cdef', 200],
  ['?tags=abcdef%2Cb', 422],
  ['?tags=abcdef,b', 422],
  ['?filter[age]=3', 200],
  ['?filter[age]=old', 422],
  ['?filter%5Bage%5D=old', 422],
  ['?unknown=1', 200],
  ['?limit=%zz', 400],
  ['?%', 400],
])('answers the query "%s" by %i', async (query, want) => {
  expect((await mock.send('GET', `/pets${query}`, { headers: FREE })).status).toBe(want);
});

test.each([
  [{ 'x-trace': 'no uuid' }, 422],
  [{ 'x-trace': '123e4567-e89b-12d3-a456-426614174000' }, 200],
  [{ cookie: 'theme=dark' }, 200],
  [{ cookie: 'a=b; theme=blue' }, 422],
])('answers the headers %j by %i', async (headers, want) => {
  const { status } = await mock.send('GET', '/pets', { headers: { ...FREE, ...headers } });
  expect(status).toBe(want);
});

test.each([
  ['/pets/1', 200],
  ['/pets/%31', 200],
  ['/pets/one', 422],
  ['/pets/%zz', 400],
  ['/pets/%ff', 400],
  ['/pets/', 404],
  ['/pets/1/', 404],
])('answers the path %s by %i', async (path, want) => {
  expect((await mock.send('GET', path)).status).toBe(want);
});

test('words paths that cannot be decoded as the API does', async () => {
  expect((await mock.send('GET', '/pets/%zz')).json.error?.code).toBe('MALFORMED');
  expect((await mock.send('GET', '/%')).json.error?.code).toBe('NOT_FOUND');
});

test('wants a required parameter', async () => {
  const { status, json } = await mock.send('GET', '/search?key=pets_query');
  expect(status).toBe(422);
  expect(json.error?.message).toBe('The query parameter "q" is missing.');
});

test('asks who is there before it looks at the body', async () => {
  const headers = { 'content-type': 'application/json' };
  expect((await mock.send('POST', '/pets', { headers, body: '{' })).status).toBe(401);
});
