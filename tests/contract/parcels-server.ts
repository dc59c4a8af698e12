import type { Harmless } from './harmless.ts';
import { isJson, parse, serve, type Arrived, type Served } from './serve.ts';
import { type Reply } from './reply.ts';

/** Ways in which the parcels server departs from its description, one at a time. */
export type Fault =
  | 'drops-property'
  | 'ignores-key'
  | 'accepts-21'
  | 'accepts-empty-name'
  | 'counts-code-units'
  | 'refuses-longest-name'
  | 'refuses-charset'
  | 'takes-broken-json'
  | 'answers-html-404'
  | 'knows-every-path'
  | 'fails-on-zero'
  | 'refuses-valid'
  | 'refuses-with-409'
  | 'undocumented-status'
  | 'short-header'
  | 'hangs-up'
  | 'takes-an-empty-key'
  | 'takes-a-longer-key'
  | 'takes-a-former-key'
  | 'reads-the-first-word'
  | 'takes-half-a-pair'
  | 'mixes-pairs'
  | 'refuses-a-pair'
  | 'knows-one-client'
  | 'takes-an-account-alone'
  | 'takes-a-key-in-the-query'
  | 'lets-a-reader-write'
  | 'checks-input-first'
  | 'challenges-nobody'
  | 'takes-a-byte-more'
  | 'takes-a-byte-less'
  | 'counts-no-chunks'
  | 'inflates-anything'
  | 'takes-any-media-type'
  | 'allows-nothing'
  | 'does-anything'
  | 'refuses-head'
  | 'tells-no-limit'
  | 'resets-in-milliseconds'
  | 'retries-at-once'
  | 'counts-all-together'
  | 'never-begins-anew'
  | 'ends-a-quota-early'
  | 'ends-a-quota-late'
  | 'counts-nothing-down';

/** Requests of each client in its window. */
type Counts = Map<string, number>;

/** Length of a window, in milliseconds, and the quota of whoever has one. */
const WINDOW = 3_600_000;
const QUOTA = 5;

/** A handwritten server of the parcels description. Without a fault it conforms. */
export function serveParcels(fault?: Fault, harmless?: Harmless): Promise<Served> {
  const counts: Counts = new Map();
  return serve((arrived) => answer(arrived, counts, fault), harmless);
}

