import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../scripts/mock/http/serve.ts';
import { toMounts } from '../../scripts/mock/mounts.ts';
import { renderStartNotice } from '../../scripts/mock/start-notice.ts';
import { readResponses, type Framed } from './hostile/framing.ts';
import { loadText, startMock, type TestMock } from './pets.ts';

const bodyOf = (word: string) =>
  `{description: Done., content: {application/json: {schema: {const: ${word}}}}}`;
const takes = `requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a]}}}}`;

const api = await loadText(`openapi: 3.2.0
info: {title: Moves, version: '1'}
servers: [{url: /v1}]
paths:
  /moves:
    get: {responses: {'200': ${bodyOf('got')}}}
    post: {${takes}, responses: {'200': ${bodyOf('posted')}, '400': {description: No.}}}
    query: {responses: {'200': ${bodyOf('asked')}}}
    additionalOperations:
      SYNC: {${takes}, responses: {'200': ${bodyOf('synced')}, '400': {description: No.}}}
      BATCH: {responses: {'200': ${bodyOf('batched')}}}
      POSTPONE: {responses: {'200': ${bodyOf('postponed')}}}
      LINK: {responses: {'200': ${bodyOf('linked')}}}
      'x.y~': {responses: {'200': ${bodyOf('never')}}}
      'X.Y~': {responses: {'200': ${bodyOf('odd')}}}
`);

let mock: TestMock;
let origin: URL;
beforeAll(async () => {
  mock = await startMock([api]);
  origin = new URL(await mock.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => mock.close());

/** Writes piece by piece, ends its side, and reads to the end. */
function exchange(pieces: readonly string[]): Promise<Framed> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port: Number(origin.port), host: origin.hostname }, () => {
      void (async () => {
        for (const piece of pieces) {
          socket.write(piece);
          await new Promise((next) => setTimeout(next, pieces.length > 1 ? 20 : 0));
        }
        socket.end();
      })();
    });
    socket.setNoDelay(true).setTimeout(3000, () => reject(new Error('the connection hangs')));
    socket.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(readResponses(Buffer.concat(chunks), METHODS)));
  });
}

/** None of them is HEAD, whose answers are framed otherwise. */
const METHODS = Array.from({ length: 40 }, () => 'POST');

const told = ({ responses, flaw }: Framed) => [
  flaw,
  ...responses.map(({ status, body }) => (status === 200 ? JSON.parse(String(body)) : status)),
];

