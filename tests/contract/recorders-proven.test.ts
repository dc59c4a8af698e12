import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadKennels } from '../mock/play.ts';
import {
  answering,
  base64,
  coded,
  RECORDED,
  request,
  sending,
  without,
} from './recordings/har-parts.ts';
import { judgeHar, namesOf, toHarEntry, type HarEntry } from './recordings/judge-entries.ts';
import { dogs, login, me, RIGHT } from './recordings/kennel-days.ts';

const api = await loadKennels();
/** Five that are let through, and more of the same window. */
const TOO_MANY = [...RIGHT, dogs(5, 0), dogs(6, 0), dogs(7, 0)].map(toHarEntry);
const untimed = ({ startedDateTime: _began, time: _took, ...rest }: HarEntry) => rest;

describe('what is proven in spite of how a recorder writes is found', () => {
  const QUOTA = ['rate.quota listDogs'];
  test.for<{ what: string; entries: readonly unknown[]; found: readonly string[] }>([
    { what: 'the latest first', entries: TOO_MANY.toReversed(), found: QUOTA },
    { what: 'without times', entries: TOO_MANY.map(untimed), found: QUOTA },
    {
      what: 'without how long it took',
      entries: TOO_MANY.map((it) => ({ ...it, time: -1 })),
      found: QUOTA,
    },
    {
      what: 'with phases in place of how long it took',
      entries: TOO_MANY.map(({ time, ...it }) => {
        return { ...it, timings: { blocked: -1, send: 1, wait: time, receive: 2 } };
      }),
      found: QUOTA,
    },
    {
      what: 'with frames of HTTP/2 for a host',
      entries: TOO_MANY.map((it) =>
        request(sending(it, { ':authority': 'api.kennels.example', ':scheme': 'https' }), {
          url: '/v1/dogs?kennel=north',
        }),
      ),
      found: QUOTA,
    },
    {
      what: 'with nothing but what is left',
      entries: [3, 2, 1, 0, 0, 0].map((left, i) =>
        without(
          toHarEntry(dogs(i, left, { as: { authorization: 'Bearer who_knows' } })),
          'response',
          'x-quota-reset',
          'x-quota',
        ),
      ),
      found: ['rate.headers listDogs', ...QUOTA],
    },
    {
      what: 'a session that does not last, among other cookies on one line',
      entries: [
        answering(without(toHarEntry(login), 'response', 'set-cookie'), {
          'set-cookie': 'theme=dark; Path=/\nsid=abc; Path=/',
        }),
        toHarEntry(me(2, 401)),
      ],
      found: ['session.opens readMe'],
    },
    {
      what: 'gzip in base64 of what is no dog',
      entries: [coded('gzip', base64(gzipSync('[{"id":1}]')))],
      found: ['conformance listDogs'],
    },
  ])('$what', async ({ entries, found }) => {
    const names = new Set(namesOf(await judgeHar(api, entries)));
    expect([...names].toSorted()).toEqual([...found].toSorted());
  });
});

test('more than a quota within the length of a window is told, where nothing tells when windows begin', async () => {
  const entries = Array.from({ length: 7 }, (_, i) => toHarEntry(dogs(i, undefined)));
  const { traffic } = await judgeHar(api, entries);
  const reasons = traffic?.unproven.flatMap(({ property, reason }) =>
    property === 'rate.quota' ? [reason] : [],
  );
  expect(reasons).toEqual([
    'more requests than the quota are let through (day.har:6): the recording does not tell when a window begins',
  ]);
});

test('two servers of one API count by themselves', async () => {
  const entries = RIGHT.flatMap((it) => {
    const url = 'https://other.kennels.example/v1/dogs?kennel=north';
    return [toHarEntry(it), request(toHarEntry({ ...it, at: it.at + 0.5 }), { url })];
  });
  const [server] = api.servers;
  const servers = server ? [{ ...server, url: '/v1' }] : [];
  const operations = api.operations.map((it) => ({ ...it, servers }));
  const relative = { ...api, servers, operations };
  const run = await judgeHar(relative, entries);
  expect(namesOf(run)).toEqual([]);
  expect(run.traffic?.matched).toBe(10);
});

test('addresses that nothing is known of are shown without what they hold', async () => {
  const run = await judgeHar(api, [
    RECORDED,
    request(RECORDED, { url: 'data:text/plain,secret-text' }),
    request(RECORDED, { url: 'no address?key=secret' }),
  ]);
  expect(run.traffic?.unmatched.map(({ url }) => url)).toEqual(['data:…', 'no address']);
});
