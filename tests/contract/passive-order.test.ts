import { describe, expect, test } from 'vitest';
import { loadKennels } from '../mock/play.ts';
import { BEGAN, foundIn, judgeEntries, type Entry } from './recordings/judge-entries.ts';

const api = await loadKennels();

const DOG = {
  ...{ id: 'd001', kind: 'dog', name: 'Rex', born: '2026-01-02T03:04:05Z', sex: 'male' },
  ...{ weight: 12, chipped: true, tags: ['calm'] },
};
const REFUSED = { error: { code: 'quota', message: 'Slow down.' } };
const MINUTE = BEGAN / 1000 + 60;

/** A list of dogs, asked for by the client with a quota of five in a minute. */
function dogs(at: number, left: number | undefined, more: Partial<Entry> = {}): Entry {
  const told = { 'x-quota': '5', 'x-quota-left': String(left), 'x-quota-reset': String(MINUTE) };
  const headers = { 'x-pages': '1', ...(left !== undefined && told) };
  const shared = { as: 'free', ask: 'GET /dogs?kennel=north', reply: [DOG] };
  return { at, ...shared, headers, ...more };
}

function refused(at: number, left: number, reset = MINUTE): Entry {
  const headers = { 'x-quota': '5', 'x-quota-left': String(left), 'x-quota-reset': String(reset) };
  return dogs(at, 0, { status: 429, reply: REFUSED, headers: { ...headers, 'retry-after': '60' } });
}

const RIGHT = [4, 3, 2, 1, 0].map((left, i) => dogs(i, left));
const toy = (id: string, name: string) => ({ id, name });
const created = (at: number, id: string): Entry => {
  const shared = { ask: 'POST /toys', body: { name: id }, status: 201 };
  return { at, ...shared, reply: toy(id, id) };
};
const read = (at: number, id: string, name = id): Entry => {
  return { at, ask: `GET /toys/${id}`, reply: toy(id, name) };
};
const lost = (at: number, id: string): Entry => {
  return { at, ask: `GET /toys/${id}`, status: 404, reply: { error: { code: 'x', message: 'y' } } };
};
const ids = (at: number, ...reply: string[]): Entry => ({ at, ask: 'GET /toys/ids', reply });
const page = (at: number, number: number, toys: readonly string[], count = 3): Entry => ({
  at,
  ask: `GET /toys?page=${number}&size=2`,
  reply: { count, toys: toys.map((id) => toy(id, id)) },
});
const changed = (at: number, id: string, name: string): Entry => ({
  ...{ at, ask: `PATCH /toys/${id}`, body: { name } },
  reply: toy(id, name),
});
const deleted = (at: number, id: string): Entry => {
  return { at, ask: `DELETE /toys/${id}`, status: 204, headers: { 'content-type': '' } };
};
const session = { cookie: 'sid=abc' };
const login: Entry = {
  ...{ at: 0, ask: 'POST /login', as: {}, body: { name: 'ada' }, status: 204 },
  headers: { 'set-cookie': 'sid=abc; Path=/' },
};
const me = (at: number, status = 200): Entry => ({
  ...{ at, ask: 'GET /me', as: session, status },
  reply: status === 200 ? { name: 'ada', nick: 'ad' } : REFUSED,
});
const walk = (at: number, state: string): Entry => {
  return { at, ask: 'GET /walks/w9', reply: { id: 'w9', state } };
};
const started: Entry = { at: 0, ask: 'POST /walks', status: 202, reply: { id: 'w9' } };
const batch = (bytes: number, status: number): Entry => ({
  ...{ at: 0, ask: 'POST /dogs/batch', status },
  body: JSON.stringify({ dogs: [{ name: 'Rex' }] }).padEnd(bytes),
  reply: status === 200 ? { count: 1 } : REFUSED,
  headers: { 'x-quota': '100000', 'x-quota-left': '8', 'x-quota-reset': String(MINUTE) },
});

