import { connect, type Socket } from 'node:net';

/** What a client saw while it sent one request again and again. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** How often each status came. */
  readonly statuses: ReadonlyMap<number, number>;
}

export interface LoadOptions {
  readonly connections: number;
  /** Stops after this many answers, or after this many milliseconds. */
  readonly requests?: number;
  readonly milliseconds?: number;
}

/** A client that does little itself, so that one core is left for the server. */
export async function sendLoad(
  port: number,
  request: Buffer,
  { connections, requests = Infinity, milliseconds = Infinity }: LoadOptions,
): Promise<Load> {
  const statuses = new Map<number, number>();
  const began = performance.now();
  let [sent, answered] = [0, 0];
  const isOver = () => sent >= requests || performance.now() - began >= milliseconds;

  const drive = (socket: Socket, done: () => void, fail: (error: Error) => void): void => {
    const send = (): void => {
      sent += 1;
      socket.write(request);
    };
    let rest: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const answer = readAnswer(rest);
      if (!answer) return;
      rest = rest.subarray(answer.length);
      answered += 1;
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (!isOver()) return send();
      socket.end();
      done();
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('the server closed a connection')));
    socket.setNoDelay(true);
    send();
  };

  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => drive(socket, resolve, reject));
    });
  await Promise.all(Array.from({ length: connections }, open));
  return { requests: answered, seconds: (performance.now() - began) / 1000, statuses };
}

export interface FetchedAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request once, and tells what came. */
export function fetchOnce(port: number, request: Buffer): Promise<FetchedAnswer> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0);
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const answer = readAnswer(bytes);
      if (!answer) return;
      socket.destroy();
      const split = bytes.indexOf('\r\n\r\n');
      const head = bytes.toString('latin1', 0, split);
      const fields = head.split('\r\n').slice(1);
      const headers = Object.fromEntries(
        fields.map((field) => {
          const colon = field.indexOf(':');
          return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
        }),
      );
      const body = bytes.toString('utf8', split + 4);
      resolve({ status: answer.status, headers, body });
    });
  });
}

interface ReadAnswer {
  readonly status: number;
  /** Bytes of head and body. */
  readonly length: number;
}

/** The first whole answer in some bytes (RFC 9112, section 6). */
function readAnswer(bytes: Buffer): ReadAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const whole = end + 4 + Number(length);
    return bytes.length < whole ? undefined : { status, length: whole };
  }
  if (status === 204) return { status, length: end + 4 };
  const last = bytes.indexOf('0\r\n\r\n', end + 4);
  return last < 0 ? undefined : { status, length: last + 5 };
}

/** A request as the bytes of HTTP/1.1. */
export function toBytes(request: {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}): Buffer {
  const { method, target, headers, body = '' } = request;
  const isEmpty = body === '';
  const fields = Object.entries({
    host: '127.0.0.1',
    ...headers,
    ...(!isEmpty && { 'content-length': String(Buffer.byteLength(body)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${fields.join('')}\r\n${body}`);
}
