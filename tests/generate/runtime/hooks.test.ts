import { assert, asyncProperty, string } from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Contract, SchemeContract } from '../../../scripts/generate/runtime/contract.ts';
import { ResponseError } from '../../../scripts/generate/runtime/errors.ts';
import { clientOf, methodOf, policiesClient } from '../policies.ts';

const SCHEMES: Readonly<Record<string, SchemeContract>> = {
  header: { kind: 'key', in: 'header', name: 'X-Claim' },
  bearer: { kind: 'key', in: 'header', name: 'Authorization', prefix: 'Bearer' },
  query: { kind: 'key', in: 'query', name: 'token' },
  cookie: { kind: 'key', in: 'cookie', name: 'sid' },
  basic: { kind: 'basic' },
};

afterEach(() => vi.restoreAllMocks());

/** An API whose one operation takes one credential. */
const contractOf = (scheme: string): Contract => ({
  servers: ['https://api.example'],
  schemes: SCHEMES,
  operations: {
    send: {
      method: 'put',
      path: '/things',
      parameters: [],
      content: ['application/json'],
      responses: { 200: ['application/json'], 403: ['application/json'] },
      security: [[scheme]],
    },
  },
});

/** All that a client tells of a call whose server says the credential again, fails once, and refuses it then. */
async function toldOf(scheme: string, secret: string): Promise<string> {
  const told: unknown[] = [];
  const tell = (it: unknown) => void told.push(it);
  const auth = { [scheme]: scheme === 'basic' ? { username: 'ann', password: secret } : secret };
  let times = 0;
  const fetch = (request: Request) => {
    times += 1;
    if (times === 1) throw new TypeError(`cannot send ${request.url} for ${secret}`);
    const headers = { 'X-Echo': request.url, 'Retry-After': '0' };
    const status = times === 2 ? 503 : 403;
    return Promise.resolve(Response.json({ error: [secret, request.url] }, { status, headers }));
  };
  const options = { onRequest: tell, onResponse: tell, onRetry: tell, log: tell, fetch, auth };
  const client = clientOf(contractOf(scheme), options);
  const { curl } = await methodOf(client, 'send').dryRun({ body: {} });
  const error = await methodOf(
    client,
    'send',
  )({ body: {} })
    .orThrow()
    .catch((it: unknown) => it);
  if (!(error instanceof ResponseError)) throw new Error('nobody refused it');
  const own = [...Object.entries(error), ...error.headers];
  expect(told).toHaveLength(14);
  return JSON.stringify([told, curl, error.message, own]);
}

describe('nothing that is told shows a credential', () => {
  const printable = string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 20 });
  test.for(Object.keys(SCHEMES))('of %s, whatever is in it', async (scheme) => {
    const secrets = printable.filter((it) => it === it.trim() && !/^(.)\1+$/.test(it));
    // Nobody waits long between attempts.
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await assert(
      asyncProperty(secrets, async (own) => {
        const secret = scheme === 'cookie' ? own.replaceAll(/[^!-~]|;/g, 'x') : own;
        const told = await toldOf(scheme, secret);
        for (const form of formsOf(secret)) expect(told).not.toContain(form);
      }),
      { seed: 1, numRuns: 60, examples: [["it's a secret"], ['"a\\b/c d+e%20'], ["''''''''x"]] },
    );
  });
});

/** How a text can stand in JSON: itself, and as URLs, forms, shells and base64 write it. */
function formsOf(secret: string): string[] {
  const url = new URL('https://api.example');
  url.search = `?${secret.replaceAll('%', '%25').replaceAll('#', '%23')}`;
  const encoded = [
    secret,
    secret.replaceAll("'", String.raw`'\''`),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll("'", '%27'),
    new URLSearchParams({ a: secret }).toString().slice(2),
    url.search.slice(1),
    btoa(`ann:${secret}`),
  ];
  return encoded.map((it) => JSON.stringify(it).slice(1, -1));
}

describe('hooks', () => {
  const things = { items: [] };

  test('are told each attempt, its answer and its wait', async () => {
    const told: unknown[] = [];
    let times = 0;
    const { client } = policiesClient(
      {
        onRequest: ({ id, method, attempt }) => told.push([id, method, attempt]),
        onResponse: ({ status, attempt, answered }) =>
          told.push([status, attempt, answered['set-cookie'] ?? answered['x-own']]),
        onRetry: ({ cause, milliseconds }) => told.push([cause, milliseconds]),
      },
      () => {
        times += 1;
        return times === 1
          ? Response.json({}, { status: 503, headers: { 'Retry-After': '0', 'X-Own': 'a' } })
          : Response.json(things, { headers: { 'Set-Cookie': 'sid=s' } });
      },
    );
    await methodOf(client, 'listByPage')();
    expect(told).toEqual([
      ['listByPage', 'GET', 1],
      [503, 1, 'a'],
      [503, 0],
      ['listByPage', 'GET', 2],
      [200, 2, '[redacted]'],
    ]);
  });

  test.for(['onRequest', 'onResponse', 'log'])(
    'that fail are no reason to send again, and are told: %s',
    async (name) => {
      const cause = new TypeError('mistyped');
      const { client, requests } = policiesClient(
        {
          [name]: () => {
            throw cause;
          },
        },
        () => Response.json(things),
      );
      await expect(methodOf(client, 'listByPage')()).rejects.toMatchObject({
        name: 'ClientError',
        code: 'option-unusable',
        cause,
      });
      expect(requests.length).toBeLessThanOrEqual(1);
    },
  );
});