describe('what a recording proves is found', () => {
  test.for<{ what: string; entries: readonly Entry[]; found: string }>([
    {
      what: 'a request that is answered when nothing is left',
      entries: [...RIGHT, dogs(6, 0)],
      found: 'rate.quota listDogs',
    },
    {
      what: 'a count that does not go down',
      entries: [dogs(0, 4), dogs(1, 4)],
      found: 'rate.quota listDogs',
    },
    {
      what: 'a refusal while something is left, in two windows',
      entries: [0, 60].flatMap((from) => {
        const reset = { 'x-quota-reset': String(MINUTE + from) };
        const told = { 'x-pages': '1', 'x-quota': '5', 'x-quota-left': '4', ...reset };
        return [dogs(from, 4, { headers: told }), refused(from + 1, 3, MINUTE + from)];
      }),
      found: 'rate.quota listDogs',
    },
    {
      what: 'more than any two windows allow, where nothing tells when they end',
      entries: Array.from({ length: 11 }, (_, i) => dogs(i, undefined)),
      found: 'rate.quota listDogs',
    },
    {
      what: 'the count of one client that goes down by what another sends',
      entries: [0, 1, 2, 3, 4].flatMap((i) => [
        dogs(4 * i, 0, stranger('one', 58 - 2 * i)),
        dogs(4 * i + 2, 0, stranger('two', 57 - 2 * i)),
      ]),
      found: 'rate.quota listDogs',
    },
    {
      what: 'a session that ends early',
      entries: [login, me(9, 401)],
      found: 'session.opens readMe',
    },
    { what: 'a session that lasts', entries: [login, me(3604)], found: 'session.ended readMe' },
    {
      what: 'a write by who may only read',
      entries: [{ ...created(0, 't9'), as: 'reader' }],
      found: 'auth.read-only createToy',
    },
    {
      what: 'a credential after its end',
      entries: [{ ...read(0, 't001'), as: 'short' }],
      found: 'auth.expired readToy',
    },
    {
      what: 'a body that is too large',
      entries: [batch(2001, 200)],
      found: 'limits.bytes importDogs',
    },
    { what: 'a body that is not', entries: [batch(2000, 413)], found: 'limits.bytes importDogs' },
    {
      what: 'things that are not there, though they were created',
      entries: [created(0, 't8'), lost(1, 't8'), created(2, 't9'), lost(3, 't9')],
      found: 'state.created readToy',
    },
    {
      what: 'a list without what was created',
      entries: [created(0, 't8'), ids(1, 't001'), created(2, 't9'), ids(3, 't001')],
      found: 'state.created listToyIds',
    },
    {
      what: 'updates that are lost',
      entries: ['t8', 't9'].flatMap((id, i) => [
        created(9 * i, id),
        changed(9 * i + 1, id, 'New'),
        read(9 * i + 2, id),
      ]),
      found: 'state.updated readToy',
    },
    {
      what: 'things that stay, though they were deleted',
      entries: ['t8', 't9'].flatMap((id, i) => [deleted(9 * i, id), read(9 * i + 1, id)]),
      found: 'state.deleted readToy',
    },
    {
      what: 'a page that is longer than was asked for',
      entries: [page(0, 1, ['a', 'b', 'c'])],
      found: 'paging.walk listToys',
    },
    {
      what: 'pages that share items',
      entries: [0, 9].flatMap((at) => [page(at, 1, ['a', 'b']), page(at + 1, 2, ['b'])]),
      found: 'paging.walk listToys',
    },
    {
      what: 'a state that is final and does not last',
      entries: [started, walk(1, 'done'), walk(2, 'waiting')],
      found: 'async.state getWalk',
    },
  ])('$what', async ({ entries, found }) => {
    // That nobody tells how a client stands is found as well.
    const all = (await foundIn(api, entries)).filter((it) => !it.startsWith('rate.headers'));
    expect(all).toEqual([found]);
  });
});

/** A client of whom nobody has told anything, on a quota of sixty. */
function stranger(name: string, left: number): Partial<Entry> {
  const told = { 'x-quota': '60', 'x-quota-left': String(left), 'x-quota-reset': String(MINUTE) };
  return { as: { authorization: `Bearer ${name}` }, headers: { 'x-pages': '1', ...told } };
}

describe('what somebody else may explain is nobody’s fault', () => {
  test.for<{ what: string; entries: readonly Entry[] }>([
    { what: 'a quota that is used up and refused', entries: [...RIGHT, refused(6, 0)] },
    { what: 'answers beside each other', entries: [dogs(0, 3, { took: 5 }), dogs(1, 4)] },
    {
      what: 'a new window',
      entries: [...RIGHT, dogs(61, 4, nextWindow(4)), dogs(62, 3, nextWindow(3))],
    },
    { what: 'one thing that is not there', entries: [created(0, 't8'), lost(1, 't8')] },
    {
      what: 'things that are not there for another client',
      entries: ['t8', 't9'].flatMap((id, i) => [
        created(9 * i, id),
        { ...lost(9 * i + 1, id), as: 'other' },
      ]),
    },
    {
      what: 'things that are read before they are made',
      entries: ['t8', 't9'].flatMap((id, i) => [
        { ...created(9 * i, id), took: 5 },
        lost(9 * i + 1, id),
      ]),
    },
    {
      what: 'a list of a part',
      entries: ['t8', 't9'].flatMap((id, i) => [
        created(9 * i, id),
        {
          at: 9 * i + 1,
          ask: 'GET /toys?size=1',
          reply: { count: 3, toys: [toy('t001', 'Ball')] },
        },
      ]),
    },
    { what: 'a session that was used meanwhile', entries: [login, me(3000), me(6000)] },
    { what: 'an answer out of a cache', entries: [...RIGHT, dogs(6, 0, cached())] },
  ])('$what', async ({ entries }) => {
    expect(await foundIn(api, entries)).toEqual([]);
  });
});

function nextWindow(left: number): Partial<Entry> {
  const told = { 'x-quota': '5', 'x-quota-left': String(left) };
  return { headers: { 'x-pages': '1', ...told, 'x-quota-reset': String(MINUTE + 60) } };
}

function cached(): Partial<Entry> {
  const told = { 'x-quota': '5', 'x-quota-left': '0', 'x-quota-reset': String(MINUTE) };
  return { headers: { 'x-pages': '1', age: '3', ...told } };
}

test('exchanges are put in the order in which they began', async () => {
  const written = [created(0, 't8'), lost(1, 't8'), created(2, 't9'), lost(3, 't9')];
  expect(await foundIn(api, written.toReversed())).toEqual(['state.created readToy']);
});

test('what a recording does not prove is listed with the reason', async () => {
  const { traffic } = await judgeEntries(api, [created(0, 't8'), lost(1, 't8')]);
  const reasons = Object.fromEntries(
    (traffic?.unproven ?? []).map(({ property, reason }) => [property, reason]),
  );
  expect(reasons).toMatchObject({
    'auth.read-only':
      'no request was made with a read-only credential, as far as anybody has told (--credentials)',
    'state.updated': 'nothing was looked at after it had been changed',
    'state.created': expect.stringMatching(
      /^a toy that was created is not there \(day\.har:2\), seen of 1: whoever else/,
    ),
  });
});
