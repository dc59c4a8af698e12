import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { exampleDrafts } from '../../../scripts/contract/generation/draft.ts';
import { thingsShown } from '../../../scripts/contract/things/shown-things.ts';
import { loadApi } from '../../../scripts/load/load-api.ts';
import type { HeaderFields } from '../../../scripts/wire/exchange.ts';

const id = (name: string): JsonObject => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example: `some-${name}`,
});
const ok = { responses: { '200': { description: 'ok' } } };
const answers = (operationId: string, response: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { '201': { description: 'made', ...response } },
});
const answered = (operationId: string, schema: JsonObject): JsonObject => ({
  operationId,
  responses: { '200': { description: 'it', content: { 'application/json': { schema } } } },
});
const PATHS: JsonObject = {
  '/shops': { get: { operationId: 'listShops', ...ok }, post: answers('addShop') },
  '/shops/{shop}': { parameters: [id('shop')], get: { operationId: 'readShop', ...ok } },
  '/shops/{shop}/orders': { parameters: [id('shop')], post: answers('addOrder') },
  '/shops/{shop}/orders/{order_id}': {
    parameters: [id('shop'), id('order_id')],
    put: answers('putOrder'),
  },
  '/settings': {
    get: answered('settings', {}),
  },
  '/settings/{section}': {
    parameters: [id('section')],
    get: answered('section', {}),
  },
  '/settings/{section}/{item}': {
    parameters: [id('section'), id('item')],
    get: answered('item', {}),
  },
  '/counters': {
    get: answered('counters', { type: 'object', properties: { total: { type: 'integer' } } }),
  },
  '/counters/{counter}': { parameters: [id('counter')], get: answered('counter', {}) },
  '/info': { get: answered('info', {}) },
  '/pluginslist': { get: answered('plugins', {}) },
  '/v4/{plugin}': { parameters: [id('plugin')], get: answered('plugin', {}) },
  '/imports': {
    post: answers('import', {
      links: {
        read: { operationId: 'readShop', parameters: { shop: '$response.body#/made/0/code' } },
      },
    }),
  },
};

async function describe() {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shops', version: '1.0.0' },
    servers: [{ url: 'https://shops.test' }],
    paths: PATHS,
  });
  return await loadApi('shops.json', {
    readText: () => Promise.resolve(text),
    exists: (name) => Promise.resolve(name === 'shops.json'),
    bundle: () => Promise.resolve(text),
  });
}

const MADE = true;
const WAS_THERE = false;

test.each<{
  readonly what: string;
  readonly by: string;
  readonly status?: number;
  readonly headers?: HeaderFields;
  readonly body?: unknown;
  readonly want: readonly (readonly [one: string, values: readonly unknown[], isMade: boolean])[];
}>([
  {
    what: 'the id of what was made',
    by: 'addShop',
    body: { id: 7, name: 'Ada' },
    want: [['/shops/{shop}', [7], MADE]],
  },
  {
    what: 'the id of what was made, wrapped',
    by: 'addShop',
    body: { ok: true, data: { id: 'x' } },
    want: [['/shops/{shop}', ['x'], MADE]],
  },
  {
    what: 'a Location, its slashes and spaces undone',
    by: 'addShop',
    headers: [['location', '/v1/shops/a%20b']],
    want: [['/shops/{shop}', ['a b'], MADE]],
  },
  {
    what: 'a Location below another thing, and not the shorter path that ends as it does',
    by: 'addOrder',
    headers: [['location', 'https://shops.test/shops/1/orders/2']],
    want: [['/shops/{shop}/orders/{order_id}', ['1', '2'], MADE]],
  },
  {
    what: 'whose it is',
    by: 'addOrder',
    body: { id: 5 },
    want: [['/shops/{shop}/orders/{order_id}', ['some-shop', 5], MADE]],
  },
  {
    what: 'what a link says',
    by: 'import',
    body: { made: [{ code: 'n1' }] },
    want: [['/shops/{shop}', ['n1'], MADE]],
  },
  {
    what: 'what a list holds',
    by: 'listShops',
    status: 200,
    body: { total: 2, items: [{ id: 1 }, { id: 2 }] },
    want: [
      ['/shops/{shop}', [1], WAS_THERE],
      ['/shops/{shop}', [2], WAS_THERE],
    ],
  },
  {
    what: 'what a list holds by id, and by name where the variable may be one',
    by: 'listShops',
    status: 200,
    body: [{ id: 'f-1', name: 'Ada' }],
    want: [
      ['/shops/{shop}', ['f-1'], WAS_THERE],
      ['/shops/{shop}', ['Ada'], WAS_THERE],
    ],
  },
  {
    what: 'what was put where nothing was',
    by: 'putOrder',
    want: [['/shops/{shop}/orders/{order_id}', ['some-shop', 'some-order_id'], MADE]],
  },
  {
    what: 'what an object has, of which nothing is described',
    by: 'settings',
    status: 200,
    body: { global: { refresh: 2 }, outputs: {} },
    want: [
      ['/settings/{section}', ['global'], WAS_THERE],
      ['/settings/{section}', ['outputs'], WAS_THERE],
    ],
  },
  {
    what: 'the same below such a member',
    by: 'section',
    status: 200,
    body: { refresh: 2 },
    want: [['/settings/{section}/{item}', ['some-section', 'refresh'], WAS_THERE]],
  },
  {
    what: 'nothing in members that are described',
    by: 'counters',
    status: 200,
    body: { total: 2 },
    want: [],
  },
  {
    what: 'what a list is called after',
    by: 'plugins',
    status: 200,
    body: ['cpu', 'fs', 7],
    want: [
      ['/v4/{plugin}', ['cpu'], WAS_THERE],
      ['/v4/{plugin}', ['fs'], WAS_THERE],
    ],
  },
  {
    what: 'what a member with a list is called after',
    by: 'info',
    status: 200,
    body: { total: 1, plugin_names: ['cpu'] },
    want: [['/v4/{plugin}', ['cpu'], WAS_THERE]],
  },
  { what: 'nothing where it was put in place of another', by: 'putOrder', status: 200, want: [] },
  { what: 'nothing where it was refused', by: 'addShop', status: 409, body: { id: 7 }, want: [] },
  { what: 'nothing without an id', by: 'addShop', body: { name: 'Ada' }, want: [] },
])('an answer shows $what', async ({ by, status = 201, headers = [], body, want }) => {
  const api = await describe();
  const operation = api.operations.find((it) => it.id === by);
  const [draft] = operation ? exampleDrafts(api, operation) : [];
  if (!operation || !draft) throw new Error(`there is no ${by}`);
  const url = `https://shops.test${operation.path}`;
  const shown = thingsShown(api, operation, draft, {
    request: { method: operation.method.toUpperCase(), url, headers: [], body: undefined },
    response: { status, headers, body: body === undefined ? '' : JSON.stringify(body) },
  });
  expect(shown.map(({ kind, values, isMade }) => [kind.one, values, isMade])).toEqual(want);
});
