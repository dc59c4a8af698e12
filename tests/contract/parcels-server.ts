import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ways in which the parcels server departs from its description, one at a time. */
export type Fault =
  | 'drops-property'
  | 'ignores-key'
  | 'accepts-21'
  | 'accepts-empty-name'
  | 'answers-html-404'
  | 'refuses-valid'
  | 'undocumented-status'
  | 'short-header'
  | 'hangs-up'
  | 'takes-an-empty-key'
  | 'takes-a-former-key'
  | 'takes-half-a-pair'
  | 'refuses-a-pair'
  | 'lets-a-reader-write'
  | 'takes-a-byte-more'
  | 'takes-a-byte-less'
  | 'takes-any-media-type'
  | 'allows-nothing'
  | 'ends-a-quota-early'
  | 'ends-a-quota-late'
  | 'counts-nothing-down';

/**
 * A handwritten server of the parcels description, sharing no code with Kiln. Without a fault it
 * conforms, with harmless liberties: other property order, extra header, dates with an offset.
 */
export async function serveParcels(fault?: Fault): Promise<{ target: string; close: () => void }> {
  const used = { requests: 0 };
  const server = createServer((request, response) => void answer(request, response, used, fault));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: `http://127.0.0.1:${port}/v1`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  used: { requests: number },
  fault?: Fault,
) {
  const figures: Record<string, string> = {};
  const send = (status: number, body: unknown, type = 'application/json; charset=utf-8') => {
    const trace = fault === 'short-header' ? 'abc' : 'trace-1';
    response.writeHead(status, {
      'content-type': type,
      'x-trace': trace,
      'x-extra': 'yes',
      ...figures,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const refuse = (status: number, code: string) => send(status, { error: { text: 'no', code } });
  const text = await readBody(request);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://parcels.test');
  const isKnown = /^\/v1\/parcels(\/[^/]+)?$/.test(pathname);
  if (!isKnown) {
    if (fault === 'answers-html-404') return send(404, '<h1>Not found</h1>', 'text/html');
    return refuse(404, 'none');
  }
  if (fault === 'hangs-up') return response.destroy();
  const isWriting = request.method === 'POST' && pathname === '/v1/parcels';
  const sender = senderOf(request, isWriting, fault);
  if (sender === undefined) return refuse(401, 'who');
  if (isWriting && sender === 'reader' && fault !== 'lets-a-reader-write')
    return refuse(403, 'who');
  if (fault === 'undocumented-status') return refuse(418, 'teapot');
  if (request.method === 'GET' && pathname !== '/v1/parcels') {
    const id = decodeURIComponent(pathname.slice('/v1/parcels/'.length));
    if (sender === 'customer') {
      used.requests += 1;
      const quota = { 'ends-a-quota-early': 4, 'ends-a-quota-late': 6 }[String(fault)] ?? 5;
      figures['x-limit'] = '5';
      figures['x-left'] =
        fault === 'counts-nothing-down' ? '4' : `${Math.max(0, 5 - used.requests)}`;
      figures['x-ends'] = '4000000000';
      if (used.requests > quota) return refuse(429, 'often');
    }
    if (!['true', 'false', null].includes(searchParams.get('weigh'))) return refuse(400, 'bad');
    return /^p[0-9]{3}$/.test(id)
      ? send(200, parcelOf({ to: 'Ada', grams: 1 }, id))
      : refuse(400, 'bad');
  }
  if (request.method !== 'POST') {
    if (fault !== 'allows-nothing') figures['allow'] = pathname.includes('/p0') ? 'GET' : 'POST';
    return refuse(405, 'method');
  }
  const largest = { 'takes-a-byte-more': 2001, 'takes-a-byte-less': 1999 }[String(fault)] ?? 2000;
  if (isWriting && Buffer.byteLength(text) > largest) return refuse(413, 'large');
  const isJson = request.headers['content-type'] === 'application/json';
  if (isWriting && !isJson && fault !== 'takes-any-media-type') return refuse(415, 'media');
  const body = parse(text);
  if (pathname === '/v1/parcels/batch') {
    const parcels: unknown = (body as { parcels?: unknown } | null)?.parcels;
    const most = fault === 'accepts-21' ? 21 : 20;
    if (!Array.isArray(parcels) || parcels.length < 1 || parcels.length > most)
      return refuse(400, 'bad');
    return parcels.every((it) => isInput(it))
      ? send(
          200,
          parcels.map((it) => parcelOf(it)),
        )
      : refuse(400, 'bad');
  }
  if (fault === 'refuses-valid') return refuse(400, 'bad');
  if (!isInput(body, fault === 'accepts-empty-name')) return refuse(400, 'bad');
  const { to: _to, ...rest } = parcelOf(body);
  return send(200, fault === 'drops-property' ? rest : parcelOf(body));
}

function senderOf({ headers }: IncomingMessage, isWriting: boolean, fault?: Fault) {
  if (fault === 'ignores-key') return 'clerk';
  const { 'x-key': key, 'x-account': account, 'x-pin': pin } = headers;
  if (key === 'parcels_test_key') return 'clerk';
  if (key === 'parcels_metered_key') return 'customer';
  if (key === 'parcels_reader_key') return 'reader';
  if (key === 'parcels_former_key' && fault === 'takes-a-former-key') return 'clerk';
  if (key === '' && fault === 'takes-an-empty-key') return 'clerk';
  const isAccount = account === 'parcels_test_account';
  const isPin = pin === 'parcels_test_pin' || fault === 'takes-half-a-pair';
  return isWriting && isAccount && isPin && fault !== 'refuses-a-pair' ? 'clerk' : undefined;
}

interface Input {
  to: string;
  grams: number;
}

function isInput(value: unknown, emptyName = false): value is Input {
  if (value === null || typeof value !== 'object') return false;
  const { to, grams } = value as Partial<Input>;
  if (typeof to !== 'string' || typeof grams !== 'number') return false;
  const length = Array.from(to).length;
  return (
    (emptyName || length >= 1) &&
    length <= 40 &&
    Number.isInteger(grams) &&
    grams >= 1 &&
    grams <= 30_000
  );
}

function parcelOf({ to, grams }: Input, id = 'p007') {
  return { sent: '2026-01-02T03:04:05+01:00', grams, to, id, shelf: null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
