import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { isObject, objectOf, type Json, type JsonObject } from '../../scripts/base/json.ts';
import { jsonOrNone } from '../../scripts/base/json-text.ts';
import { testContract } from '../../scripts/library/index.ts';

const BOOK = {
  type: 'object',
  required: ['id', 'title'],
  properties: { id: { type: 'integer' }, title: { type: 'string' } },
};
const NEW_BOOK = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string', minLength: 1, maxLength: 50 } },
};

function answers(status: string, schema: JsonObject): JsonObject {
  return {
    [status]: { description: 'It.', content: { 'application/json': { schema } } },
    '400': { description: 'Refused.' },
  };
}

const whole = (name: string, minimum: number) => ({
  name,
  in: 'query',
  schema: { type: 'integer', minimum, maximum: 100 },
});

const DESCRIPTION: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Books', version: '1' },
  servers: [{ url: 'https://books.example.com' }],
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        parameters: [whole('limit', 1), whole('offset', 0)],
        responses: answers('200', { type: 'array', items: BOOK }),
      },
      post: {
        operationId: 'addBook',
        requestBody: { required: true, content: { 'application/json': { schema: NEW_BOOK } } },
        responses: answers('201', BOOK),
      },
    },
    '/books/{id}': {
      get: {
        operationId: 'getBook',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { ...answers('200', BOOK), '404': { description: 'There is none.' } },
      },
    },
  },
};

/** Books as a server keeps them that ignores `limit`, and shows titles in capitals. */
function createBooks() {
  const books = new Map([[1, { id: 1, title: 'A' }]]);
  const answer = (method: string, url: URL, body: Json | undefined): [number, unknown?] => {
    const [, first, id] = url.pathname.split('/');
    if (first !== 'books') return [404];
    if (id !== undefined) {
      if (method !== 'GET') return [405];
      if (!/^-?\d+$/.test(id)) return [400];
      const book = books.get(Number(id));
      return book ? [200, book] : [404];
    }
    if (method === 'GET') {
      const isBad = [...url.searchParams].some(
        ([name, value]) => /^(?:limit|offset)$/.test(name) && !/^(?:\d\d?|100)$/.test(value),
      );
      return isBad || url.searchParams.get('limit') === '0' ? [400] : [200, [...books.values()]];
    }
    if (method !== 'POST') return [405];
    const title = isObject(body) ? body['title'] : undefined;
    if (typeof title !== 'string' || title === '' || Array.from(title).length > 50) return [400];
    const book = { id: books.size + 1, title };
    books.set(book.id, { ...book, title: title.toUpperCase() });
    return [201, book];
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://books.example.com');
    const [status, content] = answer(request.method ?? '', url, jsonOrNone(await text(request)));
    const allow = url.pathname === '/books' ? 'GET, POST' : 'GET';
    response.writeHead(status, {
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...(status === 405 && { allow }),
    });
    response.end(content === undefined ? undefined : JSON.stringify(content));
  };
}

/** One object within another, member by member. */
function joined(left: JsonObject, right: JsonObject): JsonObject {
  const entries = Object.entries(right).map(([key, value]): [string, Json] => [
    key,
    isObject(value) ? joined(objectOf(left[key]), value) : value,
  ]);
  return { ...left, ...Object.fromEntries(entries) };
}

test('the lines of the README find what breaks no schema', { timeout: 120_000 }, async () => {
  const readme = await readFile('README.md', 'utf8');
  const [, block = ''] =
    /### What a schema cannot say\n[^]*?```yaml\n([^]*?)```/.exec(readme) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'kiln-policies-'));
  const properties = async (description: JsonObject) => {
    const file = join(folder, 'books.yaml');
    await writeFile(file, stringify(description, { aliasDuplicateObjects: false }));
    const listener = createBooks();
    const app = (request: IncomingMessage, response: ServerResponse) =>
      void listener(request, response);
    const { violations } = await testContract(file, { app, runs: 5 });
    return new Set(violations.map(({ property }) => property));
  };
  expect(await properties(DESCRIPTION)).toEqual(new Set());
  const stated = joined(DESCRIPTION, parse(block) as JsonObject);
  expect(await properties(stated)).toEqual(new Set(['paging.walk', 'state.created']));
  await rm(folder, { recursive: true });
});
