import { expect, test } from 'vitest';
import { tryProperty } from '../try-property.ts';

const OPERATION = {
  parameters: [
    { name: 'size', in: 'query', required: true, schema: { type: 'integer' }, example: 1 },
  ],
  responses: { '200': { description: 'ok' } },
};

test('every undocumented status is told, and the first does not hide the second', async () => {
  const { violations } = await tryProperty('conformance', OPERATION, ({ url }) => {
    const size = Number(new URL(url).searchParams.get('size'));
    return { status: size === 1 ? 404 : 500 };
  });
  expect(violations.map(({ message }) => message).toSorted()).toEqual([
    'answers 404, which is not documented',
    'answers 500, which is not documented',
  ]);
  expect(new Set(violations.map(({ id }) => id)).size).toBe(2);
});

test('what is documented is not told however often it is looked for', async () => {
  const { violations, outcome } = await tryProperty('conformance', OPERATION, () => ({
    status: 200,
  }));
  expect([violations, outcome]).toEqual([[], 'held']);
});

test('an example comes first, and all that may be said at once is next', async () => {
  const optional = ['tag', 'page', 'sort', 'from', 'until'].map((name) => ({
    name,
    in: 'query',
    schema: { type: 'string' },
  }));
  // What has no example is tried with short texts, which come later.
  const word = { name: 'word', in: 'query', required: true, schema: { type: 'string' } };
  const sent: string[][] = [];
  const { violations } = await tryProperty(
    'conformance',
    { ...OPERATION, parameters: [...OPERATION.parameters, word, ...optional] },
    ({ url }) => {
      const names = [...new URL(url).searchParams.keys()];
      sent.push(names);
      return { status: names.length === 7 ? 500 : 200 };
    },
  );
  expect(sent.slice(0, 2).map(({ length }) => length)).toEqual([2, 7]);
  expect(violations).toHaveLength(1);
});

test('who takes anything gets what is documented, too', async () => {
  const json: readonly (readonly [string, string])[] = [['content-type', 'application/json']];
  const page: typeof json = [['content-type', 'text/html']];
  const content = { 'application/json': { schema: {} } };
  const { violations } = await tryProperty(
    'conformance',
    { responses: { '200': { description: 'ok', content } } },
    ({ headers }) => {
      const isAny = headers.some(([name, value]) => name === 'accept' && value === '*/*');
      return isAny
        ? { status: 200, headers: page, body: '<!doctype html>' }
        : { status: 200, headers: json, body: '{}' };
    },
  );
  expect(violations.map(({ message }) => message)).toEqual(['answers 200 in another media type']);
});

test('who takes anything is told of what is not there in what is documented, too', async () => {
  const json: readonly (readonly [string, string])[] = [['content-type', 'application/json']];
  const text: typeof json = [['content-type', 'text/plain']];
  const content = { 'application/json': { schema: {} } };
  const schema = { type: 'integer' };
  const { violations } = await tryProperty(
    'conformance',
    {
      parameters: [{ name: 'id', in: 'path', required: true, schema, example: 1 }],
      responses: {
        '200': { description: 'ok', content },
        '404': { description: 'no such thing', content },
      },
    },
    ({ url, headers }) => {
      if (url.endsWith('/1')) return { status: 200, headers: json, body: '{}' };
      const isAny = headers.some(([name, value]) => name === 'accept' && value === '*/*');
      return isAny
        ? { status: 404, headers: text, body: 'no such thing' }
        : { status: 404, headers: json, body: '{}' };
    },
    0,
    { path: '/things/{id}' },
  );
  expect(violations.map(({ message }) => message)).toEqual(['answers 404 in another media type']);
});

test('who asks which state is meant is told any, and so shows its success', async () => {
  const schema = { type: 'string' };
  const { isProven } = await tryProperty(
    'conformance',
    {
      parameters: [{ name: 'If-Match', in: 'header', required: true, schema }],
      responses: {
        '204': { description: 'stored' },
        '412': { description: 'another state' },
      },
    },
    ({ headers }) => {
      const [, tag] = headers.find(([name]) => name.toLowerCase() === 'if-match') ?? [];
      return { status: tag === '*' ? 204 : 412 };
    },
    0,
    { method: 'put' },
  );
  expect(isProven).toBe(true);
});
