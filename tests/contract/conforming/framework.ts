import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createShop, invalid, type Answer, type Asked } from './shop.ts';

/** What frameworks do of which no description says a word. */
export const HABITS = [
  'plain',
  'web-page',
  'decodes-slashes',
  'redirects-slashes',
  'html-errors',
  'few-requests',
  'drops-connections',
  'knows-other-methods',
  'one-refusal',
  'compares-members',
  'refuses-at-times',
  'quota-as-refusal',
] as const;
export type Habit = (typeof HABITS)[number];

/** Requests that are let through in a row, and of how many one is dropped. */
const QUOTA = 25;
const DROPPED = 40;
/** Of so many requests that change something one is refused, for nothing that it says. */
const REFUSED = 7;
/** Statuses that some servers have one for, whatever is wrong. */
const REASONS = [402, 404, 409];

/** Serves the shop as a framework with these habits does, sharing no code with Kiln. */
export async function serveShop(
  habits: readonly Habit[],
): Promise<{ readonly target: string; readonly close: () => void }> {
  const shop = createShop();
  const has = (habit: Habit) => habits.includes(habit);
  let served = 0;
  /** Whether a request is refused for what no schema says of one of its places. */
  const isRefused = (method: string, [first]: readonly string[], body: Asked['body']) => {
    if (!['POST', 'PUT'].includes(method) || first === 'token') return false;
    if (has('compares-members') && first === 'items' && isCheap(body)) return true;
    if (has('refuses-at-times') && served % REFUSED === 0) return true;
    return has('quota-as-refusal') && first === 'orders' && served % (2 * QUOTA) > QUOTA;
  };
  const server = createServer((request, response) => {
    void read(request).then((bytes) => {
      served += 1;
      if (has('drops-connections') && served % DROPPED === 0) return request.socket.destroy();
      const { pathname, search } = split(request.url ?? '/');
      if (has('redirects-slashes') && pathname.length > 1 && pathname.endsWith('/')) {
        response.writeHead(307, { location: pathname.replace(/\/+$/, '') + search });
        return response.end();
      }
      const method = request.method ?? 'GET';
      const decoded = decode(pathname);
      const segments = has('decodes-slashes')
        ? (decoded ?? '').slice(1).split('/')
        : pathname
            .slice(1)
            .split('/')
            .map((it) => decode(it) ?? it);
      const query = new URLSearchParams(search);
      const key = [request.headers['x-key']].flat()[0];
      const body = parsed(bytes);
      const own = shop({ method, segments, query, key, body });
      const isUnknown = own.status === 404 && isNowhere(own);
      const isOne = has('one-refusal') && REASONS.includes(own.status) && !isUnknown;
      const answer = isOne || isRefused(method, segments, body) ? invalid('body') : own;
      if (has('few-requests') && segments[0] === 'orders' && served % (2 * QUOTA) > QUOTA)
        return send(response, { status: 429, json: { detail: 'Slow down' } });
      if (has('web-page') && isUnknown && ['GET', 'HEAD'].includes(method))
        return page(response, 200, '<!doctype html><title>Shop</title>');
      if (has('knows-other-methods') && answer.status === 405 && method !== 'HEAD')
        return send(response, { status: 200, json: { ok: true } });
      if (has('html-errors') && (isUnknown || answer.status === 405))
        return page(response, 404, `<pre>Cannot ${method} here</pre>`);
      return send(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether an item costs less than its owner's number: two members that must fit each other. */
function isCheap(body: Asked['body']): boolean {
  if (typeof body !== 'object') return false;
  const { price, owner } = Object(body.json) as { price?: unknown; owner?: unknown };
  return typeof price === 'number' && typeof owner === 'number' && price < owner;
}

function isNowhere({ json }: Answer): boolean {
  return (json as { detail?: unknown }).detail === 'Not Found';
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function split(url: string): { readonly pathname: string; readonly search: string } {
  const at = url.indexOf('?');
  return at < 0
    ? { pathname: url, search: '' }
    : { pathname: url.slice(0, at), search: url.slice(at) };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function parsed(bytes: Buffer): Asked['body'] {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) return 'not text';
  try {
    return { json: JSON.parse(bytes.toString()) as unknown };
  } catch {
    return 'not JSON';
  }
}

function send(response: ServerResponse, { status, json }: Answer): void {
  if (json === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
}
