import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from '../../scripts/wire/answer.ts';
import { createBrokenConnections } from '../../scripts/mock/http/broken-connection.ts';
import { createServer } from '../../scripts/mock/http/serve.ts';
import { type Arrival } from '../../scripts/mock/http/arrival.ts';
import { readResponses, type Framed } from './hostile/framing.ts';
import { loadPets, START, startMock, type TestMock } from './pets.ts';

let mock: TestMock;
let port: number;
beforeAll(async () => {
  mock = await startMock([await loadPets()], { limits: false });
  port = Number(new URL(await mock.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => mock.close());

/** Writes all at once, ends its side unless told otherwise, and reads to the end. */
function exchange(
  bytes: string,
  methods: readonly string[],
  { to = port, isPatient = false } = {},
): Promise<Framed> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true }, () => {
      if (isPatient) socket.write(bytes);
      else socket.end(bytes);
    });
    socket.setTimeout(2000, () => reject(new Error('the connection hangs')));
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => {
      socket.destroy();
      resolve(readResponses(Buffer.concat(chunks), methods));
    });
  });
}

const statusesOf = ({ responses }: Framed) => responses.map(({ status }) => status);

const HOST = 'Host: pets.example\r\n';
const KEY = 'Authorization: Bearer pets_free\r\nContent-Type: application/json\r\n';
const create = (framing: string, body: string) =>
  `POST /pets/v1/pets HTTP/1.1\r\n${HOST}${KEY}${framing}\r\n\r\n${body}`;

test.each([
  ['nobody waits for', `POST /pets/v1/nowhere HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\n{}`, 404],
  ['is awaited', create('Content-Length: 30', '{"name":"Rex"}'), 400],
  ['has a chunk without length', create('Transfer-Encoding: chunked', 'z\r\n{}\r\n0\r\n\r\n'), 400],
])('gives one answer to content that breaks off and %s', async (_, bytes, status) => {
  const framed = await exchange(bytes, ['POST']);
  expect([framed.flaw, statusesOf(framed)]).toEqual([undefined, [status]]);
});

test.for([
  {
    what: 'fields',
    request: `GET /pets/v1/pets HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(20_000)}\r\n\r\n`,
  },
  {
    what: 'a request line',
    request: `GET /pets/v1/pets?a=${'a'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`,
  },
])(
  'answers a head that is too large by its $what with the status that HTTP has for it',
  async ({ request }) => {
    const framed = await exchange(request, ['GET'], { isPatient: true });
    expect([framed.flaw, statusesOf(framed)]).toEqual([undefined, [431]]);
  },
);

test('closes after content that cannot be told from the next request', async () => {
  const framed = await exchange(create('Transfer-Encoding: chunked', 'z\r\n'), ['POST'], {
    isPatient: true,
  });
  expect(framed.responses[0]?.headers['connection']).toBe('close');
});

test('answers in order what comes before garbage', async () => {
  const good = create('Content-Length: 14', '{"name":"Rex"}');
  const framed = await exchange(`${good}${good}garbage\r\n\r\n`, ['POST', 'POST', '']);
  expect([framed.flaw, statusesOf(framed)]).toEqual([undefined, [201, 201, 400]]);
});

test('answers a HEAD that is no HTTP without content', async () => {
  const head = `HEAD /pets/v1/pets HTTP/1.1\r\n${HOST}broken\r\n\r\n`;
  const framed = await exchange(head, ['HEAD']);
  expect([framed.flaw, statusesOf(framed)]).toEqual([undefined, [400]]);
});

test('tells a client that never comes to the end of its head, and hangs up', async () => {
  const patience = { head: 40, request: 60, keepAlive: 100, check: 20 };
  const server = createServer(sayDefect, { now: () => START }, { patience });
  const to = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
  const slow = await exchange(`GET /pets HTTP/1.1\r\n${HOST}X: `, ['GET'], { to, isPatient: true });
  await server.close();
  expect(slow.flaw).toBeUndefined();
  expect(slow.responses.map(({ body }) => body.toString())).toEqual([
    'The request did not arrive in time.',
  ]);
});

test('does not wait for ever for a client to hang up', () => {
  vi.useFakeTimers();
  const connections = createBrokenConnections(() => Promise.reject(new Error('not asked')), {
    now: () => START,
  });
  const socket = new PassThrough();
  const request = Object.assign(new PassThrough(), { complete: false, socket });
  const response = { writableFinished: true, shouldKeepAlive: true };
  // As much of an exchange as is looked at.
  const exchanged = { request, response } as unknown as {
    request: IncomingMessage;
    response: ServerResponse;
  };
  connections.note(exchanged);
  connections.fail(new Error('broken'), socket);
  expect([socket.writableEnded, socket.destroyed]).toEqual([true, false]);
  vi.advanceTimersByTime(2000);
  expect(socket.destroyed).toBe(true);
  vi.useRealTimers();
});

function sayDefect({ defect }: Pick<Arrival, 'defect'>): Promise<Answer> {
  return Promise.resolve({ status: 400, headers: {}, body: defect });
}
