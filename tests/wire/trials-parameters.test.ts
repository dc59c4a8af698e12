import { beforeAll, expect, test } from 'vitest';
import type { ApiModel, Operation } from '../../scripts/model/api-model.ts';
import { NO_CREDENTIAL } from '../../scripts/contract/wire/credentials.ts';
import { encodeRequest } from '../../scripts/contract/wire/encode.ts';
import { readRequest } from '../../scripts/contract/wire/read-request.ts';
import type { HeaderFields } from '../../scripts/wire/exchange.ts';
import { loadText, startMock, type TestMock } from '../mock/pets.ts';

/** One path for each parameter, so that none is told by what another says. */
const PARAMETERS: Readonly<Record<string, unknown>> = {
  union: query('limit', { anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] }),
  joined: query('n', { allOf: [{ type: 'integer' }, { maximum: 9 }] }),
  listed: query('n', { enum: [1, 2, 3] }),
  fixed: query('n', { const: 5 }),
  lists: query('ids', {
    anyOf: [{ type: 'array', items: { type: 'integer' } }, { type: 'null' }],
  }),
  flag: { ...query('flag', { type: 'boolean' }), allowEmptyValue: true },
  comma: { ...query('ids', { type: 'array', items: { type: 'integer' } }), explode: false },
  tags: {
    ...query('tags', { type: 'array', items: { type: 'string' }, maxItems: 2 }),
    explode: false,
  },
  object: query('filter', {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, size: { type: 'integer' } },
  }),
  big: query('id', { type: 'integer', maximum: 9007199254740993n }),
  header: {
    name: 'X-Num',
    in: 'header',
    schema: { type: 'array', items: { type: 'integer' }, maxItems: 3 },
  },
  cookie: { name: 'ids', in: 'cookie', schema: { type: 'array', items: { type: 'integer' } } },
  content: {
    name: 'filter',
    in: 'query',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['tone'],
          properties: { tone: { enum: ['warm', 'cold'] } },
        },
      },
    },
  },
  'path/{p}': {
    name: 'p',
    in: 'path',
    required: true,
    schema: { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^[a-z]+$' }] },
  },
};

function query(name: string, schema: object): object {
  return { name, in: 'query', schema };
}

const DESCRIPTION = JSON.stringify({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Trials', version: '1' },
  servers: [{ url: 'https://trials.test/v1' }],
  paths: Object.fromEntries(
    Object.entries(PARAMETERS).map(([name, parameter]) => [
      `/${name}`,
      {
        get: {
          operationId: name,
          parameters: [parameter],
          responses: { 200: { description: 'Well.' }, 400: { description: 'No.' } },
        },
      },
    ]),
  ),
});

let api: ApiModel;
let mock: TestMock;
beforeAll(async () => {
  api = await loadText(DESCRIPTION);
  mock = await startMock([api], { limits: false });
});

type Sent = readonly [path: string, headers?: Readonly<Record<string, string>>];

const ACCEPTED: readonly Sent[] = [
  ['/union?limit=7'],
  ['/union?limit=50'],
  ['/joined?n=7'],
  ['/listed?n=2'],
  ['/fixed?n=5'],
  ['/fixed?n=5.0'],
  ['/lists?ids=1&ids=2'],
  ['/lists?ids=1'],
  ['/flag?flag='],
  ['/flag?flag'],
  ['/flag?flag=true'],
  ['/comma?ids=1,2'],
  ['/comma?ids=1%2C2'],
  ['/tags?tags=a%2Cb,c'],
  ['/object?kind=a'],
  ['/object?kind=a&size=3&other=1'],
  ['/object?other=1'],
  ['/big?id=9007199254740992'],
  ['/big?id=9007199254740993'],
  ['/header', { 'x-num': '1, 2' }],
  ['/header', { 'X-NUM': '1 ,2,,3' }],
  ['/cookie', { cookie: 'ids=1; ids=2' }],
  ['/content?filter=%7B%22tone%22%3A%22warm%22%7D'],
  ['/content'],
  ['/path/5'],
  ['/path/abc'],
];

