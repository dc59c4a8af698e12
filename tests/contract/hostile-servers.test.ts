import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { objectionsTo } from '../../scripts/contract/judges/objections.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import type { Exchange } from '../../scripts/wire/exchange.ts';
import { endlessly, serveHostile, type Behaviour } from './hostile-server.ts';
import { PARCELS } from './run-parcels.ts';

/** Bytes that a body may have in these tests: enough for every honest one. */
const LARGEST = 1024 * 1024;
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

interface Seen {
  readonly exchange: Exchange;
  /** Timers that were started, and how many of them run still. */
  readonly timers: { started: number; running: number };
  readonly connections: number;
}

/** Sends one request to a server whose time is up when it says so itself. */
async function sendTo(
  behave: (...of: [...Parameters<Behaviour>, (asleep?: number) => void]) => void,
): Promise<Seen> {
  const timers = { started: 0, running: 0 };
  const expiries = new Set<() => void>();
  let missed = 0;
  const timeIsUp = (asleep = 0) => {
    missed += asleep;
    const due = [...expiries];
    for (const expire of due) expire();
  };
  const server = await serveHostile((socket, turn) => behave(socket, turn, timeIsUp));
  const sender = createSender({
    timeout: 7,
    largest: LARGEST,
    delayMeter: () => ({ read: () => missed, stop: () => undefined }),
    startTimer(_milliseconds, expire) {
      timers.started += 1;
      timers.running += 1;
      expiries.add(expire);
      return () => {
        if (expiries.delete(expire)) timers.running -= 1;
      };
    },
  });
  closing.push(server.close, sender.close);
  const request = {
    method: 'GET',
    url: `${server.url}/parcels/p001`,
    headers: [],
    body: undefined,
  };
  const exchange = await sender.send(request);
  return { exchange, timers, connections: server.connections() };
}

const bomb = gzipSync(Buffer.alloc(LARGEST * 8));

