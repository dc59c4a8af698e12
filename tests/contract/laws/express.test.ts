import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { checkServer } from '../run-parcels.ts';
import { LAW_FAULTS } from './law-faults.ts';

const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

const LAWS = new Set(LAW_FAULTS.map(([, property]) => property));

/** A library as people write one with a framework that tags and compares answers and answers OPTIONS by itself. */
function serveBooks(): Promise<{ readonly target: string; readonly close: () => void }> {
  const app = express();
  const books = new Map<number, object>([[1, { title: 'The first', pages: 1 }]]);
  app.use(express.json());
  app.get('/v1/books', (_, response) => {
    response.json([...books].map(([id, book]) => ({ ...book, id })));
  });
  app.post('/v1/books', (request, response) => {
    const id = Math.max(0, ...books.keys()) + 1;
    const { title } = request.body as { title?: unknown };
    if (typeof title !== 'string' || title === '')
      return response.status(400).json({ error: 'no' });
    books.set(id, request.body as object);
    return response
      .location(`/v1/books/${id}`)
      .status(201)
      .json({ ...(request.body as object), id });
  });
  app.get('/v1/books/:id', (request, response) => {
    const book = books.get(Number(request.params.id));
    return book
      ? response.json({ ...book, id: Number(request.params.id) })
      : response.sendStatus(404);
  });
  app.put('/v1/books/:id', (request, response) => {
    const id = Number(request.params.id);
    if (!books.has(id)) return response.sendStatus(404);
    const condition = request.get('if-match') ?? '*';
    if (condition !== '*') return response.sendStatus(412);
    books.set(id, request.body as object);
    return response.json({ ...(request.body as object), id });
  });
  app.delete('/v1/books/:id', (request, response) => {
    return response.sendStatus(books.delete(Number(request.params.id)) ? 204 : 404);
  });
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ target: `http://127.0.0.1:${port}/v1`, close: () => void server.close() });
    });
  });
}

test('what a framework does of itself keeps the laws', async () => {
  const served = await serveBooks();
  const results = await checkServer(
    'tests/contract/laws/openapi.yaml',
    { target: served.target, now: Date.now },
    { send },
  );
  served.close();
  const own = results.filter(({ property }) => LAWS.has(property));
  const found = own.flatMap(({ violations }) => violations);
  expect(found.filter(({ property }) => LAWS.has(property)).map((it) => it.message)).toEqual([]);
  const held = own.filter(
    ({ outcome, operation }) => outcome === 'held' && operation !== 'lendBook',
  );
  expect(new Set(held.map(({ property }) => property))).toEqual(
    new Set([
      'input.unstated',
      'method.options',
      'method.trace',
      'http.conditional',
      'http.entity-tag',
      'http.if-match',
      'http.location',
      'state.repeat-put',
      'state.repeat-delete',
      'state.refused-write',
    ]),
  );
});
