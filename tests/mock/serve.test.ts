import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../scripts/base/user-error.ts';
import { FREE, loadPets, loadText, START, startMock, type TestMock } from './pets.ts';

let mock: TestMock;
let origin: URL;
beforeAll(async () => {
  mock = await startMock([await loadPets()], { limits: false });
  origin = new URL(await mock.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => mock.close());

/** Writes bytes to the port as they are, and reads until the server closes or has answered. */
function speak(
  bytes: string,
  port = Number(origin.port),
): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, origin.hostname, () => socket.write(bytes));
    socket.setTimeout(2000, () => reject(new Error(`no answer to ${bytes.slice(0, 60)}`)));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString();
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (!text.includes('\r\n\r\n') || Buffer.byteLength(body) < length) return;
      socket.destroy();
      resolve({ status: Number(head.split(' ')[1]), head, body });
    });
  });
}

const HOST = 'Host: pets.example\r\n';

test.each([
  ['a header without a colon', `GET /pets/v1/pets HTTP/1.1\r\n${HOST}broken\r\n\r\n`],
  ['no Host', 'GET /pets/v1/pets HTTP/1.1\r\n\r\n'],
  ['two of Host', `GET /pets/v1/pets HTTP/1.1\r\n${HOST}hOST: other.example\r\n\r\n`],
  ['the same Host twice', `GET /pets/v1/pets HTTP/1.1\r\n${HOST}${HOST}\r\n`],
  ['a Host with a path', 'GET /pets/v1/pets HTTP/1.1\r\nHost: pets.example/x\r\n\r\n'],
  ['a Host with a user', 'GET /pets/v1/pets HTTP/1.1\r\nHost: me@pets.example\r\n\r\n'],
  ['an unknown method', `FROB /pets/v1/pets HTTP/1.1\r\n${HOST}\r\n`],
  ['a method in lower case', `get /pets/v1/pets HTTP/1.1\r\n${HOST}\r\n`],
  ['no HTTP at all', '\x16\x03\x01\x02\r\n\r\n'],
  ['an unknown version', `GET /pets/v1/pets HTTP/9.9\r\n${HOST}\r\n`],
  [
    'two lengths',
    `POST /pets/v1/pets HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
  ],
  ['a length that is no number', `POST /pets/v1/pets HTTP/1.1\r\n${HOST}Content-Length: x\r\n\r\n`],
  // RFC 6585, section 5.
  [
    'headers without end',
    `GET /pets/v1/pets HTTP/1.1\r\n${HOST}X: ${'x'.repeat(70_000)}\r\n\r\n`,
    431,
  ],
  ['a tunnel', `CONNECT pets.example:443 HTTP/1.1\r\n${HOST}\r\n`],
])('answers %s in the envelope', async (_, bytes, want = 400) => {
  const { status, head, body } = await speak(bytes);
  expect(status).toBe(want);
  expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'MALFORMED' } });
  expect(head).toContain(`x-ratelimit-reset: ${START / 1000 + 60}`);
});

test.each([
  ['no name', 'Host:'],
  ['an address of IPv6', 'Host: [::1]:4010'],
  ['a port', 'Host: pets.example:4010'],
  ['a name with an underscore', 'Host: pets_mock'],
])('takes a Host that is %s', async (_, field) => {
  const { status } = await speak(`GET /pets/v1/public HTTP/1.1\r\n${field}\r\n\r\n`);
  expect(status).toBe(200);
});

test('stays in service after all that', async () => {
  const { status } = await speak(`GET /pets/v1/public HTTP/1.1\r\n${HOST}\r\n`);
  expect(status).toBe(200);
});

test('does not trip over an expectation or an upgrade', async () => {
  const start = `GET /pets/v1/public HTTP/1.1\r\n${HOST}`;
  expect((await speak(`${start}Expect: the-unexpected\r\n\r\n`)).status).toBe(200);
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  expect((await speak(`${start}${upgrade}`)).status).toBe(200);
});

test('reads a body in chunks', async () => {
  const head = `POST /pets/v1/pets HTTP/1.1\r\n${HOST}Authorization: Bearer pets_free\r\n`;
  const type = 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const whole = await speak(`${head}${type}8\r\n{"name":\r\n6\r\n"Rex"}\r\n0\r\n\r\n`);
  expect(whole.status).toBe(201);
  const broken = await speak(`${head}${type}8\r\n{"name":\r\n0\r\n\r\n`);
  expect(broken.status).toBe(400);
});

test('answers before a body that it will not read', async () => {
  const response = await fetch(new URL('/pets/v1/pets', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.alloc(12 * 1024 * 1024, 0x20),
  });
  expect(response.status).toBe(401);
});

test('refuses a body without a length once it is too long', async () => {
  const kilobytes = Buffer.alloc(64 * 1024, 0x20);
  let left = 12 * 16;
  const body = new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left > 0) controller.enqueue(kilobytes);
      else controller.close();
    },
  });
  const headers = { authorization: 'Bearer pets_free', 'content-type': 'application/json' };
  const url = new URL('/pets/v1/pets', origin);
  const response = await fetch(url, { method: 'POST', headers, body, duplex: 'half' });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: 'INVALID' } });
});

test.each(['__proto__', 'constructor', 'toString'])('reads a field called %s', async (name) => {
  const own = await startMock([
    await loadText(`openapi: 3.1.0
info: { title: Named, version: '1' }
servers: [{ url: https://named.test }]
paths:
  /named:
    get:
      security: []
      parameters: [{ name: ${name}, in: header, schema: { type: integer } }]
      responses: { '204': { description: Well }, '400': { description: No } }
`),
  ]);
  const { port } = new URL(await own.listen({ host: '127.0.0.1', port: 0 }));
  const statusOf = (head: string) =>
    speak(`GET /pets/named HTTP/1.1\r\n${HOST}${head}\r\n`, Number(port)).then((it) => it.status);
  expect(await statusOf('')).toBe(204);
  expect(await statusOf(`${name}: 7\r\n`)).toBe(204);
  expect(await statusOf(`${name}: x\r\n`)).toBe(400);
  await own.close();
});

test('says that a port is in use', async () => {
  const second = await startMock([await loadPets()]);
  const failure = await second
    .listen({ host: origin.hostname, port: Number(origin.port) })
    .catch((error: unknown) => error);
  await second.close();
  expect(failure).toBeInstanceOf(UserError);
  expect(failure).toMatchObject({ code: 'port-in-use', hint: expect.stringContaining('--port') });
});

test.each([
  ['/pet', 'There is no path /pet; did you mean /pets?'],
  ['/cats', 'There is no path /cats.'],
  ['/', 'This is the base address; try a path below it, such as /pets.'],
  [`/${'word/'.repeat(30)}end`, `There is no path /${'word/'.repeat(20)}….`],
  [`/${'w'.repeat(200)}`, 'There is no path /….'],
])('names what a request for %s may have meant, in whole words', async (path, message) => {
  const { status, json } = await mock.send('GET', path, { headers: FREE });
  expect(status).toBe(404);
  expect(json.error?.message).toBe(message);
});
