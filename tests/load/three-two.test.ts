import { beforeAll, expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import { valueAt } from '../../scripts/base/json-pointer.ts';
import { asThreeOne } from '../../scripts/model/as-three-one.ts';
import { writeParameter } from '../../scripts/wire/write-parameter.ts';
import { loadText } from './load-files.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';

let api: ApiModel;
let mock: Mock;

beforeAll(async () => {
  api = await loadDescription(nodeIo, 'tests/load/cases/three-two/openapi.yaml');
  mock = await createMock([api], { clock: { now: () => Date.UTC(2026, 0, 1) }, limits: true });
  return () => mock.close();
});

test('nothing of it is left aside or upgraded', () => {
  expect([api.aside, api.upgradedFrom]).toEqual([[], undefined]);
});

test('a method of its own and QUERY are operations, whose pointers lead to their lines', () => {
  const found = api.operations.map(({ id, method, pointer }) => [
    id,
    method,
    api.locate(pointer).line,
  ]);
  expect(found.slice(0, 2)).toEqual([
    ['searchStations', 'query', 16],
    ['copyStations', 'copy', 37],
  ]);
});

test('a form in the place of the query string is read field by field', () => {
  const parameters = api.operations.find(({ id }) => id === 'findStations')?.parameters;
  expect(parameters?.map(({ name, in: place, required }) => [name, place, required])).toEqual([
    ['line', 'query', true],
    ['tag', 'query', false],
  ]);
});

test('content told item by item is a list, each item at its line', () => {
  const content = api.operations.find(({ id }) => id === 'sendDepartures')?.body?.content ?? [];
  const [{ schema = '#' } = {}] = content;
  expect(api.schemas.check(schema, [{ line: 1, at: '2026-01-01T00:00:00Z' }])).toEqual([]);
  const [breach] = api.schemas.check(schema, [{ at: '2026-01-01T00:00:00Z' }]);
  expect([breach?.instance, breach?.keyword]).toEqual(['/0/line', 'required']);
  expect(api.locate(`${schema}/items`).line).toBe(88);
});

test.for([
  { method: 'QUERY', path: '/stations', body: { near: 'Bern' }, status: 200 },
  { method: 'QUERY', path: '/stations', body: { near: '' }, status: 400 },
  { method: 'COPY', path: '/stations', headers: { destination: '/backup' }, status: 204 },
  { method: 'COPY', path: '/stations', headers: { destination: 'backup' }, status: 400 },
  { method: 'GET', path: '/stations/find?line=3&tag=a&tag=b', status: 200 },
  { method: 'GET', path: '/stations/find?line=0', status: 400 },
  { method: 'GET', path: '/stations/find', status: 400 },
  { method: 'GET', path: '/stations', status: 405 },
])('$method $path is answered $status', async ({ method, path, body, headers = {}, status }) => {
  const response = await mock.inject({
    method,
    url: `/three-two/v1${path}`,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect([response.statusCode, status === 405 ? response.headers['allow'] : '']).toEqual([
    status,
    status === 405 ? 'QUERY, COPY, OPTIONS' : '',
  ]);
});

test.for([
  ['application/jsonl', /^(?:\{.*\}\n)+$/],
  // Each record begins with the sign RS.
  ['application/json-seq', /^(?:.\{.*\}\n)+$/],
  ['text/event-stream', /^(?:event: departure\n)?data: /m],
] as const)('a stream of %s is answered', async ([accept, want]) => {
  const response = await mock.inject({ url: '/three-two/v1/departures', headers: { accept } });
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    200,
    expect.stringContaining(accept),
  ]);
  expect(response.body).toMatch(want);
});

test.for([
  ['{"line":1,"at":"2026-01-01T00:00:00Z"}\n', 202],
  ['{"line":"x"}\n', 400],
] as const)('a stream is read record by record: %s', async ([body, status]) => {
  const response = await mock.inject({
    method: 'POST',
    url: '/three-two/v1/departures',
    headers: { 'content-type': 'application/jsonl' },
    body,
  });
  expect(response.statusCode).toBe(status);
});

test('a security requirement may name its scheme by an address', async () => {
  const schemes = 'components: {securitySchemes: {a/b: {type: apiKey, in: query, name: k}}}';
  for (const address of [
    '#/components/securitySchemes/a~1b',
    'https://a.test/d#/components/securitySchemes/a%7E1b',
  ]) {
    const text = `openapi: 3.2.0
$self: https://a.test/d
info: {title: T, version: '1'}
security: [{'${address}': []}]
paths: {/a: {get: {responses: {'200': {description: ok}}}}}
${schemes}
`;
    const { operations, aside } = await loadText(text);
    expect([operations[0]?.security, aside]).toEqual([[new Map([['a/b', []]])], []]);
  }
});

const JSON_QUERY = `openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /find:
    get:
      operationId: find
      parameters:
        - name: selector
          in: querystring
          required: true
          content:
            application/json:
              schema: {type: object, required: [a], properties: {a: {type: integer}, s: {type: string}}}
      responses: {'200': {description: ok}}
`;

test.each([
  ['?%7B%22a%22%3A1%7D', 200],
  ['?{"a":1,"s":"x=y%26z"}', 200],
  ['?{"a":1,"s":"x&y"}', 200],
  ['?%7B%22a%22%3A%22x%22%7D', 400],
  ['?nothing', 400],
  ['?%FF', 400],
  ['', 400],
])('a query string that is JSON is read as a whole: %s is answered %i', async (query, status) => {
  const find = await loadText(JSON_QUERY);
  const own = await createMock([find], { clock: { now: () => 0 }, limits: true });
  const { statusCode } = await own.inject({ url: `${own.mounts[0]?.basePath}/find${query}` });
  await own.close();
  expect(statusCode).toBe(status);
});

test('a query string that is JSON is written without a name, and told of in 3.1 as a parameter', async () => {
  const { operations, document } = await loadText(JSON_QUERY);
  const [parameter] = operations[0]?.parameters ?? [];
  expect(parameter && writeParameter(parameter, { a: 1, s: '&=' })).toBe(
    '%7B%22a%22%3A1%2C%22s%22%3A%22%26%3D%22%7D',
  );
  const told = valueAt(asThreeOne(document), '#/paths/~1find/get/parameters/0');
  expect(told).toMatchObject({ name: 'selector', in: 'query', required: true });
});
