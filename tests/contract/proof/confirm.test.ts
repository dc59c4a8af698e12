import { expect, test } from 'vitest';
import type { Complaint } from '../../../scripts/contract/complaint.ts';
import { confirm } from '../../../scripts/contract/proof/confirm.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';

const NONE = 0;

function answered(method: string, status: number): Exchange {
  const request = { method, url: 'http://server.test/things', headers: [], body: undefined };
  return status === NONE
    ? { request, failure: 'no answer within 10000 ms' }
    : { request, response: { status, headers: [], body: '' } };
}

function complaint(message: string): Complaint {
  return { property: 'conformance', message, clause: '#/paths', states: 'states', seen: 'seen' };
}

interface Case {
  readonly method?: string;
  readonly first: number;
  /** Answers to the repeats; those equal to the first, but for figures, are complained about again. */
  readonly repeats: readonly number[];
  readonly plain?: number;
}

async function judged({ method = 'GET', first, repeats, plain }: Case) {
  const left = [...repeats];
  return await confirm({
    complaint: complaint(`answers ${first}`),
    exchange: answered(method, first),
    async again() {
      const status = left.shift();
      if (status === undefined) throw new Error('it is asked too often');
      const isAlike = Math.floor(status / 100) === Math.floor(first / 100);
      const isTold = isAlike && status !== 299 && !(first === 400 && status === 404);
      const complaints = isTold ? [complaint(`answers ${status}`)] : [];
      return { exchange: answered(method, status), complaints };
    },
    plain: plain === undefined ? undefined : () => Promise.resolve(answered(method, plain)),
  });
}

test.for<[what: string, Case]>([
  ['an answer that comes again', { first: 404, repeats: [404] }],
  ['the second time', { first: 200, repeats: [299, 200] }],
  ['silence that lasts', { first: NONE, repeats: [NONE] }],
  ['another failure', { first: 500, repeats: [502] }],
  ['what was made, and is there already', { method: 'POST', first: 201, repeats: [409] }],
  ['what was deleted, and is gone', { method: 'DELETE', first: 204, repeats: [404] }],
  ['a refusal of what was deleted all the same', { method: 'DELETE', first: 400, repeats: [404] }],
  ['a success, whatever the plain request is answered', { first: 200, repeats: [200], plain: 404 }],
  ['a failure where the plain request is refused', { first: 500, repeats: [500], plain: 404 }],
  ['another refusal than of the plain request', { first: 415, repeats: [415], plain: 404 }],
  ['a refusal where the plain request is not', { first: 400, repeats: [400], plain: 200 }],
])('stands: %s', async ([, given]) => {
  expect(await judged(given)).toMatchObject({ isRepeated: true, complaint: { seen: 'seen' } });
});

test.for<[what: string, Case, reason: string]>([
  ['an answer that never comes again', { first: 200, repeats: [299, 299] }, 'it did not repeat'],
  ['silence that does not last', { first: NONE, repeats: [299] }, 'it did not repeat'],
  ['silence over a write', { method: 'POST', first: NONE, repeats: [409] }, 'it did not repeat'],
  ['a refusal of the plain request too', { first: 400, repeats: [400], plain: 400 }, 'plain'],
  ['a failure of the plain request too', { first: 500, repeats: [500], plain: 503 }, 'plain'],
])('is left open: %s', async ([, given, reason]) => {
  expect(await judged(given)).toEqual({ undetermined: expect.stringContaining(reason) as unknown });
});

test('an answer that cannot be read is one, and stands for itself where a repeat cannot mean the same', async () => {
  const { request } = answered('DELETE', 200);
  const confirmed = await confirm({
    complaint: complaint('gives no answer'),
    exchange: { request, failure: 'incorrect header check' },
    again: () => Promise.resolve({ exchange: answered('DELETE', 404), complaints: [] }),
    plain: undefined,
  });
  expect(confirmed).toMatchObject({ isRepeated: true });
});

test('a failure that does not come again is told with how often it came', async () => {
  expect(await judged({ first: 500, repeats: [299] })).toMatchObject({
    isRepeated: false,
    complaint: { seen: 'seen; answered 500 in 1 of 2' },
  });
});
