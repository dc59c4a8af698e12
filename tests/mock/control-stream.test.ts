import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startControlled, type Controlled } from './controlled.ts';
import { FREE, loadPets } from './pets.ts';

let controlled: Controlled;
let origin: string;
beforeAll(async () => {
  controlled = await startControlled([await loadPets()]);
  origin = await controlled.control.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await controlled.control.close();
  await controlled.mock.close();
});

/** Reads a stream until it has said a text. */
async function readUntil(response: Response, text: string): Promise<string> {
  let said = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    said += decoder.decode(chunk, { stream: true });
    if (said.includes(text)) return said;
  }
  throw new Error(`the stream ended without ${text}: ${said}`);
}

const follow = (query = '', headers: Record<string, string> = {}) =>
  fetch(`${origin}/requests/stream${query}`, { headers });

test('tells requests, the clock and a reset as they happen', async () => {
  const stream = await follow();
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  await controlled.mock.send('GET', '/pets', { headers: FREE });
  await controlled.ask('PUT', '/clock', { advance: 60 });
  await controlled.ask('POST', '/reset');
  const said = await readUntil(stream, 'event: reset');
  expect(said).toMatch(/event: request\nid: 1\ndata: \{"id":1,.*"operation":"listPets"/);
  expect(said).toMatch(/event: clock\ndata: .*"offsetSeconds":60/);
  expect(said).not.toContain('pets_free');
});

test('tells only what the filter asks for, and what a reader missed', async () => {
  await controlled.ask('DELETE', '/requests');
  for (const path of ['/seen', '/missed', '/public']) await controlled.mock.send('GET', path);
  const [, , seen] = controlled.journal.list();
  const stream = await follow('?status=404', { 'last-event-id': String(seen?.id) });
  for (const path of ['/public', '/last']) await controlled.mock.send('GET', path);
  const said = await readUntil(stream, '/last');
  expect([...said.matchAll(/"path":"\/pets\/v1([^"]+)"/g)].map(([, path]) => path)).toEqual([
    '/missed',
    '/last',
  ]);
});

test('turns away more readers than it can serve', async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => follow()));
  expect(streams.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
  await Promise.all(streams.map(async ({ body }) => body?.cancel()));
});

test('answers what is no HTTP with a problem', async () => {
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () =>
      socket.write('nonsense\r\n\r\n'),
    );
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('end', () => resolve(said));
    socket.on('error', reject);
  });
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400 });
});

test('an open stream does not hold up closing', async () => {
  const other = await startControlled([await loadPets()]);
  const address = await other.control.listen({ host: '127.0.0.1', port: 0 });
  const stream = await fetch(`${address}/requests/stream`);
  await other.control.close();
  await expect(readUntil(stream, 'never said')).rejects.toThrow(/./);
});
