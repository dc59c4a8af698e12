import { connect } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { FaultPlan } from '../../scripts/mock/fault-plan.ts';
import { selectFaults } from '../../scripts/faults/select-faults.ts';
import { loadPets, startMock } from './pets.ts';
import { planOf } from './play.ts';

let api: ApiModel;
beforeAll(async () => {
  api = await loadPets();
});

interface Received {
  readonly text: string;
  /** How the connection ended; undefined while it is open. */
  readonly end: 'closed' | 'reset' | undefined;
}

/** All that comes over a connection of its own until it ends, or the text is as long as hoped for. */
async function receive(name: string, path = '/public', enough = Infinity): Promise<Received> {
  const mock = await startMock([api], { faults: planOf(selectFaults([name], [api])) });
  const { hostname, port } = new URL(await mock.listen({ host: '127.0.0.1', port: 0 }));
  const received = await new Promise<Received>((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET /pets/v1${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    const stop = (end: Received['end']) => {
      socket.destroy();
      resolve({ text, end });
    };
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.length >= enough) stop(undefined);
    });
    socket.on('error', () => stop('reset'));
    socket.on('end', () => stop('closed'));
    // Long after an answer would have come; only what hangs is waited for so long.
    setTimeout(() => stop(undefined), name.startsWith('hang') ? 500 : 4000).unref();
  });
  await mock.close();
  return received;
}

test.each<[string, Received]>([
  ['reset@readPublic', { text: '', end: 'reset' }],
  ['empty-reply@readPublic', { text: '', end: 'closed' }],
  ['hang@readPublic', { text: '', end: undefined }],
  ['garbage@readPublic', { text: 'kiln\r\n\r\n', end: 'closed' }],
  [
    'reset-midway@readPublic',
    { text: expect.stringMatching(/200 OK[^]*\r\n\r\n\{"open"$/), end: 'reset' },
  ],
  [
    'truncate@readPublic',
    { text: expect.stringMatching(/content-length: 14[^]*\{"open":true\}$/), end: 'closed' },
  ],
  [
    'dribble@readPublic',
    { text: expect.stringMatching(/content-length: 13[^]*\{"open":true\}$/), end: 'closed' },
  ],
  [
    'null-chunked@readPublic',
    { text: expect.stringMatching(/transfer-encoding: chunked[^]*\r\n7\r\n/i), end: 'closed' },
  ],
  [
    'null-header-case@readPublic',
    { text: expect.stringContaining('\r\nCONTENT-TYPE: application/json\r\n'), end: 'closed' },
  ],
  [
    'null-connection-close@readPublic',
    { text: expect.stringMatching(/connection: close/i), end: 'closed' },
  ],
])('%s is seen on the wire', async (name, want) => {
  expect(await receive(name)).toEqual(want);
});

test('a fault leaves the other operations of its mock alone', async () => {
  const { text, end } = await receive('reset@listPets');
  expect([text.split('\r\n')[0], end]).toEqual(['HTTP/1.1 200 OK', 'closed']);
});

/** The milliseconds by which each of some answers is late. */
async function delays(plan: Partial<FaultPlan>, requests = 20): Promise<readonly number[]> {
  const waited: number[] = [];
  const wait = (milliseconds: number) => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  const mock = await startMock([api], { faults: planOf([], { wait, ...plan }) });
  for (let i = 0; i < requests; i += 1) await mock.send('GET', '/public');
  await mock.close();
  return waited;
}

test('answers are late by as much as is said, and the same seed repeats it', async () => {
  expect(await delays({ latency: [200, 200] }, 2)).toEqual([200, 200]);
  const drawn = await delays({ latency: [50, 400] });
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(50);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(400);
  expect(new Set(drawn).size).toBeGreaterThan(10);
  expect(await delays({ latency: [50, 400] })).toEqual(drawn);
  expect(await delays({ latency: [50, 400], seed: 2 })).not.toEqual(drawn);
  expect(await delays({ faults: selectFaults(['null-slow@readPublic'], [api]) }, 1)).toEqual([200]);
});

/** The statuses of answers, some of which are faulty. */
async function touched(seed: number): Promise<readonly number[]> {
  const faults = selectFaults(['teapot:0.3@readPublic'], [api]);
  const mock = await startMock([api], { faults: planOf(faults, { seed }) });
  const statuses: number[] = [];
  for (let i = 0; i < 100; i += 1) statuses.push((await mock.send('GET', '/public')).status);
  await mock.close();
  return statuses;
}

test('a share of the requests is touched, the same ones by the same seed', async () => {
  const first = await touched(1);
  const share = first.filter((status) => status === 418).length;
  expect(share).toBeGreaterThan(15);
  expect(share).toBeLessThan(45);
  expect(await touched(1)).toEqual(first);
  expect(await touched(2)).not.toEqual(first);
});
