import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { whyUndecided } from '../../../scripts/contract/again/why-undecided.ts';
import type { Json } from '../../../scripts/base/json.ts';
import type { Premise } from '../../../scripts/result/premise.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';

const api = await loadDescription(nodeIo, 'tests/contract/replay/openapi.yaml');

type Told = readonly [method: string, path: string, status: number, body?: Json];

/** Status 0 stands for no answer. */
function exchangeOf([method, path, status, body]: Told): Exchange {
  const request = { method, url: `http://127.0.0.1:1${path}`, headers: [], body: undefined };
  const text = body === undefined ? '' : JSON.stringify(body);
  if (status === 0) return { request, failure: 'socket hang up' };
  return { request, response: { status, headers: [], body: text } };
}

interface Case {
  readonly property?: string;
  readonly message?: string;
  readonly premise?: Partial<Premise>;
  readonly before: Told;
  readonly after: readonly Told[];
  readonly ids?: readonly Json[];
}

function whyIn({ property = 'conformance', message = 'is wrong', ...given }: Case) {
  const { premise, before, after, ids = [] } = given;
  return whyUndecided({
    api,
    violation: {
      property,
      message,
      exchange: exchangeOf(before),
      premise: premise && { makings: [], ...premise },
    },
    exchanges: after.map(exchangeOf),
    ids,
  });
}

const LIST: Case['before'] = ['GET', '/bookings', 200, [{ id: 6, confirmed_at: null }]];
const ONE: Case['before'] = ['GET', '/bookings/6', 200, { id: 6, confirmed_at: null }];
const IN_LIST: Case['premise'] = { answer: '#/0/confirmed_at' };
const IN_ONE: Case['premise'] = { answer: '#/confirmed_at', thing: '/bookings/6' };

test.for<[name: string, given: Case]>([
  [
    'a list with the same place in another item',
    { premise: IN_LIST, before: LIST, after: [['GET', '/bookings', 200, [{ id: 8 }]]] },
  ],
  [
    'one answer of several that could have shown it',
    {
      premise: IN_ONE,
      before: ONE,
      after: [
        ['GET', '/bookings/1', 404],
        ['GET', '/bookings/8', 200, { id: 8, confirmed_at: '2026-01-01T00:00:00Z' }],
      ],
      ids: [8],
    },
  ],
  [
    'a failure that became a refusal',
    { before: ['GET', '/bookings/0', 500], after: [['GET', '/bookings/0', 400]] },
  ],
  [
    'a failure on what named no thing that became 404',
    { before: ['GET', '/bookings/0', 500], after: [['GET', '/bookings/0', 404]] },
  ],
  [
    'who was let in and is not any more',
    {
      property: 'auth.missing',
      premise: { thing: '/bookings/6' },
      before: ONE,
      after: [['GET', '/bookings/8', 401]],
    },
  ],
  [
    'a broken request that was taken and is refused',
    {
      property: 'input.rejected',
      before: ['POST', '/bookings', 201],
      after: [['POST', '/bookings', 400]],
    },
  ],
  [
    'a thing that was there once deleted and is not any more',
    {
      property: 'state.deleted',
      premise: { thing: '/bookings/6' },
      before: ONE,
      after: [['GET', '/bookings/8', 404]],
    },
  ],
  [
    'no answer that became one',
    { before: ['GET', '/bookings', 0], after: [['GET', '/bookings', 200]] },
  ],
  [
    'an empty list that is wrong as such',
    {
      premise: { answer: '#' },
      before: ['GET', '/bookings', 200, []],
      after: [['GET', '/bookings', 200, []]],
    },
  ],
])('decided: %s', ([, given]) => {
  expect(whyIn(given)).toBeUndefined();
});

test.for<[reason: string, given: Case]>([
  [
    'no answer to GET /bookings has anything at body/0 now',
    { premise: IN_LIST, before: LIST, after: [['GET', '/bookings', 200, []]] },
  ],
  [
    'no answer to GET /bookings has anything at body now',
    {
      message: 'answers 200 with a body that breaks type',
      before: LIST,
      after: [['GET', '/bookings', 200, []]],
    },
  ],
  [
    'GET /bookings/{bookingId} is answered 404 now; it was answered 200 then',
    { premise: IN_ONE, before: ONE, after: [['GET', '/bookings/6', 404]] },
  ],
  [
    'GET /bookings is answered 403 or not answered now; it was answered 200 then',
    {
      premise: IN_LIST,
      before: LIST,
      after: [
        ['GET', '/bookings', 403],
        ['GET', '/bookings', 0],
      ],
    },
  ],
  [
    'GET /bookings was not sent again',
    { premise: IN_LIST, before: LIST, after: [['GET', '/bookings/8', 200, { id: 8 }]] },
  ],
  [
    'no answer to GET /bookings shows what was made for it (8)',
    { premise: IN_LIST, before: LIST, after: [['GET', '/bookings', 200, [{ id: 1 }]]], ids: [8] },
  ],
  [
    'GET /bookings/{bookingId} is answered 404 now; it was answered 500 then',
    {
      premise: { thing: '/bookings/6' },
      before: ['GET', '/bookings/6', 500],
      after: [['GET', '/bookings/6', 404]],
    },
  ],
  [
    'POST /bookings is answered 401 now; it was answered 201 then',
    {
      property: 'input.rejected',
      before: ['POST', '/bookings', 201],
      after: [['POST', '/bookings', 401]],
    },
  ],
  [
    'POST /bookings is answered 500 now; it was answered 201 then',
    {
      property: 'input.rejected',
      before: ['POST', '/bookings', 201],
      after: [['POST', '/bookings', 500]],
    },
  ],
  [
    'POST /bookings is answered 429 now; it was answered 201 then',
    {
      property: 'auth.missing',
      before: ['POST', '/bookings', 201],
      after: [['POST', '/bookings', 429]],
    },
  ],
])('not decided: %s', ([reason, given]) => {
  expect(whyIn(given)).toBe(reason);
});
