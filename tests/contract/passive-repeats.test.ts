import { expect, test } from 'vitest';
import { loadKiosk } from '../mock/kiosk.ts';
import { foundIn, type Entry } from './recordings/judge-entries.ts';

const api = await loadKiosk();
const NOTE = { id: 'n-2', text: 'Ring twice' };
const KEY = { 'x-key': 'kiosk_test_key' };

const post = (at: number, text: string, status: number, reply: object): Entry => ({
  at,
  ask: 'POST /notes',
  as: { ...KEY, 'idempotency-key': 'key-number-1' },
  body: { text },
  status,
  headers: { location: 'notes/n-2', etag: '"a"' },
  reply,
});
const get = (
  at: number,
  sent: Readonly<Record<string, string>>,
  status: number,
  headers: Readonly<Record<string, string>>,
): Entry => ({
  at,
  ask: 'GET /notes/n-2',
  as: { ...KEY, ...sent },
  status,
  headers,
  ...(status === 200 && { reply: NOTE }),
});
const refused = { error: 'It is refused.' };

test.each<[what: string, entries: readonly Entry[], found: readonly string[]]>([
  [
    'a key that makes a second thing',
    [post(0, 'Ring twice', 201, NOTE), post(5, 'Ring twice', 201, { ...NOTE, id: 'n-3' })],
    ['http.idempotency-key createNote'],
  ],
  [
    'a key that another request is let pass with',
    [post(0, 'Ring twice', 201, NOTE), post(5, 'Knock', 201, { id: 'n-3', text: 'Knock' })],
    ['http.idempotency-key createNote'],
  ],
  [
    'a key that comes again rightly, and one that has been forgotten',
    [
      post(0, 'Ring twice', 201, NOTE),
      post(5, 'Ring twice', 201, NOTE),
      post(9, 'Knock', 422, refused),
      post(3700, 'Ring twice', 201, { ...NOTE, id: 'n-3' }),
    ],
    [],
  ],
  [
    'what the client has, sent again',
    [get(0, {}, 200, { etag: '"a"' }), get(5, { 'if-none-match': '"a"' }, 200, { etag: '"a"' })],
    ['http.conditional readNote'],
  ],
  ['an answer without its tag', [get(0, {}, 200, {})], ['http.conditional readNote']],
  [
    'a weak tag for a strong one',
    [get(0, {}, 200, { etag: 'W/"a"' })],
    ['http.conditional readNote'],
  ],
  [
    'a 304 without its tag',
    [get(0, { 'if-none-match': '"a"' }, 304, {})],
    ['http.conditional readNote'],
  ],
  [
    'tags that are known again, and another one',
    [
      get(0, {}, 200, { etag: '"a"' }),
      get(5, { 'if-none-match': '"a"' }, 304, { etag: '"a"' }),
      get(9, { 'if-none-match': '"a"' }, 200, { etag: '"b"' }),
    ],
    [],
  ],
])('of %s the recording says what it proves', async (_, entries, found) => {
  const own = (await foundIn(api, entries)).filter((it) => it.startsWith('http.'));
  expect(own).toEqual(found);
});