describe('an answer that is none ends as a failure that says why:', () => {
  test.for<{
    name: string;
    behave: (...of: [...Parameters<Behaviour>, () => void]) => void;
    failure: RegExp;
  }>([
    {
      name: 'silence',
      behave: (_, __, timeIsUp) => timeIsUp(),
      failure: /^no answer within 7 ms$/,
    },
    {
      name: 'a head without a body',
      behave(socket, _, timeIsUp) {
        socket.write(`${OK}content-length: 5\r\n\r\nab`, () => setImmediate(timeIsUp));
      },
      failure: /^no (complete )?answer within 7 ms$/,
    },
    {
      name: 'a byte now and then, for ever',
      behave(socket, _, timeIsUp) {
        socket.write(`${OK}\r\n`);
        let left = 200;
        const dribble = (): void => {
          left -= 1;
          if (left === 0) timeIsUp();
          else socket.write('x', () => setImmediate(dribble));
        };
        dribble();
      },
      failure: /^no complete answer within 7 ms$/,
    },
    {
      name: 'a reset',
      behave: (socket) => socket.resetAndDestroy(),
      failure: /^the connection was closed before the answer was complete$/,
    },
    {
      name: 'a close without a word',
      behave: (socket) => socket.end(),
      failure: /^(socket hang up|the connection was closed before the answer was complete)$/,
    },
    {
      name: 'half a body, and a close',
      behave: (socket) => socket.end(`${OK}content-length: 50\r\n\r\n{"to":`),
      failure: /^the connection was closed before the answer was complete$/,
    },
    {
      name: 'half of the chunks, and a close',
      behave: (socket) => socket.end(`${OK}transfer-encoding: chunked\r\n\r\n5\r\n{"to"\r\n`),
      failure: /^the connection was closed before the answer was complete$/,
    },
    {
      name: 'an endless body',
      behave(socket) {
        socket.write(`${OK}\r\n`);
        endlessly(socket, Buffer.alloc(64 * 1024, 'x'));
      },
      failure: /^a body of more than 1048576 bytes$/,
    },
    {
      name: 'endless chunks',
      behave(socket) {
        socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
        endlessly(socket, `4000\r\n${'x'.repeat(0x4000)}\r\n`);
      },
      failure: /^a body of more than 1048576 bytes$/,
    },
    {
      name: 'a chunk without a size',
      behave: (socket) => socket.write(`${OK}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`),
      failure: /^an answer that is not HTTP\/1\.1: .*chunk size/i,
    },
    {
      name: 'ten megabytes of header',
      behave: (socket) => socket.write(`${OK}x-big: ${'x'.repeat(10 * 1024 * 1024)}\r\n\r\n`),
      failure: /^an answer with more than 64 KiB of header fields$/,
    },
    {
      name: 'header fields without end',
      behave(socket) {
        socket.write(OK);
        endlessly(socket, 'x-more: of the same\r\n'.repeat(100));
      },
      failure: /^an answer with more than 64 KiB of header fields$/,
    },
    {
      name: 'two lengths that differ',
      behave: (socket) => socket.write(`${OK}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`),
      failure: /^an answer that is not HTTP\/1\.1: .*Content-Length/i,
    },
    {
      name: 'interim answers without end',
      behave: (socket) => endlessly(socket, 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(10)),
      failure: /^more than 50 interim answers$/,
    },
    {
      name: 'another protocol, unasked',
      behave(socket) {
        socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
      },
      failure: /^another protocol than HTTP, unasked$/,
    },
    {
      name: 'HTTP/0.9',
      behave: (socket) => socket.end('<html>hello</html>'),
      failure: /^an answer that is not HTTP\/1\.1: .*\(RFC 9112\)$/,
    },
    {
      name: 'a greeting of another protocol',
      behave: (socket) => socket.write('220 mail.example.test ready\r\n'),
      failure: /^an answer that is not HTTP\/1\.1: /,
    },
    {
      name: 'a gzip bomb',
      behave(socket) {
        socket.write(`${OK}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
        socket.write(bomb);
      },
      failure: /^a body of more than 1048576 bytes once its gzip coding is undone$/,
    },
    {
      name: 'a coding that it has not',
      behave: (socket) =>
        socket.write(`${OK}content-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}`),
      failure: /^a body that is not gzip, as its Content-Encoding says$/,
    },
  ])('$name', async ({ behave, failure }) => {
    const { exchange, timers, connections } = await sendTo(behave);
    expect(exchange.failure).toMatch(failure);
    // One clock for all of it, which nothing that trickles in sets back, and which is stopped.
    expect(timers).toEqual({ started: 1, running: 0 });
    expect(connections).toBe(1);
  });
});

describe('an odd answer is judged like any other:', () => {
  test('bytes that are not UTF-8 are a finding, where JSON is announced', async () => {
    const { exchange } = await sendTo((socket) => {
      socket.write(`${OK}x-trace: abcd\r\ncontent-length: 11\r\n\r\n`);
      socket.write(Buffer.from('{"to":"\xFFa"}\n', 'latin1'));
    });
    const api = await loadDescription(nodeIo, PARCELS);
    const [operation] = api.operations.filter(({ id }) => id === 'getParcel');
    const objections = operation ? objectionsTo(api, operation, exchange) : [];
    expect(objections.map(({ message }) => message)).toContain(
      'answers 200 with a body that is not UTF-8',
    );
  });

  test('a redirect is an answer, and nobody follows it round and round', async () => {
    const { exchange, connections } = await sendTo((socket) => {
      socket.write('HTTP/1.1 302 Found\r\nlocation: /parcels/p001\r\ncontent-length: 0\r\n\r\n');
    });
    expect(exchange.response?.status).toBe(302);
    expect(connections).toBe(1);
  });

  test('what nobody asked for is decoded where it says how', async () => {
    const zipped = gzipSync('{"to":"Ada"}');
    const { exchange } = await sendTo((socket) => {
      socket.write(`${OK}content-encoding: gzip\r\ncontent-length: ${zipped.length}\r\n\r\n`);
      socket.write(zipped);
    });
    expect(exchange.response?.body).toBe('{"to":"Ada"}');
  });

  test('a few interim answers are skipped', async () => {
    const { exchange } = await sendTo((socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(3));
      socket.write(`${OK}content-length: 2\r\n\r\n{}`);
    });
    expect(exchange.response?.body).toBe('{}');
  });
});

test('time in which this process slept is no time that the server took', async () => {
  const { exchange } = await sendTo((socket, _, timeIsUp) => {
    timeIsUp(500);
    socket.end(`${OK}content-length: 2\r\n\r\nab`);
  });
  expect(exchange.response?.body).toBe('ab');
});
