import cors from '@fastify/cors';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { FREE, loadPets, startMock } from './pets.ts';
import { mockCommand } from './mock-command.ts';

const PAGE = 'http://localhost:3000';
const ASKS = {
  origin: PAGE,
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,content-type',
};

const pets = await loadPets();
const mock = await startMock([pets]);

/** The fields of CORS alone. */
function fieldsOf(headers: object): Record<string, unknown> {
  const own = Object.entries(headers).filter(([name]) => /^access-control-|^vary$/.test(name));
  return Object.fromEntries(own);
}

test('answers what a page asks before a request, and counts nothing', async () => {
  const answer = await mock.send('OPTIONS', '/pets', { headers: ASKS });
  expect(answer.status).toBe(204);
  expect(answer.text).toBe('');
  expect(fieldsOf(answer.headers)).toEqual({
    'access-control-allow-origin': PAGE,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, HEAD, OPTIONS',
    'access-control-allow-headers': 'authorization,content-type',
    'access-control-expose-headers': 'date',
    vary: 'Origin',
  });
  expect(await mock.standings()).toEqual([]);
});

test.each([
  ['a preflight', 'OPTIONS', ASKS],
  ['a request', 'GET', { origin: PAGE }],
  ['a page of a file', 'GET', { origin: 'null' }],
  ['a request of no page', 'GET', {}],
] as const)('tells of %s what another implementation tells', async (_, method, headers) => {
  const app = fastify();
  await app.register(cors, {
    origin: true,
    credentials: true,
    methods: ['GET', 'POST', 'HEAD', 'OPTIONS'],
    strictPreflight: false,
  });
  app.get('/pets', () => []);
  app.post('/pets', () => ({}));
  const theirs = await app.inject({ method, url: '/pets', headers });
  const ours = await mock.send(method, '/pets', { headers: { ...headers } });
  const { 'access-control-expose-headers': exposed, ...own } = fieldsOf(ours.headers);
  // Theirs adds to `Vary` what the preflight asks for, and tells it to no page as well.
  const {
    'access-control-allow-credentials': always,
    vary: _vary,
    ...others
  } = fieldsOf(theirs.headers);
  const { 'access-control-allow-credentials': shared, vary, ...same } = own;
  expect(normalise(same)).toEqual(normalise('origin' in headers ? others : {}));
  expect(vary).toBe('Origin');
  expect(shared).toBe('origin' in headers ? always : undefined);
  expect(exposed === undefined).toBe(!('origin' in headers));
});

/** Lists without regard to blanks. */
function normalise(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, String(value).replaceAll(/,\s*/g, ', ')]),
  );
}

test.each([
  [
    'a private network',
    '/pets',
    { 'access-control-request-private-network': 'true' },
    {
      'access-control-allow-private-network': 'true',
    },
  ],
  [
    'a method that the path does not have',
    '/pets',
    { 'access-control-request-method': 'DELETE' },
    {
      'access-control-allow-methods': 'GET, POST, HEAD, OPTIONS, DELETE',
    },
  ],
  ['a path that is none', '/nowhere', {}, { 'access-control-allow-methods': 'POST' }],
  ['a path of no API', '/nowhere/at/all', {}, { 'access-control-allow-methods': 'POST' }],
])('lets a page come to %s', async (name, path, more, want) => {
  const url = name === 'a path of no API' ? path : `/pets/v1${path}`;
  const answer = await mock.inject({ method: 'OPTIONS', url, headers: { ...ASKS, ...more } });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers).toMatchObject(want);
});

test('repeats no names that are none', async () => {
  const headers = { ...ASKS, 'access-control-request-headers': 'a b;c' };
  const answer = await mock.send('OPTIONS', '/pets', { headers });
  expect(answer.headers).not.toHaveProperty('access-control-allow-headers');
});

test.each([
  ['a success', 'GET', '/pets/v1/pets', FREE, 200, /^x-page, x-ratelimit-/],
  ['a refusal', 'GET', '/pets/v1/pets', {}, 401, /x-ratelimit-limit/],
  ['a path beside the API', 'GET', '/nowhere', {}, 404, /date$/],
  ['a method that is none', 'PUT', '/pets/v1/pets', {}, 405, /^allow, /],
] as const)(
  'lets a page read every field of %s',
  async (_, method, url, headers, status, exposed) => {
    const answer = await mock.inject({ method, url, headers: { ...headers, origin: PAGE } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': expect.stringMatching(exposed),
      vary: 'Origin',
    });
  },
);

test('a documented OPTIONS answers whatever is no preflight', async () => {
  const documented = await loadPets((text) =>
    text.replace(
      '  /public:\n',
      "  /public:\n    options: {security: [], responses: {'200': {description: Own., headers: {Vary: {schema: {type: string}, example: Accept}, Access-Control-Expose-Headers: {schema: {type: string}, example: X-Own}}}}}\n",
    ),
  );
  const own = await startMock([documented]);
  const plain = await own.send('OPTIONS', '/public', { headers: { origin: PAGE } });
  expect(plain.status).toBe(200);
  expect(plain.headers).toMatchObject({
    vary: 'Accept, Origin',
    'access-control-expose-headers': expect.stringMatching(/^vary, .*date, X-Own$/),
  });
  const asked = await own.send('OPTIONS', '/public', { headers: ASKS });
  expect(asked.status).toBe(204);
  const unasked = await own.send('OPTIONS', '/public');
  expect(unasked.headers).toMatchObject({ vary: 'Accept, Origin' });
});

test.each([
  ['another origin', [PAGE], 'http://localhost:3001', 'Origin'],
  ['any origin', false, PAGE, undefined],
] as const)('tells %s nothing where it is not let in', async (_, origins, origin, vary) => {
  const closed = await startMock([pets], { cors: origins });
  const asked = await closed.send('OPTIONS', '/pets', { headers: { ...ASKS, origin } });
  expect(asked.status).toBe(204);
  expect(asked.headers).toMatchObject({ allow: 'GET, POST, HEAD, OPTIONS' });
  expect(fieldsOf(asked.headers)).toEqual(vary === undefined ? {} : { vary });
  const answer = await closed.send('GET', '/pets', { headers: { ...FREE, origin } });
  expect(fieldsOf(answer.headers)).toEqual(vary === undefined ? {} : { vary });
});

test.each([
  [[], 'http://any.example', 'http://any.example'],
  [['--cors', 'http://a.example/', '--cors', 'null'], 'http://a.example', 'http://a.example'],
  [['--cors', 'http://a.example/', '--cors', 'null'], 'null', 'null'],
  [['--cors', 'http://a.example'], 'http://b.example', null],
  [['--no-cors'], 'http://b.example', null],
])('with %j a page of %s is told %s', async (argv, origin, want) => {
  const { exitCode } = await mockCommand(['clayva', '--no-control', ...argv], async (out) => {
    const base = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(out)?.[0] ?? '';
    const answer = await fetch(base, { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(want);
  });
  expect(exitCode).toBe(0);
});

test('a flag that names no origin is explained', async () => {
  const { exitCode, err } = await mockCommand(['clayva', '--cors', 'localhost:3000/app']);
  expect(exitCode).toBe(2);
  expect(err).toContain('http://localhost:3000');
});
