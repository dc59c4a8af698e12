import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import type { WireRequest } from '../../scripts/wire/exchange.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { serveHostile } from './hostile-server.ts';
import { tryProperty, type Reply } from './try-property.ts';

const OK = { description: 'ok' };
const ALL = { '200': OK, default: { description: 'no' } };
const SIZE = { name: 'size', in: 'query', required: true, schema: { type: 'integer' }, example: 1 };
const asked = (responses: JsonObject, more: JsonObject = {}): JsonObject => ({
  parameters: [SIZE],
  responses,
  ...more,
});
const json = (value: unknown): Reply => ({
  status: 200,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify(value),
});
const KEY = { security: [{ key: [] }] };

describe('nothing is accepted, and nobody is blamed, by', () => {
  test.for<[what: string, property: string, operation: JsonObject, reply: Reply]>([
    ['a redirect', 'input.rejected', asked({ '200': OK }), { status: 307 }],
    ['what is not done', 'input.rejected', asked({ '200': OK, '501': OK }), { status: 501 }],
    [
      'an error of JSON-RPC',
      'input.rejected',
      asked({ '200': OK }),
      json({ jsonrpc: '2.0', id: null, error: { code: -32600, message: 'no' } }),
    ],
    [
      'an error of JSON-RPC in a stream of events',
      'input.rejected',
      asked({ '200': OK }),
      {
        status: 200,
        headers: [['content-type', 'text/event-stream']],
        body: 'event: message\ndata: {"id": "", "error": {"code": -32602, "message": "no"}}\n\n',
      },
    ],
    [
      'errors of GraphQL',
      'input.rejected',
      asked({ '200': OK }),
      json({ errors: [{ message: 'no' }], data: null }),
    ],
    [
      'what says that it is an error',
      'input.rejected',
      asked({ '200': OK }),
      json({ type: 'error', id: -1, error: 'unknown_command' }),
    ],
    [
      'what says that it has failed',
      'input.rejected',
      asked({ '200': OK }),
      json({ ok: false, error: 'invalid_arguments' }),
    ],
    ['a redirect of strangers', 'auth.missing', asked({ '200': OK }, KEY), { status: 302 }],
    ['a documented 501', 'input.accepted', asked({ '200': OK, '501': OK }), { status: 501 }],
    ['an error that stands for all', 'input.accepted', asked(ALL), { status: 400 }],
    ['a documented 403 to everybody', 'auth.public', { responses: ALL }, { status: 403 }],
    ['a refusal of nothing', 'input.accepted', { responses: { '200': OK } }, { status: 400 }],
    ['a 403 to a value', 'auth.public', asked({ '200': OK }), { status: 403 }],
  ])('%s', async ([, property, operation, reply]) => {
    const { violations, undetermined } = await tryProperty(property, operation, () => reply);
    expect(violations.filter((it) => it.property === property)).toEqual([]);
    expect(undetermined.length).toBeGreaterThan(0);
  });
});

/** Answers a head of more than 8,000 octets as servers do that stand before an API. */
const narrow: (request: WireRequest) => Reply = ({ url, headers }) => {
  const octets = headers.reduce((all, [name, value]) => all + name.length + value.length, 0);
  return url.length + octets > 8000
    ? { status: 400, headers: [['content-type', 'text/html']], body: '<h1>Too large</h1>' }
    : { status: 200 };
};
const NAMES = Array.from({ length: 12 }, (_, i) => `X-Part-${i}`);
const REFUSAL = { description: 'no', content: { 'application/json': { schema: true } } };

test.for(['conformance', 'input.accepted', 'input.unstated', 'input.hostile'])(
  'a long head may be refused in whatever form, says %s',
  async (property) => {
    const operation: JsonObject = {
      parameters: NAMES.map((name) => ({
        name,
        in: 'header',
        required: true,
        schema: { type: 'string', maxLength: 3000 },
      })),
      responses: { '200': OK, '400': REFUSAL },
    };
    const { violations } = await tryProperty(property, operation, narrow);
    expect(violations.map((it) => it.message)).toEqual([]);
  },
);

describe('a server is blamed all the same for', () => {
  test.for<[what: string, property: string, operation: JsonObject, reply: Reply]>([
    ['a success', 'input.rejected', asked({ '200': OK }), json({ error: null, id: 1 })],
    ['a result', 'input.rejected', asked({ '200': OK }), json({ error: {}, result: 1 })],
    ['a named refusal of an example', 'input.accepted', asked({ '400': OK }), { status: 400 }],
    ['a 401 to everybody', 'auth.public', { responses: ALL }, { status: 401 }],
    ['a 403 that nothing explains', 'auth.public', { responses: { '200': OK } }, { status: 403 }],
  ])('%s', async ([, property, operation, reply]) => {
    const { violations } = await tryProperty(property, operation, () => reply);
    expect(violations.map((it) => it.property)).toContain(property);
  });
});

test('of a stream of events the head is the answer, however long it goes on', async () => {
  const server = await serveHostile((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: 1\n\n');
  });
  let timers = 0;
  const sender = createSender({
    timeout: 7,
    largest: 1024,
    startTimer(_, expire) {
      timers += 1;
      // The second is that of the head.
      if (timers > 1) setImmediate(expire);
      return () => undefined;
    },
  });
  const request = { method: 'GET', url: `${server.url}/`, headers: [], body: undefined };
  const { response, failure } = await sender.send(request);
  sender.close();
  server.close();
  expect([response?.status, failure]).toEqual([200, undefined]);
});