function answer(arrived: Arrived, counts: Counts, fault?: Fault): Reply | 'hang up' {
  const figures: Record<string, string> = {};
  const reply = (status: number, body: unknown, type = 'application/json; charset=utf-8') => ({
    status,
    headers: {
      'content-type': type,
      'x-trace': fault === 'short-header' ? 'abc' : 'trace-1',
      'x-extra': 'yes',
      ...figures,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const refuse = (status: number, code: string) => {
    if (status === 401 && fault !== 'challenges-nobody')
      figures['www-authenticate'] = 'Key realm="parcels"';
    const told = fault === 'refuses-with-409' && status === 400 ? 409 : status;
    return reply(told, { error: { text: 'no', code } });
  };
  const { method, path, text } = arrived;
  if (!/^\/v1\/parcels(\/[^/]+)?$/.test(path)) {
    if (fault === 'answers-html-404') return reply(404, '<h1>Not found</h1>', 'text/html');
    return fault === 'knows-every-path' ? reply(200, {}) : refuse(404, 'none');
  }
  if (fault === 'hangs-up') return 'hang up';
  const isWriting = method === 'POST' && path === '/v1/parcels';
  const input = parse(text);
  if (fault === 'checks-input-first' && isWriting && !isInput(input)) return refuse(400, 'bad');
  const sender = senderOf(arrived, isWriting, fault);
  if (sender === undefined) return refuse(401, 'who');
  if (isWriting && sender === 'reader' && fault !== 'lets-a-reader-write')
    return refuse(403, 'who');
  if (fault === 'undocumented-status') return refuse(418, 'teapot');
  if (method === 'GET' && path !== '/v1/parcels')
    return readParcel(arrived, { reply, refuse, figures, counts, sender }, fault);
  if (method !== 'POST') {
    if (fault === 'does-anything') return reply(200, {});
    if (fault !== 'allows-nothing') figures['allow'] = path.includes('/p0') ? 'GET' : 'POST';
    return refuse(405, 'method');
  }
  const largest = { 'takes-a-byte-more': 2001, 'takes-a-byte-less': 1999 }[String(fault)] ?? 2000;
  const isUncounted =
    (fault === 'counts-no-chunks' && arrived.isChunked) ||
    (fault === 'inflates-anything' && arrived.isCompressed);
  if (isWriting && !isUncounted && Buffer.byteLength(text ?? '') > largest)
    return refuse(413, 'large');
  const isCharset = /charset/.test(arrived.headers['content-type'] ?? '');
  const isTaken = isJson(arrived) && !(fault === 'refuses-charset' && isCharset);
  if (isWriting && !isTaken && fault !== 'takes-any-media-type') return refuse(415, 'media');
  const body = fault === 'takes-broken-json' ? (input ?? { to: 'Ada', grams: 1 }) : input;
  if (path === '/v1/parcels/batch') {
    const parcels: unknown = (body as { parcels?: unknown } | null | undefined)?.parcels;
    const most = fault === 'accepts-21' ? 21 : 20;
    const isBatch = Array.isArray(parcels) && parcels.length >= 1 && parcels.length <= most;
    return isBatch && parcels.every((it) => isInput(it))
      ? reply(
          200,
          parcels.map((it) => parcelOf(it)),
        )
      : refuse(400, 'bad');
  }
  if (fault === 'fails-on-zero' && /\\u0000/.test(text ?? '')) return refuse(500, 'zero');
  if (fault === 'refuses-valid') return refuse(400, 'bad');
  if (!isInput(body, fault)) return refuse(400, 'bad');
  const { to: _to, ...rest } = parcelOf(body);
  return reply(200, fault === 'drops-property' ? rest : parcelOf(body));
}

interface Answering {
  readonly reply: (status: number, body: unknown) => Reply;
  readonly refuse: (status: number, code: string) => Reply;
  readonly figures: Record<string, string>;
  readonly counts: Counts;
  readonly sender: string;
}

function readParcel(
  { path, query, isHead, now }: Arrived,
  { reply, refuse, figures, counts, sender }: Answering,
  fault?: Fault,
): Reply {
  const isMetered = sender === 'customer' || sender === 'neighbour';
  const begins = fault === 'never-begins-anew' ? 0 : Math.floor(now / WINDOW) * WINDOW;
  const client = fault === 'counts-all-together' && isMetered ? 'all' : sender;
  const key = `${client} ${begins}`;
  const used = (counts.get(key) ?? 0) + 1;
  counts.set(key, used);
  const limit = isMetered ? QUOTA : 1_000_000;
  const ends = Math.floor(now / WINDOW) * WINDOW + WINDOW;
  if (fault !== 'tells-no-limit') figures['x-limit'] = `${limit}`;
  const left = Math.max(0, limit - used);
  figures['x-left'] = fault === 'counts-nothing-down' ? `${limit - 1}` : `${left}`;
  figures['x-ends'] = `${fault === 'resets-in-milliseconds' ? ends : ends / 1000}`;
  const late = { 'ends-a-quota-early': -1, 'ends-a-quota-late': 1 }[String(fault)] ?? 0;
  if (isMetered && used > QUOTA + late) {
    const wait = fault === 'retries-at-once' ? 0 : Math.ceil((ends - now) / 1000);
    figures['retry-after'] = `${wait}`;
    return refuse(429, 'often');
  }
  if (!['true', 'false', null].includes(query.get('weigh'))) return refuse(400, 'bad');
  if (fault === 'refuses-head' && isHead) return refuse(405, 'method');
  const id = path.slice('/v1/parcels/'.length);
  return /^p[0-9]{3}$/.test(id)
    ? reply(200, parcelOf({ to: 'Ada', grams: 1 }, id))
    : refuse(400, 'bad');
}

const KEYS: Readonly<Record<string, string>> = {
  parcels_test_key: 'clerk',
  parcels_metered_key: 'customer',
  parcels_neighbour_key: 'neighbour',
  parcels_reader_key: 'reader',
};

const PAIRS: Readonly<Record<string, string>> = {
  parcels_test_account: 'parcels_test_pin',
  parcels_neighbour_account: 'parcels_neighbour_pin',
};

function senderOf({ headers, query }: Arrived, isWriting: boolean, fault?: Fault) {
  if (fault === 'ignores-key') return 'clerk';
  const key = String(
    headers['x-key'] ?? (fault === 'takes-a-key-in-the-query' && query.get('X-Key')),
  );
  const known = KEYS[key];
  if (known !== undefined && !(fault === 'knows-one-client' && known === 'neighbour')) return known;
  if (fault === 'takes-a-longer-key' && key.startsWith('parcels_test_key')) return 'clerk';
  if (fault === 'reads-the-first-word' && KEYS[key.split(' ')[0] ?? ''] !== undefined)
    return 'clerk';
  if (key === 'parcels_former_key' && fault === 'takes-a-former-key') return 'clerk';
  if (key === '' && fault === 'takes-an-empty-key') return 'clerk';
  const [account, pin] = [String(headers['x-account']), String(headers['x-pin'])];
  if (fault === 'takes-an-account-alone' && account in PAIRS) return 'clerk';
  const isPin = Object.values(PAIRS).includes(pin);
  const isPair =
    PAIRS[account] === pin ||
    (account in PAIRS && (fault === 'takes-half-a-pair' || (fault === 'mixes-pairs' && isPin)));
  return isWriting && isPair && fault !== 'refuses-a-pair' ? 'clerk' : undefined;
}

interface Input {
  to: string;
  grams: number;
}

function isInput(value: unknown, fault?: Fault): value is Input {
  if (value === null || typeof value !== 'object') return false;
  const { to, grams } = value as Partial<Input>;
  if (typeof to !== 'string' || typeof grams !== 'number') return false;
  const length = fault === 'counts-code-units' ? to.length : Array.from(to).length;
  const longest = fault === 'refuses-longest-name' ? 39 : 40;
  const isNamed = (fault === 'accepts-empty-name' || length >= 1) && length <= longest;
  return isNamed && Number.isInteger(grams) && grams >= 1 && grams <= 30_000;
}

function parcelOf({ to, grams }: Input, id = 'p007') {
  return { sent: '2026-01-02T03:04:05+01:00', grams, to, id, shelf: null };
}
