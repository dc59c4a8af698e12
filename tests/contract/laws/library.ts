import { createHash } from 'node:crypto';
import type { Reply } from '../reply.ts';
import { parse, serve, type Arrived, type Served } from '../serve.ts';

/** Ways in which the library breaks what HTTP, or any API, promises; one at a time. */
export type LawFault =
  | 'location-of-nothing'
  | 'location-of-another'
  | 'put-grows'
  | 'put-adds'
  | 'put-fails-again'
  | 'delete-fails-again'
  | 'etag-in-vain'
  | 'etag-without-quotes'
  | 'etag-stays'
  | 'etag-of-all'
  | 'if-match-in-vain'
  | 'writes-on-412'
  | 'key-in-vain'
  | 'key-for-all-bodies'
  | 'next-repeats'
  | 'next-is-longer'
  | 'next-is-nothing'
  | 'keeps-what-it-refuses'
  | 'adds-what-it-refuses'
  | 'options-fail'
  | 'options-forget'
  | 'trace-tells-all'
  | 'wants-a-tag';

interface Book {
  readonly title: string;
  readonly pages: number;
  readonly tags?: readonly string[];
  readonly version: number;
}

interface Memory {
  readonly books: Map<number, Book>;
  readonly gone: Set<number>;
  readonly keys: Map<string, { readonly body: string | undefined; readonly reply: Reply }>;
  readonly put: Map<number, string>;
  last: number;
}

/** A handwritten library. Without a fault it does what its description and HTTP say, and no more than that. */
export function serveLibrary(fault?: LawFault): Promise<Served> {
  const book = { title: 'The first', pages: 1, version: 1 };
  const memory: Memory = {
    books: new Map([1, 2, 3].map((id) => [id, book])),
    gone: new Set(),
    keys: new Map(),
    put: new Map(),
    last: 3,
  };
  return serve((arrived) => answer(arrived, memory, fault));
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const refuse = (status: number): Reply => json(status, { error: 'no' });
const empty = (status: number, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: undefined,
});

function answer(arrived: Arrived, memory: Memory, fault?: LawFault): Reply {
  const { method, path, headers } = arrived;
  const known = /^\/v1\/(?:books(?:\/[^/]+)?|loans)$/.test(path);
  if (method === 'TRACE') {
    return fault === 'trace-tells-all'
      ? { status: 200, headers: { 'content-type': 'message/http' }, body: JSON.stringify(headers) }
      : refuse(405);
  }
  if (!known) return refuse(404);
  const one = /^\/v1\/books\/([^/]+)$/.exec(path)?.[1];
  const here = one === undefined ? ['GET', 'POST'] : ['GET', 'PUT', 'DELETE'];
  if (method === 'OPTIONS') {
    if (fault === 'options-fail') return refuse(500);
    if (path.endsWith('/loans')) return empty(204);
    return empty(204, { allow: fault === 'options-forget' ? 'PATCH' : here.join(', ') });
  }
  if (path === '/v1/loans') return method === 'POST' ? lend(arrived, memory, fault) : refuse(405);
  if (!here.includes(method)) return refuse(405);
  if (one !== undefined) return onBook(arrived, one, memory, fault);
  return method === 'POST' ? add(arrived, memory, fault) : list(arrived, memory, fault);
}

function list({ query }: Arrived, { books }: Memory, fault?: LawFault): Reply {
  const limit = Number(query.get('limit') ?? 20);
  const after = Number(query.get('after') ?? 0);
  const isAllowed =
    [limit, after].every(Number.isInteger) && limit >= 1 && limit <= 50 && after >= 0;
  if (!isAllowed) return refuse(400);
  const rest = [...books].filter(([id]) => id > after - (fault === 'next-repeats' ? 1 : 0));
  const isLong = fault === 'next-is-longer' && after > 0;
  const page = rest.slice(0, limit + (isLong ? 1 : 0)).map(([id, book]) => ({ ...book, id }));
  const next = Math.max(after + (fault === 'next-repeats' ? 1 : 0), page.at(-1)?.id ?? 0);
  const address =
    fault === 'next-is-nothing' ? '/v1/books?limit=0' : `/v1/books?limit=${limit}&after=${next}`;
  const link =
    rest.length > page.length ? { link: `<${address}>; title="more; much"; rel="next"` } : {};
  return json(200, page, link);
}

