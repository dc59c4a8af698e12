import { beforeAll, expect, test } from 'vitest';
import { FREE, loadPets, loadText, startMock, type TestMock } from './pets.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadPets()], { limits: false });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  mock.send('GET', path, { headers: { ...FREE, ...headers } });

test('sends the first example with the documented headers', async () => {
  const { status, headers, text } = await get('/pets');
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-page': '1' });
  expect(JSON.parse(text)).toEqual([
    { id: 1, name: 'Rex' },
    { id: 2, name: 'Tom' },
  ]);
});

test('sends a documented text as its UTF-8, whatever its letters', async () => {
  const name = 'Zoë 🐈';
  const api = await loadPets((text) => text.replaceAll('name: Rex', `name: '${name}'`));
  const { rawPayload, headers } = await (
    await startMock([api])
  ).inject({ url: '/pets/v1/pets', headers: FREE });
  expect(JSON.parse(rawPayload.toString('utf8'))).toMatchObject([{ name }, { name: 'Tom' }]);
  expect(headers['content-length']).toBe(String(rawPayload.length));
});

test('sends a required header by its example, and nothing where nothing is documented', async () => {
  const created = await mock.send('POST', '/pets', { headers: FREE, body: { name: 'Rex' } });
  expect([created.status, created.headers['location']]).toEqual([201, '/pets/3']);
  const gone = await mock.send('POST', '/pets/import', { headers: FREE });
  expect([gone.status, gone.text, gone.headers['content-type']]).toEqual([204, '', undefined]);
});

test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['text/csv', 'text/csv'],
  ['text/*;q=0.9, application/json;q=0.8', 'text/csv'],
  ['text/csv;q=0, */*', 'application/json'],
  ['foo', 'application/json'],
  ['image/png, foo, text/csv', 'text/csv'],
])('given Accept: %s, answers with %s', async (accept, want) => {
  const { status, headers } = await get('/pets', accept === undefined ? {} : { accept });
  expect([status, headers['content-type']]).toEqual([200, want]);
});

test.each(['text/html; level', 'image/png', 'application/*;q=0'])(
  'given Accept: %s, says what there is',
  async (accept) => {
    const { status, json } = await get('/pets', { accept });
    expect([status, json.error?.message]).toEqual([
      406,
      'Accept allows none of: application/json, text/csv.',
    ]);
  },
);

test('makes up what has no example, valid by its schema', async () => {
  const { status, text } = await get('/pets/1');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ id: expect.any(Number), name: expect.any(String) });
});

test.each([
  ['code=404', 404],
  ['code=200', 200],
  ['example=none', 200],
  ['example="none"', 200],
  ['Example=none; foo, respond-async', 200],
  ['dynamic=true', 200],
  ['code=503', 422],
  ['code=abc', 422],
  ['example=nobody', 422],
  ['dynamic=perhaps', 422],
  ['handling=lenient, wait=10', 200],
])('given Prefer: %s, answers by %i', async (prefer, want) => {
  expect((await get('/pets', { prefer })).status).toBe(want);
});

test.each(['example=none', 'example="none"', 'wait=1, Example=none'])(
  'given Prefer: %s, sends that example',
  async (prefer) => {
    expect((await get('/pets', { prefer })).text).toBe('[]');
  },
);

test('says which statuses and examples there are', async () => {
  const status = await get('/pets', { prefer: 'code=503' });
  expect(status.json.error?.message).toBe('Prefer asks for status 503; documented are 200, 404.');
  const example = await get('/pets', { prefer: 'example=nobody' });
  expect(example.json.error?.message).toContain('documented are: two, none.');
});

test('makes up headers with the body, but what an example says is not left to chance', async () => {
  const more =
    ', example: 1}\n            X-Left: {schema: {type: integer, minimum: 5, maximum: 9}}';
  const api = await loadPets((text) => text.replace(', example: 1}\n', `${more}\n`));
  const other = await startMock([api], { limits: false });
  const ask = (prefer: string) => other.send('GET', '/pets', { headers: { ...FREE, prefer } });
  const { headers } = await ask('dynamic=true, seed=7');
  expect(headers).toMatchObject({ 'x-page': '1', 'x-left': expect.stringMatching(/^[5-9]$/) });
  expect((await ask('dynamic=true, example=none')).text).toBe('[]');
});

/** Two generated answers of a mock with a seed. */
async function runWith(seed: number): Promise<readonly string[]> {
  const other = await startMock([await loadPets()], { limits: false, seed });
  const request = { headers: { ...FREE, prefer: 'dynamic=true' } };
  const one = await other.send('GET', '/pets', request);
  const two = await other.send('GET', '/pets', request);
  return [one.text, two.text];
}

