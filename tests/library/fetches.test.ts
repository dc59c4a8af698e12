import { describe, expect, test } from 'vitest';
import { checkedFetch, mockFetch } from '../../scripts/library/index.ts';
import { KEY } from './shelf.ts';

const SHELF = 'tests/library/shelf.yaml';

describe('mockFetch', () => {
  const url = 'https://shelf.example.com/v1/books';

  test('checks what is sent and answers it, without a port', async () => {
    await using mock = await mockFetch(SHELF);
    const headers = { 'x-key': mock.credentials['shelf']?.[0]?.secret ?? '' };
    const add = (book: object) =>
      mock.fetch(url, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(book),
      });
    const made = await add({ title: 'A book', pages: 12 });
    expect([made.status, await made.json()]).toMatchObject([201, { title: 'A book', pages: 12 }]);
    expect((await add({ title: 'A book', pages: 'twelve' })).status).toBe(400);
    expect((await mock.fetch(new URL(`${url}/1`))).status).toBe(401);
    expect((await mock.fetch(new Request(`${url}/1?a=%20`, { headers }))).status).toBe(200);
    const ids = mock.requests().map(({ operation, status }) => `${operation} ${status}`);
    expect(ids).toEqual(['addBook 201', 'addBook 400', 'readBook 401', 'readBook 200']);
  });

  test.for([
    'https://shelf.example.com/v10/books/1',
    'https://other.example.com/v1/books/1',
    'http://shelf.example.com/v1/books/1',
  ])('rejects as fetch does where nobody is: %s', async (elsewhere) => {
    await using mock = await mockFetch(SHELF);
    await expect(mock.fetch(elsewhere)).rejects.toThrow(TypeError);
    expect(mock.requests()).toEqual([]);
  });

  test('hears a signal', async () => {
    await using mock = await mockFetch(SHELF);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(mock.fetch(url, { signal })).rejects.toThrow('enough');
  });
});

describe('checkedFetch', () => {
  const url = 'https://shelf.example.com/v1/books/1';
  const book = { id: 1, title: 'A', pages: 2 };

  /** What is told of an answer. */
  async function toldOf(response: Response): Promise<readonly string[]> {
    const told: string[] = [];
    const fetch = await checkedFetch(SHELF, {
      fetch: () => Promise.resolve(response),
      onViolations: (violations, operation) =>
        told.push(...violations.map(({ property }) => `${operation} ${property}`)),
    });
    const answer = await fetch(url, { headers: { 'x-key': KEY } });
    expect(answer).toBe(response);
    expect(answer.bodyUsed).toBe(false);
    return told;
  }

  test.for([
    ['that is documented', Response.json(book), []],
    ['of another type', Response.json({ ...book, id: 'one' }), ['readBook conformance']],
    [
      'of a status that nobody documents',
      Response.json({}, { status: 418 }),
      ['readBook conformance'],
    ],
    [
      'that has no end, but for its content',
      new Response(new ReadableStream(), { headers: { 'Content-Type': 'text/event-stream' } }),
      [],
    ],
  ] as const)('judges an answer %s', async ([, response, want]) => {
    expect(await toldOf(response)).toEqual(want);
  });

  test('judges what a mock with a fault answers', async () => {
    await using mock = await mockFetch(SHELF, { faults: ['missing-property@readBook'] });
    const told: unknown[] = [];
    const fetch = await checkedFetch(SHELF, {
      fetch: (request) => mock.fetch(request),
      onViolations: (_violations, operation) => told.push(operation),
    });
    const secret = mock.credentials['shelf']?.[0]?.secret ?? '';
    await fetch(url, { headers: { 'x-key': secret } });
    expect(told).toEqual(['readBook']);
  });
});