function add({ text }: Arrived, memory: Memory, fault?: LawFault): Reply {
  const book = bookOf(text);
  memory.last += 1;
  const id = memory.last;
  if (!book) {
    const wrong = parse(text);
    if (fault === 'adds-what-it-refuses' && typeof wrong === 'object')
      memory.books.set(id, wrong as Book);
    return refuse(400);
  }
  if (fault === 'wants-a-tag' && book.tags?.length === 0) return refuse(400);
  memory.books.set(id, { ...book, version: 1 });
  const told = { 'location-of-nothing': id + 1000, 'location-of-another': 2 };
  const location = `/v1/books/${(fault && told[fault as keyof typeof told]) ?? id}`;
  return json(201, { ...book, id }, { location });
}

function onBook(arrived: Arrived, one: string, memory: Memory, fault?: LawFault): Reply {
  if (!/^-?\d+$/.test(one)) return refuse(400);
  const { method, headers, text } = arrived;
  const { books, gone, put } = memory;
  const id = Number(one);
  const book = books.get(id);
  if (method === 'PUT') {
    const wanted = bookOf(text);
    if (!wanted) {
      const wrong = parse(text);
      if (fault === 'keeps-what-it-refuses' && book && typeof wrong === 'object')
        books.set(id, { ...book, ...(wrong as Book) });
      return refuse(400);
    }
    if (!book) return refuse(404);
    const condition = headers['if-match'];
    const isMet = condition === undefined || condition === '*' || condition === tagOf(book);
    if (!isMet && fault !== 'if-match-in-vain') {
      if (fault === 'writes-on-412') books.set(id, { ...wanted, version: 1 });
      return refuse(412);
    }
    const isAgain = put.get(id) === text;
    put.set(id, text ?? '');
    if (isAgain && fault === 'put-fails-again') return refuse(500);
    if (isAgain && fault === 'put-adds') books.set((memory.last += 1), { ...wanted, version: 1 });
    const tags = isAgain && fault === 'put-grows' ? [...(wanted.tags ?? []), 'new'] : wanted.tags;
    // How often it was written is no part of what was said.
    const written = { ...wanted, ...(tags && { tags }), version: book.version + 1 };
    books.set(id, written);
    return json(200, { ...written, id });
  }
  if (!book)
    return refuse(
      method === 'DELETE' && gone.has(id) && fault === 'delete-fails-again' ? 500 : 404,
    );
  if (method === 'DELETE') {
    gone.add(id);
    books.delete(id);
    return empty(204);
  }
  const etag = { 'etag-without-quotes': 'v1', 'etag-stays': '"v1"' }[String(fault)] ?? tagOf(book);
  const asked = headers['if-none-match'];
  const isAny = fault === 'etag-of-all' && asked !== undefined;
  const isKnown = isAny || (asked === etag && fault !== 'etag-in-vain');
  return isKnown ? empty(304, { etag }) : json(200, { ...book, id }, { etag });
}

function lend({ headers, text }: Arrived, memory: Memory, fault?: LawFault): Reply {
  const book = bookOf(text);
  const key = [headers['idempotency-key']].flat()[0] ?? '';
  if (!book || key.length < 8) return refuse(400);
  const known = memory.keys.get(fault === 'key-for-all-bodies' ? `${key} ${text}` : key);
  if (known && fault !== 'key-in-vain') return known.body === text ? known.reply : refuse(409);
  memory.last += 1;
  const reply = json(201, { ...book, id: memory.last });
  memory.keys.set(fault === 'key-for-all-bodies' ? `${key} ${text}` : key, { body: text, reply });
  return reply;
}

function tagOf(book: Book): string {
  return `W/"${createHash('sha256').update(JSON.stringify(book)).digest('hex').slice(0, 12)}"`;
}

function bookOf(text: string | undefined): Omit<Book, 'version'> | undefined {
  const value = parse(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { title, pages, tags } = value as Partial<Book>;
  const isTitled = typeof title === 'string' && title !== '' && Array.from(title).length <= 30;
  const isCounted = Number.isInteger(pages) && Number(pages) >= 1 && Number(pages) <= 9000;
  const isTagged =
    tags === undefined ||
    (Array.isArray(tags) &&
      tags.length <= 3 &&
      tags.every((it) => typeof it === 'string' && Array.from(it).length <= 9));
  if (!isTitled || !isCounted || !isTagged) return undefined;
  return { title, pages: Number(pages), ...(tags && { tags }) };
}
