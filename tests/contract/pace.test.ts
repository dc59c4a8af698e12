import { beforeAll, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { createPace } from '../../scripts/contract/wire/pace.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import type { ApiModel, Operation } from '../../scripts/model/api-model.ts';
import type { HeaderFields, WireRequest } from '../../scripts/wire/exchange.ts';
import { PARCELS } from './run-parcels.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const request: WireRequest = { method: 'GET', url: 'http://x.test/', headers: [], body: undefined };

let api: ApiModel;
let counted: Operation;
beforeAll(async () => {
  api = await loadDescription(nodeIo, PARCELS);
  const operation = api.operations.find(({ id }) => id === 'getParcel');
  if (!operation) throw new Error('The parcels have no getParcel');
  counted = operation;
});

/** Sends so many requests by a clock that nobody waits for, and tells at which second each went. */
async function sendPaced(
  count: number,
  answer: (turn: number) => { status?: number; headers?: HeaderFields },
  { perSecond, isDocumented = true }: { perSecond?: number; isDocumented?: boolean } = {},
) {
  let now = START;
  const wait = async (milliseconds: number) => void (now += milliseconds);
  const policy = isDocumented ? api.policies.rateLimits : undefined;
  const pace = createPace({ policy, perSecond, clock: { now: () => now, wait } });
  const sentAt: number[] = [];
  const send: Send = async () => {
    sentAt.push((now - START) / 1000);
    const { status = 200, headers = [] } = answer(sentAt.length);
    return { request, response: { status, headers, body: '' } };
  };
  const paced = pace(send, counted);
  const statuses: (number | undefined)[] = [];
  for (let i = 0; i < count; i += 1) statuses.push((await paced(request)).response?.status);
  return { sentAt: sentAt.map((it) => Math.round(it)), statuses };
}

test('requests are spread below the documented quota, 5 in 3600 seconds', async () => {
  const { sentAt } = await sendPaced(4, () => ({}));
  expect(sentAt).toEqual([0, 800, 1600, 2400]);
});

test("the server's own headers know better: more is left, or less", async () => {
  const ends = `${START / 1000 + 3600}`;
  const generous = await sendPaced(3, () => ({
    headers: [
      ['x-left', '4000'],
      ['x-ends', ends],
    ],
  }));
  expect(generous.sentAt).toEqual([0, 1, 2]);
  const spent = await sendPaced(2, () => ({
    headers: [
      ['x-left', '0'],
      ['x-ends', ends],
    ],
  }));
  expect(spent.sentAt).toEqual([0, 3600]);
});

test('a window that ended in the past, or ends in a year, changes little', async () => {
  const past = `${START / 1000 - 100}`;
  const stale = await sendPaced(2, () => ({
    headers: [
      ['x-left', '4000'],
      ['x-ends', past],
    ],
  }));
  expect(stale.sentAt).toEqual([0, 800]);
  const far = `${START / 1000 + 365 * 86_400}`;
  const spent = await sendPaced(2, () => ({
    headers: [
      ['x-left', '0'],
      ['x-ends', far],
    ],
  }));
  expect(spent.sentAt).toEqual([0, 3600]);
});

test.for([
  { name: 'seconds', value: '2' },
  { name: 'a date', value: 'Thu, 01 Jan 2026 00:00:02 GMT' },
])('a documented 429 is waited for as Retry-After says in $name, once', async ({ value }) => {
  const { sentAt, statuses } = await sendPaced(
    1,
    () => ({ status: 429, headers: [['retry-after', value]] }),
    { isDocumented: false },
  );
  expect({ sentAt, statuses }).toEqual({ sentAt: [0, 2], statuses: [429] });
});

test('a 429 that asks for an hour is an answer like any other', async () => {
  const { sentAt } = await sendPaced(1, () => ({
    status: 429,
    headers: [['retry-after', '3600']],
  }));
  expect(sentAt).toEqual([0]);
});

test('the user may set the pace, whatever is documented', async () => {
  const { sentAt } = await sendPaced(3, () => ({}), { perSecond: 0.5, isDocumented: false });
  expect(sentAt).toEqual([0, 2, 4]);
});
