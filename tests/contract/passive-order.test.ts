import { describe, expect, test } from 'vitest';
import { loadKennels } from '../mock/play.ts';
import { foundIn, judgeEntries, type Entry } from './recordings/judge-entries.ts';
import {
  MINUTE,
  dogs,
  refused,
  RIGHT,
  toy,
  created,
  read,
  lost,
  ids,
  page,
  listOf,
  changed,
  deleted,
  login,
  me,
  walk,
  started,
  batch,
  stranger,
  nextWindow,
  cached,
} from './recordings/kennel-days.ts';

const api = await loadKennels();

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
      what: 'pages that leave things out',
      entries: [
        { at: 0, ask: 'GET /toys', reply: listOf('a', 'b', 'c', 'd') },
        ...[9, 19].flatMap((at) => [page(at, 1, ['c', 'd']), page(at + 1, 2, [])]),
      ],
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
