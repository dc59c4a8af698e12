import { describe, expect, test, vi } from 'vitest';
import { onMock } from '../on-mock.ts';
import { methodOf, policiesClient } from '../policies.ts';
import { serve } from '../serve.ts';
import { submissionOf } from '../submission.ts';

describe('on the mock of an API that does work later', () => {
  test('a submission is asked for until it is complete, within the quota', async () => {
    await using place = await onMock('claravine');
    const auth = {
      apiKey: place.secretOf('apiKey'),
      apiSecret: place.secretOf('apiSecret'),
    };
    const states: string[] = [];
    const call = methodOf(place.clientWith({ auth }), 'createTransaction');
    const onState = (state: string) => void states.push(state);
    const ended = await place.hurry(
      call.submitAndWait(submissionOf(place.api), { interval: 100, onState }),
    );
    expect(ended).toMatchObject({ ok: true, state: 'Complete', result: { status: 200 } });
    expect(states.at(-1)).toBe('Complete');
    expect(new Set(states.slice(0, -1))).toEqual(new Set(['Pending']));
    const asked = place.mock.requests().map(({ operation, status }) => `${operation} ${status}`);
    expect(new Set(asked)).toEqual(new Set(['createTransaction 200', 'getTransactionStatus 200']));
  });

  test('a submission that is refused is not waited for', async () => {
    await using place = await onMock('claravine');
    const call = methodOf(
      place.clientWith({ auth: { apiKey: 'wrong', apiSecret: 'wrong' } }),
      'createTransaction',
    );
    await expect(place.hurry(call.submitAndWait(submissionOf(place.api)))).rejects.toMatchObject({
      name: 'ResponseError',
      status: 401,
    });
    expect(place.mock.requests()).toHaveLength(1);
  });
});

/** A server whose job tells these states, one after the other; `false` is a server that is away. */
function jobs(states: readonly (string | false)[], headers: Record<string, string> = {}) {
  const asked: number[] = [];
  return {
    asked,
    serving: serve((request, response) => {
      if (request.method === 'POST') {
        response.writeHead(202, { 'Content-Type': 'application/json', ...headers });
        response.end('{"job": "j/1"}');
        return;
      }
      const state = states[Math.min(asked.length, states.length - 1)];
      asked.push(Date.now());
      const status = request.url === '/jobs/j%2F1' && state !== false ? 200 : 503;
      response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '0' });
      response.end(JSON.stringify({ state }));
    }),
  };
}
const waitAt = (baseUrl: string, options: object, input = {}) =>
  methodOf(policiesClient({ baseUrl, fetch: undefined }).client, 'startJob').submitAndWait(input, {
    interval: 5,
    ...options,
  });

describe('over real sockets', () => {
  test('a server that is away for a while is asked again', async () => {
    const { serving, asked } = jobs(['waiting', false, 'waiting', 'done']);
    await using server = await serving;
    expect(await waitAt(server.url, {})).toMatchObject({ ok: true, state: 'done' });
    expect(asked).toHaveLength(4);
  });

  test('work that failed is told as that', async () => {
    await using server = await jobs(['waiting', 'broken']).serving;
    expect(await waitAt(server.url, {})).toMatchObject({ ok: false, state: 'broken' });
  });

  test('the server says when to ask first', async () => {
    const { serving, asked } = jobs(['done'], { 'Retry-After': '1' });
    await using server = await serving;
    const began = Date.now();
    await waitAt(server.url, {});
    expect((asked[0] ?? 0) - began).toBeGreaterThanOrEqual(990);
  });

  test.for([
    ['takes too long', ['waiting'], { within: 60 }, 'timeout'],
    ['is in a state that nobody documents', ['lost'], {}, 'work-unknown'],
  ] as const)('work that %s is an error', async ([, states, options, code]) => {
    await using server = await jobs(states).serving;
    await expect(waitAt(server.url, options)).rejects.toMatchObject({ name: 'ClientError', code });
  });

  test('who gives up waits no longer', async () => {
    await using server = await jobs(['waiting']).serving;
    const signal = AbortSignal.timeout(40);
    const waiting = waitAt(server.url, { interval: 60_000 }, { signal });
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
  });

  test('a wait longer than a timer can have does not end at once', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const asked: string[] = [];
    const { client } = policiesClient({}, ({ method }) => {
      asked.push(method);
      return method === 'POST'
        ? Response.json({ job: 'j' }, { status: 202, headers: { 'Retry-After': '9999999' } })
        : Response.json({ state: 'done' });
    });
    const within = Infinity;
    const waiting = methodOf(client, 'startJob').submitAndWait({}, { within });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toEqual(['POST']);
    await vi.advanceTimersByTimeAsync(9_999_999_000);
    expect(await waiting).toMatchObject({ ok: true });
    vi.useRealTimers();
  });
});
