import { describe, expect, test } from 'vitest';
import { loadKiosk } from './kiosk.ts';
import { startMock, type TestMock } from './pets.ts';

/** Where the mock serves it. */
const HERE = 'http://mock.invalid/kiosk/v1';
const KEY = { 'x-key': 'kiosk_test_key' };
const NOTE = { text: 'Ring twice', tags: ['bell'] };

interface Thing {
  readonly id: string | number;
}

async function start() {
  const mock = await startMock([await loadKiosk()]);
  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    more = {},
    body?: object,
  ) =>
    mock.send(method, `${HERE}${path}`, {
      headers: { ...KEY, ...more },
      ...(body && { body }),
    });
  return { mock, send };
}

const keyed = (key: string) => ({ 'idempotency-key': key });

describe('a key', () => {
  test('that comes again with the same request is answered as before, for its lifetime', async () => {
    const { mock, send } = await start();
    const first = await send('POST', '/notes', keyed('key-number-1'), NOTE);
    const again = await send('POST', '/notes', keyed('key-number-1'), NOTE);
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect(again.headers['location']).toEqual(first.headers['location']);
    expect(await idsOf(send, '/notes?limit=9')).toHaveLength(2);
    mock.clock.at += 3600 * 1000;
    const later = await send('POST', '/notes', keyed('key-number-1'), NOTE);
    expect(later.json).not.toEqual(first.json);
  });

  test('that comes with another request is refused, and nothing is made', async () => {
    const { send } = await start();
    await send('POST', '/notes', keyed('key-number-1'), NOTE);
    const other = await send('POST', '/notes', keyed('key-number-1'), { text: 'Other' });
    expect([other.status, other.json]).toEqual([422, { error: 'It is refused.' }]);
    expect(await idsOf(send, '/notes?limit=9')).toHaveLength(2);
  });

  test('may be refused the second time, where that is documented', async () => {
    const { send } = await start();
    const statuses = [];
    for (let i = 0; i < 2; i += 1)
      statuses.push((await send('POST', '/posters', keyed('key-number-1'), { title: 'A' })).status);
    expect(statuses).toEqual([201, 409]);
  });

  test('is the own one of each client, and of what was refused none is kept', async () => {
    const { mock, send } = await start();
    expect((await send('POST', '/notes', keyed('key-number-1'), { text: '' })).status).toBe(400);
    const first = await send('POST', '/notes', keyed('key-number-1'), NOTE);
    const other = await mock.send('POST', `${HERE}/notes`, {
      headers: { 'x-key': 'kiosk_other_key', ...keyed('key-number-1') },
      body: NOTE,
    });
    expect([first.status, other.status]).toEqual([201, 201]);
    expect((other.json as unknown as Thing).id).not.toBe((first.json as unknown as Thing).id);
  });
});

