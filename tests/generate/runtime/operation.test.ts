import { describe, expect, test } from 'vitest';
import { toConnection } from '../../../scripts/generate/runtime/connect.ts';
import type { Contract, OperationContract } from '../../../scripts/generate/runtime/contract.ts';
import { dryRun } from '../../../scripts/generate/runtime/dry-run.ts';
import { extended, operation } from '../../../scripts/generate/runtime/operation.ts';
import { paging } from '../../../scripts/generate/runtime/pages.ts';
import { writeParameters } from '../../../scripts/generate/runtime/parameters.ts';
import { sessions } from '../../../scripts/generate/runtime/session.ts';
import { SIGNERS } from '../../../scripts/generate/runtime/signers.ts';
import type { Policy, Settings } from '../../../scripts/generate/runtime/settings.ts';
import { waiting, type WaitOptions, type Worked } from '../../../scripts/generate/runtime/work.ts';
import { writeJsonBody } from '../../../scripts/generate/runtime/write-json-body.ts';
import { writePlainBody } from '../../../scripts/generate/runtime/write-plain-body.ts';

const LIST: OperationContract = {
  method: 'get',
  path: '/pets',
  parameters: [{ name: 'page', in: 'query' }],
  content: [],
  responses: { 200: ['application/json'], 401: [] },
  security: [['key']],
  pages: { style: 'page', in: 'query', place: 'page', first: 1, items: '#/pets' },
};
const STATE: OperationContract = {
  method: 'get',
  path: '/jobs/{job}',
  parameters: [{ name: 'job', in: 'path' }],
  content: [],
  responses: { 200: ['application/json'] },
  security: [],
};
const SUBMIT: OperationContract = {
  ...STATE,
  method: 'post',
  path: '/jobs',
  parameters: [],
  content: ['application/json'],
  work: {
    id: '#/job',
    statusOperation: 'readJob',
    parameter: 'job',
    in: 'path',
    state: '#/state',
    pending: ['queued'],
    succeeded: ['done'],
    failed: ['failed'],
  },
};
const LOGIN: OperationContract = { ...STATE, method: 'post', path: '/login', parameters: [] };

interface Beside {
  readonly items: (connection: Settings, input?: object) => AsyncIterable<unknown>;
  readonly submitAndWait: (
    connection: Settings,
    input: object,
    options: WaitOptions,
  ) => Promise<Worked<unknown, unknown>>;
}

/** A connection to what answers so, and the addresses that were asked for. */
function connected(
  respond: (url: URL, request: Request) => object | Response,
  policies: readonly Policy[] = [],
  more: Partial<Contract> & { readonly options?: object } = {},
): { readonly connection: Settings; readonly asked: string[] } {
  const asked: string[] = [];
  const { options = { auth: { key: 'secret' } }, ...contract } = more;
  const fetch = (request: Request) => {
    const url = new URL(request.url);
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const answer = respond(url, request);
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
  };
  const schemes = { key: { kind: 'key', in: 'header', name: 'X-Key' } } as const;
  const servers = ['https://pets.example'];
  const connection = toConnection(
    { servers, schemes, operations: {}, ...contract },
    { ...options, fetch },
    { writeBody: writePlainBody, writeParameters, signers: SIGNERS },
    policies,
  );
  return { connection, asked };
}

