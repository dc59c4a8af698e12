import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadKennels } from '../mock/play.ts';
import {
  answering,
  base64,
  coded,
  DOGS,
  RECORDED,
  request,
  response,
  sending,
  without,
} from './recordings/har-parts.ts';
import {
  judgeHar,
  namesOf,
  toHarEntry,
  type Entry,
  type HarEntry,
} from './recordings/judge-entries.ts';
import { MINUTE, dogs, login, me, RIGHT } from './recordings/kennel-days.ts';

const api = await loadKennels();
const GZIP = gzipSync(DOGS);
const post = (ask: string, body: unknown, reply: unknown): HarEntry =>
  toHarEntry({ at: 1, ask, body, reply, headers: TOLD });
const TOLD = { 'x-quota': '100000', 'x-quota-left': '8', 'x-quota-reset': String(MINUTE) };
const BATCH = { dogs: [{ name: 'Rex' }] };
const IMPORTED = { count: 1, failed: 0, kept: true };
const stranger = (as: string): Partial<Entry> => ({ as: { authorization: as } });
const team = toHarEntry({ at: 9, ask: 'GET /toys/ids', reply: [] });

describe('how recorders write accuses nobody', () => {
  test.for<{ what: string; entries: readonly unknown[] }>([
    { what: 'a status of 0', entries: [response(RECORDED, { status: 0 })] },
    { what: 'a status of null', entries: [response(RECORDED, { status: null })] },
    { what: 'an answer without anything', entries: [{ ...RECORDED, response: {} }] },
    { what: 'no answer', entries: [{ request: RECORDED.request }] },
    { what: 'a status in words', entries: [response(RECORDED, { status: '200' })] },
    {
      what: 'a tunnel',
      entries: [request(RECORDED, { method: 'CONNECT', url: 'api.kennels.example:443' })],
    },
    { what: 'an address of no host', entries: [request(RECORDED, { url: 'data:text/plain,x' })] },
    { what: 'no address', entries: [request(RECORDED, { url: '' })] },
    {
      what: 'the query beside the address',
      entries: [
        request(RECORDED, {
          url: 'https://api.kennels.example/v1/dogs',
          queryString: [{ name: 'kennel', value: 'north' }],
        }),
      ],
    },
    {
      what: 'a field as a number, and one as a list',
      entries: [
        response(RECORDED, {
          headers: {
            'content-type': ['application/json'],
            'x-pages': 1,
            'x-quota': 5,
            'x-quota-left': 4,
            'x-quota-reset': MINUTE,
            etag: null,
          },
        }),
      ],
    },
    { what: 'gzip in base64', entries: [coded('gzip', base64(GZIP))] },
    { what: 'Brotli in base64', entries: [coded('br', base64(brotliCompressSync(DOGS)))] },
    { what: 'a coding in base64 that was undone', entries: [coded('gzip', base64(DOGS))] },
    { what: 'a coding that nobody knows', entries: [coded('gzip', base64(GZIP.subarray(5)))] },
    { what: 'gzip as text', entries: [coded('gzip', { text: GZIP.toString('utf8') })] },
    { what: 'gzip as Latin-1', entries: [coded('gzip', { text: GZIP.toString('latin1') })] },
    {
      what: 'content that was forgotten',
      entries: [
        response(answering(RECORDED, { 'content-length': '300' }), { content: { size: 0 } }),
      ],
    },
    {
      what: 'content that is empty now',
      entries: [response(RECORDED, { content: { size: 0, text: '' }, bodySize: 180 })],
    },
    {
      what: 'a body that was cut off',
      entries: [request(post('POST /dogs/batch', '{"dogs":[{"na', IMPORTED), { bodySize: 400 })],
    },
    {
      what: 'a body whose type stands beside it',
      entries: [without(post('POST /dogs/batch', BATCH, IMPORTED), 'request', 'content-type')],
    },
    {
      what: 'no fields of answers at all',
      entries: [response(RECORDED, { headers: [] })],
    },
    {
      what: 'what a browser asks again to know what is new',
      entries: [
        response(sending(RECORDED, { 'if-none-match': '"a"' }), { status: 304, content: {} }),
      ],
    },
    {
      what: 'a part that was asked for',
      entries: [
        response(sending(RECORDED, { range: 'bytes=0-9' }), {
          status: 206,
          content: { text: DOGS.slice(0, 10) },
        }),
      ],
    },
    {
      what: 'a change of protocol that was asked for',
      entries: [response(sending(RECORDED, { upgrade: 'websocket' }), { status: 101 })],
    },
    {
      what: 'a browser that goes to https by itself',
      entries: [
        response(answering(RECORDED, { 'non-authoritative-reason': 'HSTS' }), { status: 307 }),
      ],
    },
    {
      what: 'an answer that a test made up',
      entries: [{ ...response(RECORDED, { status: 418 }), _wasFulfilled: true }],
    },
    {
      what: 'a credential that was left out, where others are kept',
      entries: [without(RECORDED, 'request', 'authorization'), toHarEntry(me(1))],
    },
    ...[
      'Bearer [REDACTED]',
      '[REDACTED]',
      'Bearer ***',
      'Bearer {{token}}',
      'Bearer ken****eam',
    ].map((as) => ({
      what: `a credential that was hidden as ${as}`,
      entries: [...RIGHT.map((it) => toHarEntry({ ...it, ...stranger(as) })), team],
    })),
    {
      what: 'a recorder within a page, which sees no cookie',
      entries: [response(toHarEntry(login), { headers: [] }), toHarEntry(dogs(1, 4))],
    },
    {
      what: 'a cookie that was hidden',
      entries: [
        answering(without(toHarEntry(login), 'response', 'set-cookie'), {
          'set-cookie': '[hidden]',
        }),
        toHarEntry(me(1)),
      ],
    },
    {
      what: 'cookies that stand beside the fields',
      entries: [
        response(without(toHarEntry(login), 'response', 'set-cookie'), {
          cookies: [{ name: 'sid', value: 'abc', path: '/', httpOnly: true }],
        }),
        toHarEntry(me(1)),
      ],
    },
    {
      what: 'a session that another took the place of',
      entries: [
        toHarEntry(login),
        answering(toHarEntry(me(1)), { 'set-cookie': 'sid=next; Path=/' }),
        toHarEntry(me(2, 401)),
      ],
    },
    {
      what: 'a session of who has logged in again',
      entries: [
        toHarEntry(login),
        toHarEntry({ ...login, at: 1, headers: { 'set-cookie': 'sid=next; Path=/' } }),
        toHarEntry(me(2, 401)),
      ],
    },
    {
      what: 'what is written down twice',
      entries: RIGHT.map(toHarEntry).flatMap((it) => [it, it]),
    },
    {
      what: 'what a cache has answered just now',
      entries: [...RIGHT.map(toHarEntry), answering(toHarEntry(dogs(6, 0)), { age: '0' })],
    },
    {
      what: 'a clock that is wrong, of who records',
      entries: RIGHT.map((it) =>
        without(toHarEntry({ ...it, at: it.at - 9000 }), 'response', 'date'),
      ),
    },
    {
      what: 'two archives, the later first',
      entries: [
        ...Array.from({ length: 80 }, (_, i) => toHarEntry(toys(100 + i))),
        ...RIGHT.map(toHarEntry),
      ],
    },
  ])('$what', async ({ entries }) => {
    const run = await judgeHar(api, entries);
    expect(namesOf(run)).toEqual([]);
    expect(run.traffic?.exchanges).toBe(entries.length);
  });
});

function toys(at: number): Entry {
  return { at, ask: 'GET /toys/ids', reply: [] };
}
