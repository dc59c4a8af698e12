import {
  createServer as createNodeServer,
  METHODS as HTTP_METHODS,
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { fastify, type FastifyInstance } from 'fastify';
import type { Clock } from '../../core/clock.ts';
import type { Answer, Call } from '../call.ts';
import { deliver } from '../faults/deliver.ts';

/** A request before anybody knows which API it is for. */
export interface Arrival extends Omit<Call, 'path'> {
  /** Whole path of the request, percent-encoded; undefined when it could not be read. */
  readonly path: string | undefined;
  /** What is wrong with it as HTTP, if anything. */
  readonly fault: string | undefined;
  /** What Fastify threw over it, if anything. */
  readonly failure?: unknown;
}

/** Answers whatever comes, and never rejects. */
export type Handle = (arrival: Arrival) => Promise<Answer>;

/** Long enough for a body at modem speed; a client that stalls is told so (RFC 9110, section 15.5.9). */
const REQUEST_TIMEOUT = 30_000;
/** Longer than most clients keep a connection that they do not use. */
const KEEP_ALIVE = 72_000;

/**
 * An HTTP server that hands every request to one function and sends what it returns. Nothing is
 * answered by Fastify or Node themselves, since their answers know no API's envelope.
 */
export function createServer(handle: Handle, clock: Clock): FastifyInstance {
  const answerRaw = (socket: Duplex, arrival: Arrival): void => {
    // Nobody else listens any more, and a client that is gone must not end the process.
    socket.on('error', () => socket.destroy());
    void (async () => {
      const answer = await handle(arrival);
      if (socket.writable) socket.end(serialise(answer, clock));
    })();
  };

  const respond = async (
    request: IncomingMessage,
    response: ServerResponse,
    target = request.url,
  ): Promise<void> => {
    const arrival = toArrival(request, target);
    const answer = await handle(arrival);
    try {
      send(response, answer);
    } catch (failure) {
      // What could not be sent is a header, and none has been.
      send(response, await handle({ ...arrival, failure }));
    }
  };

  const app = fastify({
    // Requests from a socket go past Fastify: all its work on one would be undone here.
    serverFactory: () => createHttpServer(respond, answerRaw),
    // Those without one come to the only route there is: its router would refuse some paths.
    rewriteUrl: () => '/',
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
      else answerRaw(socket, arrivalOf(error, socket.remoteAddress));
    },
  });
  for (const method of HTTP_METHODS) {
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
  }
  // Before Fastify looks at the body: in a stage order of ours, authentication comes first.
  app.addHook('onRequest', async ({ raw, originalUrl }, reply) => {
    await respond(raw, reply.hijack().raw, originalUrl);
  });
  app.route({ method: app.supportedMethods, url: '/', handler: (_, reply) => reply });
  return app;
}

function createHttpServer(
  respond: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  answerRaw: (socket: Duplex, arrival: Arrival) => void,
): Server {
  const listener: RequestListener = (request, response) => {
    // What cannot be answered at all must not be waited for.
    respond(request, response).catch(() => response.destroy());
  };
  const options = {
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE,
    // Node would answer a request without Host itself.
    requireHostHeader: false,
  };
  const server = createNodeServer(options, listener);
  // A client that has said all it wants still gets its answer; Node would hang up.
  Object.assign(server, { httpAllowHalfOpen: true });
  return (
    server
      // An expectation nobody knows may be ignored (RFC 9110, section 10.1.1); Node would answer 417.
      .on('checkExpectation', listener)
      .on('connect', (_, socket) => {
        const fault = 'CONNECT is for proxies.';
        answerRaw(socket, { ...EMPTY, method: 'CONNECT', address: '', fault });
      })
  );
}

function toArrival(request: IncomingMessage, target = ''): Arrival {
  const { method = '', headers, httpVersion, socket } = request;
  const { path, query } = targetOf(target);
  const isHostMissing = httpVersion === '1.1' && headers.host === undefined;
  return {
    method,
    path,
    query,
    headers,
    address: socket.remoteAddress ?? '',
    // RFC 9112, section 3.2.
    fault: isHostMissing ? 'The request has no Host header.' : undefined,
    readBytes: (limit) => readBytes(request, limit),
  };
}

/** Path and query of origin-form and absolute-form targets (RFC 9112, section 3.2). */
export function targetOf(target: string): { path: string; query: string } {
  const isLocal = target.startsWith('/');
  const local = isLocal ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const fragment = local.indexOf('#');
  const beforeFragment = fragment < 0 ? local : local.slice(0, fragment);
  const split = beforeFragment.indexOf('?');
  if (split < 0) return { path: beforeFragment, query: '' };
  return { path: beforeFragment.slice(0, split), query: beforeFragment.slice(split + 1) };
}

function readBytes(stream: IncomingMessage, limit: number): ReturnType<Call['readBytes']> {
  if (Number(stream.headers['content-length'] ?? 0) > limit) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      // The rest still comes, and is let go: a client may read the answer only when all is sent.
      stream.off('data', take).resume();
      resolve('too-large');
    };
    stream
      .on('data', take)
      .on('end', () =>
        resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
      )
      .on('close', () => resolve('cut-off'));
  });
}

/** Node drops the content for HEAD, and writes a text together with the head. */
function send(response: ServerResponse, answer: Answer): void {
  const { status, headers, body, delivery } = answer;
  if (delivery?.manner !== undefined) return deliver(response, answer);
  const isEmpty = status === 204 || status === 304;
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  response.writeHead(status, isEmpty ? headers : { ...headers, 'content-length': length });
  response.end(body);
}

const EMPTY: Omit<Arrival, 'fault' | 'address'> = {
  method: '',
  path: undefined,
  query: '',
  headers: {},
  readBytes: () => Promise.resolve(Buffer.alloc(0)),
};

/** What can still be told of a request that Node could not parse. */
function arrivalOf(
  error: Error & { readonly code?: string; readonly rawPacket?: unknown },
  address = '',
): Arrival {
  const packet = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const [, method = '', target] = /^(\S+) (\S+)/.exec(packet) ?? [];
  const path = target === undefined ? undefined : targetOf(target).path;
  return { ...EMPTY, method, path, address, fault: faultOf(error) };
}

function faultOf({ code = '' }: { readonly code?: string }): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'The header fields are too large.';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'The request did not arrive in time.';
  return `The request is not valid HTTP (${code}).`;
}

/** An answer as HTTP/1.1, where there is no response object to write it with. */
function serialise({ status, headers, body = '' }: Answer, clock: Clock): Buffer {
  const fields = Object.entries({
    ...headers,
    date: new Date(clock.now()).toUTCString(),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${fields.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}
