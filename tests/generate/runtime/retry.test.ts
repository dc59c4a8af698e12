import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toldWait } from '../../../scripts/generate/runtime/retry.ts';
import { methodOf, policiesClient } from '../policies.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const rate = (resetUnit: 'unix-seconds' | 'delta-seconds') =>
  ({
    partition: 'credential',
    window: 60,
    quotas: {},
    headers: { reset: 'X-Reset', resetUnit },
  }) as const;

/** Answers with these statuses, one after the other, and with the last one from then on. */
function inTurn(statuses: readonly number[], headers: Record<string, string> = {}) {
  let count = 0;
  return () => {
    const status = statuses[Math.min(count, statuses.length - 1)] ?? 200;
    count += 1;
    return Response.json(
      { name: 'x', items: [] },
      { status, headers: status === 200 ? {} : headers },
    );
  };
}

describe('what may be sent twice is sent again', () => {
  test.for([
    { id: 'listByPage', statuses: [503, 502, 200], sent: 3 },
    { id: 'listByPage', statuses: [503], sent: 3 },
    { id: 'listByPage', statuses: [500], sent: 1 },
    { id: 'listByPage', statuses: [404], sent: 1 },
    { id: 'addThing', statuses: [503], sent: 1 },
    { id: 'addThing', statuses: [429, 201], sent: 2 },
    { id: 'listByCursor', statuses: [503, 200], sent: 2 },
    { id: 'startJob', statuses: [503, 202], sent: 2 },
  ])('$id $statuses', async ({ id, statuses, sent }) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.001);
    const { client, requests } = policiesClient({}, inTurn(statuses));
    const body = id.startsWith('list') ? {} : { body: { name: 'x' } };
    await methodOf(client, id)(body).catch(() => undefined);
    expect(requests).toHaveLength(sent);
    const texts = await Promise.all(requests.map((request) => request.text()));
    expect(new Set(texts).size).toBe(1);
  });

  test('with one key for all attempts, and another for another call', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.001);
    const { client, requests } = policiesClient({}, inTurn([503, 202]));
    await methodOf(client, 'startJob')();
    await methodOf(client, 'startJob')();
    const keys = requests.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  test('as often as a call says', async () => {
    const { client, requests } = policiesClient({ retries: 5 }, inTurn([503]));
    await methodOf(client, 'listByPage')({ retries: 0 }).catch(() => undefined);
    expect(requests).toHaveLength(1);
  });
});

describe('waits', () => {
  test('are as long as the server says, and then it goes on', async () => {
    vi.useFakeTimers();
    const { client, requests } = policiesClient({}, inTurn([503, 200], { 'Retry-After': '7' }));
    const call = methodOf(client, 'listByPage')();
    await vi.advanceTimersByTimeAsync(6_900);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(requests).toHaveLength(2);
    expect(await call).toMatchObject({ status: 200 });
  });

  test.for([
    ['longer than allowed', '61', {}],
    ['past the deadline', '5', { deadline: 4_000 }],
  ] as const)('%s are not begun: the refusal is the answer', async ([, wait, input]) => {
    vi.useFakeTimers();
    const respond = inTurn([429, 201], { 'Retry-After': wait });
    const { client, requests } = policiesClient({}, respond);
    const call = methodOf(client, 'addThing')({ ...input, body: { name: 'x' } });
    expect(await call).toMatchObject({ status: 429 });
    expect(requests).toHaveLength(1);
  });

  test('end when the caller gives up', async () => {
    const controller = new AbortController();
    const { client } = policiesClient({}, inTurn([503], { 'Retry-After': '50' }));
    const call = methodOf(client, 'listByPage')({ signal: controller.signal });
    setTimeout(() => controller.abort('enough'), 20);
    await expect(call).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  });
});

describe('what an answer tells of waiting', () => {
  const date = 'Tue, 01 Jan 2030 00:00:00 GMT';

  test.for([
    ['seconds', { 'Retry-After': '3' }, undefined, 3_000],
    [
      'a date, by the server’s clock',
      { 'Retry-After': 'Tue, 01 Jan 2030 00:00:09 GMT', Date: date },
      undefined,
      9_000,
    ],
    [
      'a date that is over',
      { 'Retry-After': 'Mon, 31 Dec 2029 00:00:00 GMT', Date: date },
      undefined,
      0,
    ],
    ['seconds until the window ends', { 'X-Reset': '12' }, rate('delta-seconds'), 12_000],
    [
      'when the window ends',
      { 'X-Reset': `${Date.parse(date) / 1000 + 30}`, Date: date },
      rate('unix-seconds'),
      30_000,
    ],
    [
      'both, of which Retry-After counts',
      { 'Retry-After': '1', 'X-Reset': '12' },
      rate('delta-seconds'),
      1_000,
    ],
    ['nothing that could be read', { 'Retry-After': 'soon' }, undefined, undefined],
    ['nothing', {}, rate('delta-seconds'), undefined],
  ] as const)('%s', ([, headers, policy, want]) => {
    expect(toldWait(new Headers(headers), policy, true)).toBe(want);
  });
});

describe('a server that is not well', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(handle: Parameters<typeof createServer>[1]): Promise<string> {
    const own = createServer(handle);
    server = own;
    await new Promise<void>((resolve) => void own.listen(0, '127.0.0.1', resolve));
    // Where a server of HTTP listens there is a port.
    return `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  }

  test('and ends in the middle of an answer is told as that', async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      response.write('{"items": [');
      setTimeout(() => response.destroy(), 20);
    });
    const { client } = policiesClient({ baseUrl, fetch: undefined });
    await expect(methodOf(client, 'listByPage')()).rejects.toMatchObject({
      name: 'ClientError',
      code: 'body-cut',
    });
    await expect(client.http.GET('/things')).rejects.toMatchObject({
      name: 'ClientError',
      code: 'body-cut',
    });
  });

  test('and does not answer, or not to the end, costs no more than the time allowed', async () => {
    const baseUrl = await serve((request, response) => {
      if (request.url === '/things') return;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"items": [');
    });
    const { client } = policiesClient({ baseUrl, fetch: undefined, timeout: 80, retries: 0 });
    await expect(methodOf(client, 'listByPage')()).rejects.toMatchObject({ code: 'timeout' });
    await expect(methodOf(client, 'listByOffset')()).rejects.toMatchObject({ code: 'timeout' });
  });

  test('and is not there at all is tried again, and told', async () => {
    const retries: unknown[] = [];
    vi.spyOn(Math, 'random').mockReturnValue(0.001);
    const { client } = policiesClient({
      baseUrl: 'http://127.0.0.1:1',
      fetch: undefined,
      onRetry: ({ cause, attempt }) => retries.push([cause, attempt]),
    });
    await expect(methodOf(client, 'listByPage')()).rejects.toMatchObject({ code: 'no-response' });
    expect(retries).toEqual([
      ['no-response', 1],
      ['no-response', 2],
    ]);
  });

  test('a whole call ends at its deadline, a fetch that hears no signal included', async () => {
    const { client } = policiesClient(
      { deadline: 60 },
      () => new Promise<Response>(() => undefined),
    );
    await expect(methodOf(client, 'listByPage')()).rejects.toMatchObject({ code: 'timeout' });
  });
});