describe('an operation by itself', () => {
  const list = extended('listPets', LIST, {}, { pages: paging, items: paging });
  const beside = list as unknown as Beside;

  test('is called as the client would', async () => {
    const { connection, asked } = connected(() => ({ pets: [1] }));
    expect(await list(connection, { query: { page: 2 } })).toMatchObject({ body: { pets: [1] } });
    expect(asked).toEqual(['GET /pets?page=2']);
  });

  test('throws its refusal when asked to', async () => {
    const { connection } = connected(() => new Response(null, { status: 401 }));
    await expect(list(connection).orThrow()).rejects.toMatchObject({ status: 401 });
  });

  test('is tried again, as that of a client is', async () => {
    let times = 0;
    const { connection, asked } = connected(() => {
      times += 1;
      const headers = { 'Retry-After': '0' };
      return times === 1 ? new Response(null, { status: 503, headers }) : { pets: [] };
    });
    expect(await list(connection)).toMatchObject({ status: 200 });
    expect(asked).toHaveLength(2);
  });

  test('tells what it would send', async () => {
    const { connection, asked } = connected(() => ({}));
    const { curl } = await dryRun(list, connection, { query: { page: 3 } });
    expect(curl).toMatch(/\/pets\?page=3' .*\[redacted\]/);
    expect(asked).toEqual([]);
  });

  test('reads a list to its end', async () => {
    const { connection, asked } = connected(({ searchParams }) => ({
      pets: searchParams.get('page') === '2' ? [] : ['a', 'b'],
    }));
    const items: unknown[] = [];
    for await (const item of beside.items(connection)) {
      items.push(item);
    }
    expect(items).toEqual(['a', 'b']);
    expect(asked).toEqual(['GET /pets', 'GET /pets?page=2']);
  });

  test('brings along the one that tells how its work ended', async () => {
    const submit = extended('addJob', SUBMIT, {}, { submitAndWait: waiting }, { readJob: STATE });
    const { connection, asked } = connected((_url, { method }) =>
      method === 'POST' ? { job: 'j1' } : { state: 'done' },
    );
    const input = { body: {} };
    const { submitAndWait } = submit as unknown as Beside;
    expect(await submitAndWait(connection, input, { interval: 1 })).toMatchObject({
      ok: true,
      state: 'done',
    });
    expect(asked).toEqual(['POST /jobs', 'GET /jobs/j1']);
  });
});

describe('a body of JSON', () => {
  const add = operation('addJob', SUBMIT, { writeBody: writeJsonBody });

  /** What is sent, and as what. */
  async function sentOf(body: unknown): Promise<readonly unknown[]> {
    let sent: Request | undefined;
    const { connection } = connected((_url, request) => {
      sent = request.clone();
      return {};
    });
    await add(connection, { body });
    return [sent?.headers.get('content-type'), await sent?.text()];
  }

  test.for([
    [
      { size: 2n ** 60n, at: new Date(0) },
      '{"size":1152921504606846976,"at":"1970-01-01T00:00:00.000Z"}',
    ],
    ['a', '"a"'],
    [null, 'null'],
    [[undefined, Number.NaN, true], '[null,null,true]'],
    [new Blob(['{"a":1}']), '{"a":1}'],
    [new TextEncoder().encode('[1]'), '[1]'],
  ] as const)('%o', async ([body, want]) => {
    expect(await sentOf(body)).toEqual(['application/json', want]);
  });

  test('is none where the platform has a form, which is sent as that', async () => {
    const form = new FormData();
    form.set('a', 'b');
    expect(await sentOf(form)).toEqual([
      expect.stringMatching(/^multipart\/form-data; boundary=/),
      expect.stringContaining('name="a"'),
    ]);
  });

  test('that holds itself is refused before it is sent', async () => {
    const body: Record<string, unknown> = {};
    body['self'] = body;
    await expect(sentOf(body)).rejects.toMatchObject({ code: 'body-unusable' });
  });

  test('is refused where an operation takes none', async () => {
    const { connection, asked } = connected(() => ({}));
    const own = { ...connection };
    Reflect.deleteProperty(own, 'writeBody');
    await expect(operation('listPets', LIST)(own, { body: {} })).rejects.toMatchObject({
      code: 'body-unusable',
    });
    expect(asked).toEqual([]);
  });
});

describe('a connection', () => {
  test('refuses an address that is none', () => {
    expect(() => connected(() => ({}), [], { options: { baseUrl: 'ftp://a' } })).toThrow(
      /baseUrl must be/,
    );
  });

  test('keeps the session of an operation that no caller has named', async () => {
    const session = { scheme: 'key', lifetime: 60, issuedBy: 'login', token: '#/token' };
    const { connection, asked } = connected(
      ({ pathname }, { headers }) =>
        pathname === '/login' ? { token: 't' } : { pets: [headers.get('x-key')] },
      [sessions],
      { session, operations: { login: LOGIN }, options: { login: {} } },
    );
    expect(await operation('listPets', LIST)(connection)).toMatchObject({ body: { pets: ['t'] } });
    expect(asked).toEqual(['POST /login', 'GET /pets']);
  });
});
