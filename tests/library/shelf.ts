import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isObject } from '../../scripts/base/json.ts';
import { jsonOrNone } from '../../scripts/base/json-text.ts';

/** What the shelf does otherwise than its description says. */
export type ShelfFault = 'takes-long-titles' | 'lets-strangers-in' | 'leaves-pages-out';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly body: string;
}

export const KEY = 'placeholder-key';

const refuse = (status: number, message: string) => ({ status, content: { message } });

/** A shelf of books, written by hand and not by Kiln: `tests/library/shelf.yaml` describes it. */
function createShelf(fault?: ShelfFault) {
  const books = new Map([[1, { id: 1, title: 'The first', pages: 3 }]]);
  return ({ method, path, key, body }: Asked): { status: number; content: object } => {
    const [, id] = /^\/v1\/books(?:\/([^/]*))?$/.exec(path) ?? [];
    if (!/^\/v1\/books(?:\/[^/]+)?$/.test(path)) return refuse(404, 'There is nothing here.');
    if (method !== (id === undefined ? 'POST' : 'GET')) return refuse(405, 'Not this way.');
    if (key !== KEY && fault !== 'lets-strangers-in') return refuse(401, 'Who are you?');
    if (id !== undefined) {
      if (!/^-?\d+$/.test(id)) return refuse(400, 'id is no whole number');
      const book = books.get(Number(id));
      const { pages: _, ...less } = book ?? {};
      if (book && fault === 'leaves-pages-out') return { status: 200, content: less };
      return book ? { status: 200, content: book } : refuse(404, 'There is no such book.');
    }
    const value = jsonOrNone(body);
    if (!isObject(value)) return refuse(400, 'That is no book.');
    const { title, pages } = value;
    const longest = fault === 'takes-long-titles' ? 400 : 40;
    if (typeof title !== 'string' || title === '' || Array.from(title).length > longest)
      return refuse(400, 'title');
    if (!Number.isInteger(pages) || Number(pages) < 1 || Number(pages) > 9000)
      return refuse(400, 'pages');
    const book = { id: books.size + 1, title, pages: Number(pages) };
    books.set(book.id, book);
    return { status: 201, content: book };
  };
}

/** The shelf as a listener of Node's HTTP server. */
export function toListener(fault?: ShelfFault) {
  const shelf = createShelf(fault);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request;
    const key = headers['x-key'];
    const { status, content } = shelf({
      method,
      path: url.replace(/\?.*/s, ''),
      key: typeof key === 'string' ? key : undefined,
      body: await text(request),
    });
    const allow = status === 405 ? { allow: url.endsWith('/books') ? 'POST' : 'GET' } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...allow });
    response.end(JSON.stringify(content));
  };
}

/** The shelf as who answers with the Fetch API has it. */
export function toFetching(fault?: ShelfFault) {
  const shelf = createShelf(fault);
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const { status, content } = shelf({
      method: request.method,
      path: pathname,
      key: request.headers.get('x-key') ?? undefined,
      body: await request.text(),
    });
    const allow = status === 405 ? { allow: pathname.endsWith('/books') ? 'POST' : 'GET' } : {};
    return Response.json(content, { status, headers: allow });
  };
}
