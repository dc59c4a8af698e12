import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { UserError } from '../base/user-error.ts';

/** Answers a Fetch API request, as Hono, Elysia and other frameworks of its kind do. */
type Fetching = (request: Request) => Response | Promise<Response>;

/**
 * An application that needs no port of its own: a listener of Node's HTTP server (Express, Connect), a
 * Fastify instance, a Koa application, an object with `fetch` (Hono, Elysia, h3), or a server of Node.
 */
export type App =
  | RequestListener
  | Server
  | { readonly fetch: Fetching }
  | { readonly callback: () => RequestListener }
  | { readonly ready: () => PromiseLike<unknown>; readonly routing: RequestListener };

/** An application while it can be asked. */
export interface ServedApp extends AsyncDisposable {
  /** Its address, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Whether it had a port of its own, which is there when the run has ended. */
  readonly wasListening: boolean;
  readonly close: () => Promise<void>;
}

/**
 * Serves an application on a free port of this machine, on `127.0.0.1` alone, until it is closed. A server
 * that listens already is left as it is. Throws a UserError for what is no application.
 */
export async function serveApp(app: App): Promise<ServedApp> {
  if (isServer(app) && app.listening) {
    return toServed(urlOf(app), true, () => Promise.resolve());
  }
  const server = isServer(app) ? app : createServer(await listenerOf(app));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return toServed(urlOf(server), false, async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
}

function toServed(url: string, wasListening: boolean, close: () => Promise<void>): ServedApp {
  return { url, wasListening, close, [Symbol.asyncDispose]: close };
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const host = ['0.0.0.0', '::'].includes(address) ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && host === address ? `[${host}]` : host}:${port}`;
}

function isServer(app: App): app is Server {
  return typeof app === 'object' && 'listening' in app && 'listen' in app && 'address' in app;
}

async function listenerOf(app: Exclude<App, Server>): Promise<RequestListener> {
  // An application of Express is a function, and has members besides.
  if (typeof app === 'function') return app;
  if (isObject(app) && 'routing' in app) {
    await app.ready();
    return (request, response) => app.routing(request, response);
  }
  if (isObject(app) && 'callback' in app) return app.callback();
  if (isObject(app) && 'fetch' in app) return toListener((request) => app.fetch(request));
  throw new UserError('not-an-app', `app is ${typeof app}, and no application that can be asked`, {
    hint: 'Pass a request listener, an http.Server, a Fastify instance, or an object with fetch().',
  });
}

function isObject(app: unknown): app is object {
  return typeof app === 'object' && app !== null;
}

/** A listener of Node's for who answers as the Fetch API has it. */
function toListener(answer: Fetching): RequestListener {
  return (asked, answered) => {
    void relay(answer, asked, answered).catch((error: unknown) => {
      answered.destroy(error instanceof Error ? error : undefined);
    });
  };
}

async function relay(answer: Fetching, asked: IncomingMessage, answered: ServerResponse) {
  const { method = 'GET', url = '/', rawHeaders } = asked;
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const hasBody = !['GET', 'HEAD', 'TRACE'].includes(method);
  const request = new Request(new URL(url, `http://${asked.headers.host ?? '127.0.0.1'}`), {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(asked) as ReadableStream, duplex: 'half' }),
  });
  const response = await answer(request);
  answered.statusCode = response.status;
  for (const [name, value] of response.headers) answered.appendHeader(name, value);
  if (response.body && method !== 'HEAD') {
    for await (const part of Readable.fromWeb(response.body as never)) answered.write(part);
  }
  answered.end();
}