describe('an entity tag', () => {
  test('is known again until the thing changes', async () => {
    const { send } = await start();
    const { headers } = await send('GET', '/notes/n-1');
    const tag = String(headers['etag']);
    expect(tag).toMatch(/^"[\da-f]{16}"$/);
    for (const field of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
      const known = await send('GET', '/notes/n-1', { 'if-none-match': field });
      expect([field, known.status, known.text, known.headers['etag']]).toEqual([
        field,
        304,
        '',
        tag,
      ]);
      expect(known.headers['content-type']).toBeUndefined();
    }
    const written = await send('PUT', '/notes/n-1', {}, NOTE);
    const read = await send('GET', '/notes/n-1', { 'if-none-match': tag });
    expect([read.status, read.headers['etag']]).toEqual([200, written.headers['etag']]);
    expect(read.headers['etag']).not.toBe(tag);
    const same = await send('PUT', '/notes/n-1', {}, NOTE);
    expect(same.headers['etag']).toBe(read.headers['etag']);
  });

  test('of what was made comes with the answer, and is weak where that is documented', async () => {
    const { send } = await start();
    const made = await send('POST', '/notes', {}, NOTE);
    const read = await send('GET', `/notes/${(made.json as unknown as Thing).id}`);
    expect(made.headers['etag']).toBe(read.headers['etag']);
    expect((await send('GET', '/posters/1')).headers['etag']).toMatch(/^W\/"/);
  });

  test.each([
    [{ 'if-match': '"other"' }, 412],
    [{ 'if-match': 'W/"other"' }, 412],
    [{ 'if-match': '*' }, 200],
    [{}, 200],
  ])('is asked for by %j, and PUT is answered %i', async (headers, status) => {
    const { send } = await start();
    const before = await send('GET', '/notes/n-1');
    expect((await send('PUT', '/notes/n-1', headers, NOTE)).status).toBe(status);
    const after = await send('GET', '/notes/n-1');
    expect(after.text === before.text).toBe(status === 412);
    const present = { 'if-match': String(after.headers['etag']) };
    expect((await send('PUT', '/notes/n-1', present, NOTE)).status).toBe(200);
  });

  test('must be told where it is required, and of what is not there it does not matter', async () => {
    const { send } = await start();
    const order = { title: 'Autumn' };
    expect((await send('PUT', '/orders/1', {}, order)).status).toBe(428);
    expect((await send('PUT', '/orders/1', { 'if-match': '*' }, order)).status).toBe(200);
    await send('DELETE', '/notes/n-1');
    expect((await send('PUT', '/notes/n-1', { 'if-match': '"x"' }, NOTE)).status).toBe(404);
  });
});

describe('pages', () => {
  test.each(['/notes', '/posters', '/orders'])(
    'of %s end, and lose and repeat nothing',
    async (path) => {
      const { mock, send } = await start();
      const body = path === '/notes' ? NOTE : { title: 'A' };
      const made = await makeSome(send, path, body, 5);
      const size = { '/notes': 'limit', '/posters': 'per_page', '/orders': 'take' }[path];
      const pages = await walk(mock, `${HERE}${path}?${size}=2`, path === '/orders');
      expect(pages.map((it) => it.length)).toEqual([2, 2, 2]);
      expect(pages.flat()).toEqual([path === '/notes' ? 'n-1' : 1, ...made]);
    },
  );

  test('go on where they were when something on them is deleted', async () => {
    const { send } = await start();
    const [first = '', ...others] = await makeSome(send, '/notes', NOTE, 3);
    const page = await send('GET', '/notes?limit=2');
    await send('DELETE', `/notes/${first}`);
    const next = String((page.json as { next?: string }).next);
    expect(await idsOf(send, `/notes?limit=2&after=${next}`)).toEqual(others);
  });

  test('are as long as is usual where no size is told', async () => {
    const { send } = await start();
    await makeSome(send, '/notes', NOTE, 3);
    await makeSome(send, '/orders', { title: 'A' }, 3);
    expect(await idsOf(send, '/notes')).toHaveLength(2);
    expect(await idsOf(send, '/orders')).toHaveLength(3);
  });
});

test('Location leads to what was made, where no example shows one', async () => {
  const { mock, send } = await start();
  const made = await send('POST', '/notes', {}, NOTE);
  const address = new URL(String(made.headers['location']), `${HERE}/notes`);
  const read = await mock.send('GET', address.href, { headers: KEY });
  expect([read.status, read.json]).toEqual([200, made.json]);
});

type Send = Awaited<ReturnType<typeof start>>['send'];

async function makeSome(send: Send, path: string, body: object, many: number) {
  const ids: Thing['id'][] = [];
  for (let i = 0; i < many; i += 1)
    ids.push(((await send('POST', path, {}, body)).json as unknown as Thing).id);
  return ids;
}

async function idsOf(send: Send, path: string): Promise<Thing['id'][]> {
  return thingsIn((await send('GET', path)).json).map(({ id }) => id);
}

function thingsIn(json: unknown): readonly Thing[] {
  if (Array.isArray(json)) return json as Thing[];
  const { notes, orders } = json as Record<string, Thing[] | undefined>;
  return notes ?? orders ?? [];
}

/** The ids of each page, from one to the next as a client goes. */
async function walk(mock: TestMock, first: string, isSkipping: boolean) {
  const pages: Thing['id'][][] = [];
  let address: string | undefined = first;
  while (address !== undefined && pages.length < 9) {
    const answered: Awaited<ReturnType<TestMock['send']>> = await mock.send('GET', address, {
      headers: KEY,
    });
    const ids = thingsIn(answered.json).map(({ id }) => id);
    if (isSkipping && ids.length === 0) break;
    pages.push(ids);
    const { next } = answered.json as { next?: string };
    const link = /<([^>]*)>; rel="next"/.exec(linkOf(answered))?.[1];
    if (isSkipping) address = `${first}&skip=${pages.flat().length}`;
    else if (next !== undefined) address = `${first}&after=${next}`;
    else address = link && new URL(link, first).href;
  }
  return pages;
}

function linkOf({ headers }: Awaited<ReturnType<TestMock['send']>>): string {
  const { link } = headers;
  return typeof link === 'string' ? link : '';
}