const ask = (method: string, body?: string) =>
  `${method} /pets/v1/moves HTTP/1.1\r\nHost: h\r\n${
    body === undefined
      ? '\r\n'
      : `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  }`;
const SYNC = ask('SYNC', '{"a":1}');
const CHUNKED =
  'SYNC /pets/v1/moves HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n' +
  'Transfer-Encoding: chunked\r\n\r\n7\r\n{"a":1}\r\n0\r\n\r\n';

const run = promisify(execFile);
const curl = async (...args: readonly string[]) => (await run('curl', ['-s', ...args])).stdout;

describe('a documented method that the parser of Node refuses', () => {
  test.each<[string, readonly string[], readonly (string | number)[]]>([
    ['alone', [SYNC], ['synced']],
    ['in chunks', [CHUNKED], ['synced']],
    ['whose content breaks the schema', [ask('SYNC', '{}')], [400]],
    ['without content', [ask('BATCH')], ['batched']],
    ['whose beginning is another method', [ask('POSTPONE')], ['postponed']],
    ['of any characters of a token', [ask('X.Y~')], ['odd']],
    ['after another request', [ask('GET') + SYNC], ['got', 'synced']],
    ['before another request', [SYNC + ask('GET')], ['synced', 'got']],
    ['after content', [ask('POST', '{"a":1}') + SYNC], ['posted', 'synced']],
    ['after its own content', [SYNC + SYNC + CHUNKED + SYNC], Array(4).fill('synced')],
    ['in turns', [SYNC, ask('GET'), ask('BATCH'), SYNC], ['synced', 'got', 'batched', 'synced']],
    ['after an empty line', [ask('GET'), `\r\n${SYNC}`], ['got', 'synced']],
    ['that is a known one', [ask('QUERY') + ask('LINK')], ['asked', 'linked']],
    ['many times', [SYNC.repeat(30)], Array(30).fill('synced')],
  ])('is served %s', async (_, pieces, want) => {
    expect(told(await exchange(pieces))).toEqual([undefined, ...want]);
  });

  test('is served however it is cut into packets', async () => {
    const whole = ask('GET') + SYNC + ask('POSTPONE') + ask('BATCH');
    for (let at = 1; at < whole.length; at += 3) {
      const pieces = [whole.slice(0, at), whole.slice(at)];
      const want = [undefined, 'got', 'synced', 'postponed', 'batched'];
      expect(told(await exchange(pieces))).toEqual(want);
    }
    expect(told(await exchange([...SYNC.slice(0, 40).split(''), SYNC.slice(40)]))).toEqual([
      undefined,
      'synced',
    ]);
  });

  test.each([
    ['one that nobody documents', ask('FROB')],
    ['one in small letters', ask('sync', '{"a":1}')],
    ['the beginning of one', ask('SYN')],
    ['one and more', ask('SYNCED')],
    ['more and one', ask('ABATCH')],
    ['much more and one', ask('GETBATCH')],
    ['what no method begins with, and one', ask('ZBATCH')],
    ['small letters that were documented', ask('x.y~')],
    ['no HTTP', 'SYNC\r\n\r\n'],
    ['the beginning of one and nothing else', 'SYN'],
    ['one and nothing else', 'SYNC'],
  ])('%s is refused as before', async (_, bytes) => {
    expect(told(await exchange([bytes]))).toEqual([undefined, 400]);
    expect(told(await exchange([ask('GET') + bytes]))).toEqual([undefined, 'got', 400]);
    const content = ask('POST', '{"a":1}');
    expect(told(await exchange([content + bytes]))).toEqual([undefined, 'posted', 400]);
    expect(told(await exchange([SYNC + bytes]))).toEqual([undefined, 'synced', 400]);
  });

  test('is not read after the last request of a connection', async () => {
    const last = ask('GET').replace('Host: h', 'Host: h\r\nConnection: close');
    expect(told(await exchange([last + SYNC]))).toEqual([undefined, 'got']);
    const own = SYNC.replace('Host: h', 'Host: h\r\nConnection: close');
    expect(told(await exchange([own + SYNC]))).toEqual([undefined, 'synced']);
  });

  test('leaves no connection open that nobody uses', async () => {
    const quick = { head: 15_000, request: 30_000, keepAlive: 50, check: 20 };
    const served = createServer(
      () => ({ status: 204, headers: {}, body: undefined }),
      { now: Date.now },
      {
        patience: quick,
        methods: () => new Set(['SYNC']),
      },
    );
    const address = new URL(await served.listen({ host: '127.0.0.1', port: 0 }));
    for (const bytes of [ask('SYNC'), ask('GET') + ask('SYNC'), ask('SYNC') + ask('GET')]) {
      const ended = new Promise<void>((resolve, reject) => {
        const socket = connect(Number(address.port), address.hostname, () => socket.write(bytes));
        socket.setTimeout(5000, () => reject(new Error('it stays open')));
        socket.on('error', reject).on('end', resolve).resume();
      });
      await expect(ended).resolves.toBeUndefined();
    }
    await served.close();
  });

  test('has the limits of every other', async () => {
    const long = `SYNC /pets/v1/moves HTTP/1.1\r\nHost: h\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`;
    expect(told(await exchange([long]))).toEqual([undefined, 431]);
    expect(told(await exchange([SYNC.replace('Host: h\r\n', '')]))).toEqual([undefined, 400]);
  });

  test('is served to curl, and the other ones are named to who asks for none of them', async () => {
    const url = `${origin.href}pets/v1/moves`;
    const json = ['-H', 'content-type: application/json', '-d', '{"a":1}'];
    expect(await curl('-X', 'SYNC', ...json, url, '-X', 'SYNC', url)).toBe('"synced""synced"');
    expect(await curl('-i', '-X', 'DELETE', url)).toMatch(/allow: .*SYNC/i);
  });
});

test('the start has nothing to say of them', () => {
  expect(renderStartNotice([api], toMounts([api]), 'http://h')).not.toContain('not served');
});