const REFUSED: readonly Sent[] = [
  ['/union?limit=51'],
  ['/union?limit=many'],
  ['/joined?n=10'],
  ['/listed?n=4'],
  ['/fixed?n=6'],
  ['/lists?ids=1&ids=b'],
  ['/flag?flag=maybe'],
  ['/comma?ids=1,b'],
  ['/comma?ids=1%2Cb'],
  ['/tags?tags=a,b,c'],
  ['/object?size=3'],
  ['/object?kind=a&size=big'],
  ['/big?id=9007199254740994'],
  ['/header', { 'x-num': '1, b' }],
  ['/header', { 'x-num': '1, 2, 3, 4' }],
  ['/cookie', { cookie: 'ids=b' }],
  ['/content?filter=notjson'],
  ['/content?filter=%7B%22tone%22%3A%22hot%22%7D'],
  ['/content?filter=false'],
  ['/path/A5'],
];

test.for(ACCEPTED)(
  '%s %o keeps the contract: mock and test say so',
  async ([path, headers = {}]) => {
    expect((await mock.send('GET', path, { headers })).status).toBe(200);
    expect(breachesOf(path, headers)).toEqual([]);
  },
);

test.for(REFUSED)(
  '%s %o breaks the contract: mock and test say so',
  async ([path, headers = {}]) => {
    const { status } = await mock.send('GET', path, { headers });
    expect(status).toBe(400);
    expect(breachesOf(path, headers)).not.toEqual([]);
  },
);

test('the lines of a header are one list', () => {
  const lines: HeaderFields = [
    ['X-Num', '1, 2'],
    ['x-num', '3'],
  ];
  expect(read('/header', lines)).toEqual([]);
  expect(read('/header', [...lines, ['X-Num', '4']])).toHaveLength(1);
});

test('what nobody says how to write is held against nobody', () => {
  expect(breachesOf('/cookie', { cookie: 'ids=1; ids=b' })).toEqual([]);
  expect(breachesOf('/union?limit=')).toEqual([]);
  expect(breachesOf('/object?kind=%zz')).toEqual([]);
});

test.for<readonly [string, unknown, string]>([
  ['union', 7, '/union?limit=7'],
  ['union', null, '/union'],
  ['comma', [1, 2], '/comma?ids=1,2'],
  ['tags', ['a,b', 'c'], '/tags?tags=a%2Cb,c'],
  ['object', { kind: 'a' }, '/object?kind=a'],
  ['big', 9007199254740993n, '/big?id=9007199254740993'],
  ['content', { tone: 'warm' }, '/content?filter=%7B%22tone%22%3A%22warm%22%7D'],
  ['path/{p}', 'a/b', '/path/a%2Fb'],
  // Another address, which nobody is asked for.
  ['path/{p}', '', ''],
  ['path/{p}', '.', ''],
  ['path/{p}', '..', ''],
  ['path/{p}', [], ''],
])('%s is sent with %o as %s', ([id, value, want]) => {
  expect(written(id, value).url).toBe(want);
});

test('an exploded cookie as one pair for each item', () => {
  expect(written('cookie', [1, 2]).headers).toContainEqual(['cookie', 'ids=1; ids=2']);
});

function breachesOf(path: string, headers: Readonly<Record<string, string>> = {}): unknown[] {
  return read(path, Object.entries(headers));
}

function read(path: string, headers: HeaderFields): unknown[] {
  const [first = ''] = path.slice(1).split(/[/?]/, 1);
  const request = { method: 'GET', url: path, headers, body: undefined };
  return readRequest(api, '', operationOf(first), request);
}

function operationOf(name: string): Operation {
  const found = api.operations.find(({ id }) => id === name || id.startsWith(`${name}/`));
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}

function written(id: string, value: unknown) {
  const operation = operationOf(id);
  const [parameter] = operation.parameters;
  if (!parameter) throw new Error(`${id} has no parameter`);
  // Values of a draft are JSON, as those here are.
  const draft = { parameters: [{ parameter, value: value as never }], body: undefined };
  return encodeRequest(api, '', operation, draft, NO_CREDENTIAL);
}
