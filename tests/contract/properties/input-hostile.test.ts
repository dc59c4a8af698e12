import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../../scripts/base/json.ts';
import { jsonOrNone } from '../../../scripts/base/json-text.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { inputHostile } from '../../../scripts/contract/properties/input-hostile.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { describeOperation } from '../../values/describe-body.ts';

const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

type Answer = (path: string, body: string, type: string) => number | 'hang up';

const NAMED: JsonObject = {
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            name: { type: 'string', maxLength: 20 },
            size: { type: 'integer' },
            small: { type: 'integer', format: 'int32' },
          },
        },
      },
    },
  },
};

/** What is found in a server that answers like this, and all that it was sent. */
async function tryOn(
  answer: Answer,
  operation: JsonObject = NAMED,
  path = '/things/{id}',
  method = 'post',
) {
  const sent: { path: string; body: string }[] = [];
  const handle = async (request: IncomingMessage) => {
    const body = await text(request);
    sent.push({ path: request.url ?? '', body });
    return answer(request.url ?? '', body, request.headers['content-type'] ?? '');
  };
  const server = createServer((request, response) => {
    void handle(request).then((status) =>
      status === 'hang up' ? response.destroy() : response.writeHead(status).end(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const described = await describeOperation(operation, path, {}, method);
  const result = await runCheck(
    optionsFor(described.api, target),
    described.operation,
    inputHostile,
  );
  server.close();
  return { found: result.violations.map(({ message }) => message), sent, result };
}

function optionsFor(api: ApiModel, target: string) {
  const targets = new Map(api.servers.map(({ url }) => [url, target]));
  const fixed = { api, targets, profiles: NO_PROFILES, seed: 1, runs: 5, writes: true };
  return { ...fixed, send, now: () => Date.now(), passTime: undefined };
}

/** The value of a member of a JSON text, or nothing. */
function memberOf(body: string, name: string): unknown {
  const value = jsonOrNone(body);
  return isObject(value) ? value[name] : undefined;
}

const failsOnForms: Answer = (_, __, type) => (type === 'multipart/form-data' ? 500 : 200);

test.for<[fault: string, answer: Answer, message: RegExp]>([
  ['a NUL', (_, body) => (body.includes('\\u0000') ? 500 : 200), /control characters .* 500$/],
  [
    'an integer above 63 bits',
    (_, body) => {
      const size = Number(memberOf(body, 'size'));
      return size > 2 ** 62 && size < 2 ** 70 ? 500 : 200;
    },
    /64 bits do not hold is answered 500$/,
  ],
  ['half a pair', (_, body) => (/\\ud800/.test(body) ? 'hang up' : 200), /half .* not answered$/],
  ['a percent sign in a path', (path) => (path.includes('%25') ? 502 : 200), /in its path .* 502$/],
  ['a form without a boundary', failsOnForms, /type multipart\/form-data alone is answered 500/],
  ['deep JSON', (_, body) => (body.startsWith('[[[[') ? 500 : 200), /nested 20,000 deep/],
  [
    'all that there may be, twice',
    (_, body) => (body.match(/"small":/g)?.length === 2 ? 500 : 200),
    /names its members twice is answered 500$/,
  ],
  [
    'a member that is there twice',
    (_, body) => (/^\{("\w+":).*,\1/.test(body) ? 500 : 200),
    /names its members twice is answered 500$/,
  ],
  ['NaN', (_, body) => (/:NaN[,}]/.test(body) ? 500 : 200), /NaN in place of a number/],
  ['a number beyond all doubles', (_, body) => (body.includes('1e400') ? 500 : 200), /1e400/],
  ['many digits', (_, body) => (/:1{5000}/.test(body) ? 500 : 200), /number of 5,000 digits/],
  ['a long name', (_, body) => (/"k{100000}":1/.test(body) ? 500 : 200), /name of 100,000/],
])('a server that fails on %s is found out', async ([, answer, message]) => {
  const { found } = await tryOn(answer);
  expect(found).toEqual([expect.stringMatching(message)]);
});

test('a number of a body is tried alone as well: what else there may be can be refused first', async () => {
  const { found } = await tryOn((_, body) => {
    if (body.includes('"name"')) return 422;
    const size = Number(memberOf(body, 'size'));
    return size > 2 ** 62 && size < 2 ** 70 ? 500 : 200;
  });
  expect(found).toEqual([expect.stringMatching(/64 bits do not hold is answered 500$/)]);
});

const FREE: JsonObject = {
  requestBody: {
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            labels: { type: 'object', additionalProperties: { type: 'string' } },
            notes: { anyOf: [{ type: 'object', additionalProperties: true }, { type: 'null' }] },
          },
        },
      },
    },
  },
};

