import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '../../base/clock.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Arrival, Handle } from './arrival.ts';
import { targetOf } from './target.ts';

/** A request and its response on one connection. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What Node says of a connection on which no HTTP comes any more. */
interface ConnectionError extends Error {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

export interface BrokenConnections {
  /** Remembers what a connection is busy with. */
  readonly note: (exchange: Exchange) => void;
  /** Whether more is read from a connection: nothing is after what closes it (RFC 9112, section 9.6). */
  readonly isOpen: (socket: Duplex) => boolean;
  /** Calls back when what a connection asked has been answered. */
  readonly afterwards: (socket: Duplex, next: () => void) => void;
  /** Ends a connection that Node cannot read further, with an answer to whatever has none yet. */
  readonly fail: (error: ConnectionError, socket: Duplex) => void;
  /** Ends a connection with the answer to a request that Node makes no request of. */
  readonly end: (socket: Duplex, arrival: Arrival) => void;
}

/** Who is told when the content of a request will not come to its end; an event would cost every request more. */
const CUT_OFF = Symbol('cut off');
const cutOff = new WeakSet<IncomingMessage>();

interface Watched extends IncomingMessage {
  [CUT_OFF]?: () => void;
}

/** Milliseconds in which a client may read the last answer before its connection is reset. */
const LINGER = 2000;

/** Calls back when the content of a request turns out never to be whole. */
export function onCutOff(request: IncomingMessage, listener: () => void): void {
  if (cutOff.has(request)) return listener();
  const watched: Watched = request.on('close', listener);
  watched[CUT_OFF] = listener;
}

/**
 * Each request has one answer, in the order in which they came (RFC 9112, section 9.3.2), also where the
 * connection breaks: what is wrong with the content of a request is for who reads it to say.
 */
export function createBrokenConnections(handle: Handle, clock: Clock): BrokenConnections {
  const latest = new WeakMap<Duplex, Exchange>();
  const ended = new WeakSet<Duplex>();

  const end: BrokenConnections['end'] = (socket, arrival) => {
    // Nobody else listens any more, and a client that is gone must not end the process.
    socket.on('error', () => socket.destroy());
    ended.add(socket);
    afterwards(latest.get(socket)?.response, () => {
      void (async () => {
        const answer = await handle(arrival);
        close(socket, serialise(answer, arrival, clock));
      })();
    });
  };

  return {
    note: (exchange) => void latest.set(exchange.request.socket, exchange),
    isOpen: (socket) => latest.get(socket)?.response.shouldKeepAlive !== false,
    afterwards: (socket, next) => afterwards(latest.get(socket)?.response, next),
    end,
    fail(error, socket) {
      // Whatever comes behind what could not be read cannot be read either.
      if (ended.has(socket)) return;
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
      }
      const { request, response } = latest.get(socket) ?? {};
      const address = 'remoteAddress' in socket ? String(socket.remoteAddress) : '';
      if (!request || !response || request.complete) {
        end(socket, arrivalOf(error, address));
        return;
      }
      ended.add(socket);
      response.shouldKeepAlive = false;
      cutOff.add(request);
      (request as Watched)[CUT_OFF]?.();
      afterwards(response, () => close(socket));
    },
  };
}

function afterwards(response: ServerResponse | undefined, next: () => void): void {
  if (!response || response.writableFinished || response.destroyed) next();
  else response.once('close', next);
}

/**
 * Ends our side and waits a little for the client to end its own: to close at once would reset the
 * connection, and with it take away what the client has not read yet (RFC 9112, section 9.6).
 */
function close(socket: Duplex, last?: Buffer): void {
  if (socket.writable) socket.end(last);
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER).unref();
  socket.once('close', () => clearTimeout(timer));
}

export const NOTHING_READ: Omit<Arrival, 'defect' | 'address'> = {
  method: '',
  path: undefined,
  query: '',
  headers: {},
  readBytes: () => Promise.resolve(Buffer.alloc(0)),
};

/** What can still be told of a request that Node could not parse. */
function arrivalOf(error: ConnectionError, address: string): Arrival {
  const packet = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const [, method = '', target = ''] = /^(\S+) (\S*)/.exec(packet) ?? [];
  const path = target === '' ? undefined : targetOf(target).path;
  const origin = /\r\norigin:[ \t]*([!-~]+)/i.exec(packet)?.[1];
  const headers = origin === undefined ? {} : { origin };
  return { ...NOTHING_READ, method, path, headers, address, ...defectOf(error) };
}

/** What is wrong, and the status that says so by itself (RFC 6585, section 5; RFC 9110, section 15.5.9). */
function defectOf({
  code = '',
}: {
  readonly code?: string;
}): Pick<Arrival, 'defect' | 'defectStatus'> {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { defect: 'The header fields are too large.', defectStatus: 431 };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { defect: 'The request did not arrive in time.', defectStatus: 408 };
  }
  return { defect: `The request is not valid HTTP (${code}).` };
}

/** An answer as HTTP/1.1, where there is no response object to write it with. */
function serialise(
  { status, headers, body = '' }: Answer,
  { method }: Arrival,
  clock: Clock,
): Buffer {
  const fields = Object.entries({
    ...headers,
    date: new Date(clock.now()).toUTCString(),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${fields.join('')}\r\n`;
  // RFC 9110, section 9.3.2: the same head as for GET, and no content.
  const content = method === 'HEAD' ? '' : body;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(content)]);
}
