import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from '../../wire/answer.ts';

/** Milliseconds between two pieces of content that dribbles, and bytes of a piece. */
const DRIBBLE = { pause: 50, bytes: 16 } as const;

/** Sends an answer in the manner that a fault wants, past everything that would repair it. */
export function sendDeviating(
  raw: ServerResponse,
  { status, headers, body = '', delivery }: Answer,
): void {
  const bytes = Buffer.from(body);
  const half = Math.ceil(bytes.length / 2);
  const length = { 'content-length': bytes.length };
  // Without a socket, as under a test that opens none, a destroyed response is as good.
  const cut = (how: 'reset' | 'end') => {
    if (!(raw.socket instanceof Socket)) return void raw.destroy();
    return void (how === 'reset' ? raw.socket.resetAndDestroy() : raw.socket.end());
  };
  switch (delivery?.manner) {
    case undefined:
      raw.writeHead(status, { ...headers, ...length });
      return void raw.end(bytes);
    case 'upper-case': {
      const upper = Object.entries({ ...headers, ...length }).map(([name, value]) => [
        name.toUpperCase(),
        value,
      ]);
      raw.writeHead(status, Object.fromEntries(upper));
      return void raw.end(bytes);
    }
    case 'chunked':
      raw.writeHead(status, headers);
      if (half > 0) raw.write(bytes.subarray(0, half));
      return void raw.end(bytes.subarray(half));
    case 'hang':
      return undefined;
    case 'reset':
      return cut('reset');
    case 'empty-reply':
      return cut('end');
    case 'garbage':
      raw.socket?.write('kiln\r\n\r\n');
      return cut('end');
    case 'reset-midway':
      raw.writeHead(status, { ...headers, 'content-length': bytes.length + 1 });
      return void raw.write(bytes.subarray(0, half), () => cut('reset'));
    case 'truncate':
      raw.writeHead(status, { ...headers, 'content-length': bytes.length + 1 });
      return void raw.write(bytes, () => cut('end'));
    case 'dribble':
      raw.writeHead(status, { ...headers, ...length });
      return dribble(raw, bytes);
  }
}

function dribble(raw: ServerResponse, bytes: Buffer): void {
  if (bytes.length <= DRIBBLE.bytes) return void raw.end(bytes);
  raw.write(bytes.subarray(0, DRIBBLE.bytes));
  const timer = setTimeout(() => dribble(raw, bytes.subarray(DRIBBLE.bytes)), DRIBBLE.pause);
  raw.once('close', () => clearTimeout(timer));
}
