import {
  createServer as createNodeServer,
  METHODS as HTTP_METHODS,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { fastify, type FastifyInstance } from 'fastify';
import type { Clock } from '../../base/clock.ts';
import type { Answer } from '../../wire/answer.ts';
import { conclude, whenThere, type Eventual } from '../../base/eventual.ts';
import { goesOn, readMethods } from './any-method.ts';
import type { Handle } from './arrival.ts';
import { shareAnswer, type IsWelcome } from './cors.ts';
import { restoreMethod } from './method-connection.ts';
import { sendDeviating } from './send-deviating.ts';
import {
  createBrokenConnections,
  NOTHING_READ,
  type BrokenConnections,
} from './broken-connection.ts';
import { createTlsServer, clientOf, type Tls } from './tls.ts';
import { toArrival } from './to-arrival.ts';

/** How long a connection may keep the server waiting, in milliseconds. */
interface Patience {
  /** For the head of a request, against clients that never finish one. */
  readonly head: number;
  /** For a whole request: long enough for a body at modem speed. */
  readonly request: number;
  /** For the next request: longer than most clients keep a connection that they do not use. */
  readonly keepAlive: number;
  /** Between two looks at who has waited too long. */
  readonly check: number;
}

interface ServerOptions {
  /** Which pages of other origins may use it; none when left out. */
  readonly isWelcome?: IsWelcome | undefined;
  /** Speaks HTTPS by it; HTTP when left out. */
  readonly tls?: Tls | undefined;
  /** The methods to be read besides those that Node's parser knows; none when left out. */
  readonly methods?: (() => ReadonlySet<string>) | undefined;
  readonly patience?: Patience;
}

/** A client that stalls is told so (RFC 9110, section 15.5.9). */
const PATIENCE: Patience = { head: 15_000, request: 30_000, keepAlive: 72_000, check: 5_000 };

/**
 * An HTTP server that hands every request to one function and sends what it returns. Nothing is
 * answered by Fastify or Node themselves, since their answers know no API's envelope.
 */
export function createServer(
  handle: Handle,
  clock: Clock,
  { isWelcome, tls, methods, patience = PATIENCE }: ServerOptions = {},
): FastifyInstance {
  const share = (answer: Answer, headers: IncomingMessage['headers']) =>
    isWelcome ? shareAnswer(answer, headers, isWelcome) : answer;
  const broken = createBrokenConnections(
    (arrival) => whenThere(handle(arrival), (it) => share(it, arrival.headers)),
    clock,
  );
  const varies = isWelcome !== undefined;
  const date = createDateline(clock);

  const respond = (
    request: IncomingMessage,
    response: ServerResponse,
    target = request.url,
  ): Eventual<void> => {
    const plain = toArrival(request, target);
    const arrival = tls ? { ...plain, ...clientOf(request, tls) } : plain;
    const finish = (answer: Answer) =>
      send(response, share(answer, request.headers), { date: date(), varies });
    return whenThere(handle(arrival), (answer) => {
      try {
        return finish(answer);
      } catch (failure) {
        // What could not be sent is a header, and none has been.
        return whenThere(handle({ ...arrival, failure }), finish);
      }
    });
  };

  const app = fastify({
    // Requests from a socket go past Fastify: all its work on one would be undone here.
    serverFactory: () => createHttpServer(respond, broken, { ...patience, tls, methods }),
    // Those without one come to the only route there is: its router would refuse some paths.
    rewriteUrl: () => '/',
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    clientErrorHandler: (error, socket) => {
      const settled = (next: () => void) => broken.afterwards(socket, next);
      if (!broken.isOpen(socket) || !goesOn(error, socket, settled)) broken.fail(error, socket);
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
  respond: (request: IncomingMessage, response: ServerResponse) => Eventual<void>,
  broken: BrokenConnections,
  {
    head,
    request: whole,
    keepAlive,
    check,
    tls,
    methods,
  }: Patience & Pick<ServerOptions, 'tls' | 'methods'>,
): Server {
  const answer: RequestListener = (request, response) => {
    // What cannot be answered at all must not be waited for.
    const recover = () => void response.destroy();
    void conclude(() => respond(request, response), { recover, proceed: () => undefined });
  };
  const listener: RequestListener = (request, response) => {
    restoreMethod(request);
    broken.note({ request, response });
    // Content that comes with the head is there one tick after it, and nothing has to wait for it then.
    if (request.readableEnded) answer(request, response);
    else process.nextTick(answer, request, response);
  };
  const options = {
    headersTimeout: head,
    requestTimeout: whole,
    keepAliveTimeout: keepAlive,
    connectionsCheckingInterval: check,
    // Node would answer a request without Host itself.
    requireHostHeader: false,
    // A request without content needs no stream for it.
    optimizeEmptyRequests: true,
  };
  const server = tls
    ? createTlsServer(tls, options, listener)
    : createNodeServer(options, listener);
  // A client that has said all it wants still gets its answer; Node would hang up.
  Object.assign(server, { httpAllowHalfOpen: true });
  if (methods) readMethods(server, methods);
  return (
    server
      // An expectation nobody knows may be ignored (RFC 9110, section 10.1.1); Node would answer 417.
      .on('checkExpectation', listener)
      .on('connect', (_, socket) => {
        const defect = 'CONNECT is for proxies.';
        broken.end(socket, { ...NOTHING_READ, method: 'CONNECT', address: '', defect });
      })
  );
}

/** What every answer is sent with. */
interface Always {
  readonly date: string;
  /** Whether pages of other origins are told otherwise: caches must keep the two apart. */
  readonly varies: boolean;
}

/** Node drops the content for HEAD, and writes a text together with the head. */
function send(response: ServerResponse, answer: Answer, { date, varies }: Always): void {
  const { status, headers, body, encoded, delivery } = answer;
  if (delivery?.manner !== undefined) {
    const always = varies ? { date, vary: 'Origin' } : { date };
    // In the order of every other answer: what deviates is to be the delivery alone.
    return sendDeviating(response, { ...answer, headers: { ...headers, ...always, ...headers } });
  }
  // Names and values in turns: another object with them would only be taken apart again.
  const fields: string[] = [];
  for (const name in headers) fields.push(name, headers[name] ?? '');
  const isEmpty = status === 204 || status === 304;
  // Node would take it from the machine's clock, which is not the mock's.
  if (headers['date'] === undefined) fields.push('date', date);
  if (varies && headers['vary'] === undefined) fields.push('vary', 'Origin');
  // Who made this answer of another may have changed the text alone.
  const octets = encoded && encoded.text === body ? encoded.octets : undefined;
  const length = octets?.length ?? (body === undefined ? 0 : Buffer.byteLength(body));
  if (!isEmpty) fields.push('content-length', String(length));
  response.writeHead(status, fields);
  if (octets === undefined) response.end(body);
  else response.end(octets, 'latin1');
}

/** Tells the time as the field Date does, by seconds (RFC 9110, sections 5.6.7 and 6.6.1). */
function createDateline(clock: Clock): () => string {
  let [second, text] = [Number.NaN, ''];
  return () => {
    const now = Math.floor(clock.now() / 1000);
    if (now !== second) [second, text] = [now, new Date(now * 1000).toUTCString()];
    return text;
  };
}
