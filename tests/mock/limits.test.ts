import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { findLongItem } from '../../scripts/wire/long-item.ts';
import { DESCRIPTION, FREE, loadText, startMock, type TestMock } from './pets.ts';

const JSON_TYPE = { ...FREE, 'content-type': 'application/json' };
const TOO_LARGE =
  "tooLarge: {status: 413, response: Refused, example: invalid, detail: {message: '#/error/message', field: '#/error/details/field'}}";
const FIXTURES = `
credentials: [{id: free, scheme: bearer, value: pets_free, plan: free}]
customQuotas: {team: 100}`;

let mock: TestMock;
beforeAll(async () => {
  const text = DESCRIPTION.replace(
    'x-errors:',
    `x-limits: {bodyBytes: 100}\nx-errors:\n  ${TOO_LARGE}`,
  ).replace(
    'operationId: importPets',
    "operationId: importPets\n      x-limits: {bodyBytes: 1000, itemBytes: 20, itemsAt: '#/pets'}",
  );
  mock = await startMock([await loadText(text, FIXTURES)], { limits: false });
});

/** A JSON body of that many bytes. */
const sized = (bytes: number) => `{"name":"${'x'.repeat(bytes - 11)}"}`;

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  mock.send('POST', path, { headers: { ...JSON_TYPE, ...headers }, body });

test.each([
  [99, 201],
  [100, 201],
  [101, 413],
])('answers a body of %i bytes by %i, with a length or without', async (bytes, want) => {
  expect((await post('/pets', sized(bytes))).status).toBe(want);
  const chunked = { 'transfer-encoding': 'chunked' };
  expect((await post('/pets', sized(bytes), chunked)).status).toBe(want);
});

test('counts bytes, not characters', async () => {
  expect((await post('/pets', `{"name":"${'é'.repeat(44)}"}`)).status).toBe(201);
  expect((await post('/pets', `{"name":"${'é'.repeat(45)}"}`)).status).toBe(413);
});

test('says how many bytes are too many', async () => {
  const { json } = await post('/pets', sized(101));
  expect(json.error?.message).toBe('The body has more than 100 bytes.');
});

const CODINGS = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['GZip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
] as const;

test.each(CODINGS)('limits what %s unpacks to, not what it takes', async (coding, encode) => {
  const headers = { 'content-encoding': coding };
  expect((await post('/pets', encode(sized(100)), headers)).status).toBe(201);
  expect((await post('/pets', encode(sized(101)), headers)).status).toBe(413);
});

test.each(CODINGS)('refuses what is not %s', async (coding) => {
  const { status, json } = await post('/pets', sized(50), { 'content-encoding': coding });
  expect([status, json.error?.code]).toEqual([400, 'MALFORMED']);
});

test('refuses a compressed body that ends early', async () => {
  const cut = gzipSync(sized(100)).subarray(0, -9);
  expect((await post('/pets', cut, { 'content-encoding': 'gzip' })).status).toBe(400);
});

test('names the codings it knows, beside one that it does not', async () => {
  const { status, headers } = await post('/pets', '{}', { 'content-encoding': 'zstd' });
  expect([status, headers['accept-encoding']]).toEqual([415, 'gzip, deflate, br']);
});

test('unpacks no bomb', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  const before = process.memoryUsage().arrayBuffers;
  const { status } = await post('/pets', bomb, { 'content-encoding': 'gzip' });
  expect(status).toBe(413);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
});

test('limits each item by its own text', async () => {
  const rex = '{"name":"Rex"}';
  const longest = '{"name" : "Rex the"}';
  expect((await post('/pets/import', `{"pets":[ ${longest} , ${rex}]}`)).status).toBe(204);
  const { status, json } = await post('/pets/import', `{"pets":[${rex},{"name": "Rex the d"}]}`);
  expect(status).toBe(413);
  expect(json.error).toMatchObject({
    message: '"pets[1]" has 21 bytes, more than 20.',
    details: { field: 'pets[1]' },
  });
});

test('minds the size of items before their form', async () => {
  expect((await post('/pets/import', `{"pets":[{"wings":"${'x'.repeat(20)}"}]}`)).status).toBe(413);
  expect((await post('/pets/import', '{"pets":{"wings":"xxxxxxxxxxxxxxxxxxxxx"}}')).status).toBe(
    422,
  );
});

const find = (text: string, at: `#${string}`, limit: number) =>
  findLongItem(Buffer.from(text), JSON.parse(text.replace('\uFEFF', '')), at, limit);

test.each([
  ['[1,22,333]', '#', 2, { index: 2, bytes: 3 }],
  ['[1,22,333]', '#', 3, undefined],
  [' [ "a" , "]\\"," , {"b":[1,{}]} ]', '#', 6, { index: 2, bytes: 12 }],
  ['["\\\\","\\\\\\""]', '#', 5, { index: 1, bytes: 6 }],
  ['["é"]', '#', 3, { index: 0, bytes: 4 }],
  ['{"a":[1],"a":[1,22]}', '#/a', 1, { index: 1, bytes: 2 }],
  ['{"x":{"a":[9999]},"\\u0061":[[],[[]]]}', '#/a', 2, { index: 1, bytes: 4 }],
  ['{"a":[{"b":[true]},{"b":[false]}]}', '#/a/1/b', 4, { index: 0, bytes: 5 }],
  ['\uFEFF[1,true]', '#', 1, { index: 1, bytes: 4 }],
  ['[]', '#', 1, undefined],
  ['{"a":{}}', '#/a', 1, undefined],
  ['{"a":"text"}', '#/b', 1, undefined],
] as const)('in %s at %s, finds what has more than %i bytes', (text, at, limit, want) => {
  expect(find(text, at, limit)).toEqual(want);
});