test('repeats an answer for a seed, and a run for the seed of the mock', async () => {
  const seeded = { prefer: 'dynamic=true, seed=7' };
  const first = await get('/pets', seeded);
  expect((await get('/pets', seeded)).text).toBe(first.text);
  const [one, two] = await runWith(1);
  expect(await runWith(1)).toEqual([one, two]);
  expect(one).not.toBe(two);
  expect(await runWith(2)).not.toEqual([one, two]);
});

test('sends the status alone where a schema allows nothing, and says why to whoever runs it', async () => {
  const { status, headers, text } = await get('/impossible');
  expect([status, headers['content-type'], text]).toEqual([200, undefined, '']);
  expect(mock.events.at(-1)).toMatchObject({ refused: undefined, operation: 'readImpossible' });
  expect(mock.events.at(-1)?.reason).toContain('readImpossible has no content');
});

test('keeps no Accept of one client for the next', async () => {
  await get('/pets', { accept: 'text/csv', prefer: 'code=200' });
  const { headers } = await get('/pets', { prefer: 'code=200' });
  expect(headers['content-type']).toBe('application/json');
});

test('answers HEAD as GET without the body', async () => {
  const full = await get('/pets');
  const head = await mock.send('HEAD', '/pets', { headers: FREE });
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(full.headers['content-length']);
  expect((await mock.send('HEAD', '/pets')).status).toBe(401);
});

test('answers OPTIONS with the methods of a path', async () => {
  const { status, headers, text } = await mock.send('OPTIONS', '/pets');
  expect([status, headers['allow'], text]).toEqual([204, 'GET, POST, HEAD, OPTIONS', '']);
  expect((await mock.send('OPTIONS', '/nowhere')).status).toBe(404);
});

test('tells of each request without its secrets', async () => {
  await mock.send('GET', '/search?q=x&key=pets_query');
  expect(mock.events.at(-1)).toEqual({
    method: 'GET',
    path: '/pets/v1/search',
    status: 204,
    api: 'pets',
    operation: 'searchPets',
    credential: 'query',
    refused: undefined,
    reason: undefined,
  });
});

test.each([
  [
    'XML that nobody can write beside JSON',
    'application/xml: {schema: {type: object}}, application/json: {schema: {type: object}}',
    200,
    '{}',
  ],
  ['XML that somebody wrote', 'application/xml: {example: <a/>}', 200, '<a/>'],
  ['XML alone', 'application/xml: {schema: {type: object, maxProperties: 0}}', 200, '<root/>'],
  [
    'a document of an object',
    'application/xml: {schema: {type: object, required: [a]}, example: <x><a/></x>}',
    200,
    '<x><a/></x>',
  ],
  [
    'an object as XML',
    'application/xml: {schema: {type: object, xml: {name: pet}, properties: {id: {xml: {attribute: true}}}}, example: {id: 1, a: [2, 3]}}',
    200,
    '<pet id="1"><a>2</a><a>3</a></pet>',
  ],
  ['lines', 'application/x-ndjson: {example: [{a: 1}, 2]}', 200, '{"a":1}\n2\n'],
  ['JSON of which nothing is said', 'application/json: {}', 200, 'null'],
  ['anything', "'*/*': {example: {a: 1}}", 200, '{"a":1}'],
])('copes with %s', async (_, content, status, body) => {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
paths: {/a: {get: {responses: {default: {description: Done., content: {${content}}}}}}}`);
  const bare = await startMock([api]);
  const answer = await bare.inject({ method: 'GET', url: '/pets/a' });
  expect(answer.statusCode).toBe(status);
  expect(body === undefined || answer.body === body).toBe(true);
});

test('sends no header that its own body would make untrue, and leaves the document alone', async () => {
  const api = await loadPets((text) => text.replace('X-Page:', 'Content-Encoding:'));
  const before = JSON.stringify(api.document);
  const encoded = await startMock([api]);
  const { headers } = await encoded.send('GET', '/pets', { headers: FREE });
  expect(headers['content-encoding']).toBeUndefined();
  expect((await encoded.send('GET', '/pets/1')).status).toBe(200);
  expect(JSON.stringify(api.document)).toBe(before);
});

test('makes up a required header', async () => {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
paths:
  /a:
    get:
      responses:
        '200':
          description: Done.
          headers:
            X-Flag: {required: true, schema: {type: boolean}}
            Content-Encoding: {schema: {type: string}, example: gzip}`);
  const bare = await startMock([api]);
  const { headers } = await bare.inject({ method: 'GET', url: '/pets/a' });
  expect([headers['x-flag'], headers['content-encoding']]).toEqual(['true', undefined]);
});