test.for<[fault: string, answer: (notes: string) => number, messages: RegExp[]]>([
  ['everything', () => 200, []],
  ['whole numbers of 64 bits', (notes) => (/\d{19}/.test(notes) ? 500 : 200), [/64 bits/]],
  ['what is no text', (notes) => (notes.includes('\\ud800') ? 500 : 200), [/half of/]],
  ['what is no character', (notes) => (notes.includes('\\u0000') ? 500 : 200), [/control/]],
  ['a few lists in lists', (notes) => (notes.includes('[[[[[') ? 500 : 200), [/lists 300 deep/]],
])(
  'who keeps %s in a member that may be anything is asked for more',
  async ([, answer, messages]) => {
    const { found, sent } = await tryOn((_, body) => {
      const [, notes = ''] = /"notes":(.*)/.exec(body) ?? [];
      return answer(notes);
    }, FREE);
    expect(found).toEqual(messages.map((it): unknown => expect.stringMatching(it)));
    // What may only be text stays text.
    expect(sent.filter(({ body }) => /"labels":\{"kiln":[^"]/.test(body))).toEqual([]);
  },
);

test('who refuses or takes everything is not blamed, whatever the status', async () => {
  for (const status of [200, 400, 404, 418, 422, 431, 501]) {
    const { found, result } = await tryOn(() => status);
    expect([status, found, result.outcome]).toEqual([status, [], 'held']);
  }
});

test('what the schemas forbid is not sent, nor what leads a write to another operation', async () => {
  const { sent } = await tryOn(() => 200);
  expect(sent.length).toBeGreaterThan(20);
  const names = sent.map(({ body }) => memberOf(body, 'name')).filter((it) => it !== undefined);
  expect(names.filter((it) => typeof it === 'string' && it.length > 20)).toEqual([]);
  const small = sent.map(({ body }) => Number(memberOf(body, 'small') ?? 0));
  expect(small.filter((it) => Math.abs(it) > 2 ** 31)).toEqual([]);
  expect(sent.filter(({ path }) => /%2F|%5C|\.\./i.test(path))).toEqual([]);
});

test('an operation without a place for them gets a form without a boundary, and nothing else', async () => {
  const { sent, result } = await tryOn(() => 200, {}, '/things');
  expect([sent.length, result.outcome]).toEqual([1, 'held']);
  const { found } = await tryOn(failsOnForms, {}, '/things');
  expect(found).toEqual([expect.stringMatching(/type multipart\/form-data alone is answered 500/)]);
});

test('who fails at the plain request is not blamed for what else it has', async () => {
  const { found } = await tryOn((_, body) => (body.startsWith('[[') ? 200 : 500));
  expect(found.filter((it) => !it.startsWith('fails with'))).toEqual([]);
});

test('whoever deletes gets a form without a boundary as well', async () => {
  const { found } = await tryOn(failsOnForms, {}, '/things', 'delete');
  expect(found).toEqual([expect.stringMatching(/type multipart\/form-data alone is answered 500/)]);
});

test('whoever is asked for something gets it where there is something to say', async () => {
  const { parameters = [] } = NAMED;
  const { found } = await tryOn(failsOnForms, { parameters }, '/things/{id}', 'get');
  expect(found).toEqual([expect.stringMatching(/type multipart\/form-data alone is answered 500/)]);
  const { sent } = await tryOn(failsOnForms, {}, '/things', 'get');
  expect(sent).toEqual([]);
});
