import { createServer } from 'node:http';
import express from 'express';
import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import {
  checkExchange,
  generate,
  lint,
  startMock,
  testContract,
  UserError,
  type App,
} from '../../scripts/library/index.ts';
import { defineContractTests } from '../../scripts/library/contract-tests.ts';
import { KEY, toFetching, toListener, type ShelfFault } from './shelf.ts';

const SHELF = 'tests/library/shelf.yaml';
/** Milliseconds for a run of everything, beside other tests. */
const PATIENCE = { timeout: 120_000 };
const given = { credentials: { key: KEY }, runs: 5 };

const APPS: readonly [name: string, make: (fault?: ShelfFault) => App][] = [
  ['a listener', (fault) => (request, response) => void toListener(fault)(request, response)],
  [
    'a server of Node',
    (fault) => createServer((request, response) => void toListener(fault)(request, response)),
  ],
  [
    'Express',
    (fault) => {
      const listener = toListener(fault);
      const app = express();
      app.use((request, response) => void listener(request, response));
      return app;
    },
  ],
  [
    'Fastify',
    (fault) => {
      const listener = toListener(fault);
      const app = fastify({ routerOptions: { maxParamLength: 4000 } });
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', (_, __, done) => done(null));
      app.all('*', async (request, reply) => {
        reply.hijack();
        await listener(request.raw, reply.raw);
      });
      return app;
    },
  ],
  ['an object with fetch', (fault) => ({ fetch: toFetching(fault) })],
];

const toListenerApp = (): App => {
  const listener = toListener();
  return (request, response) => void listener(request, response);
};

describe('testContract', () => {
  test.for(APPS)('finds nothing wrong with %s that is right', PATIENCE, async ([, make]) => {
    const result = await testContract(SHELF, { app: make(), ...given });
    expect(result.toString()).toMatch(/^shelf: \d+ held, 0 violated/);
    expect(result).toMatchObject({ holds: true, violations: [], unproven: [] });
  });

  test.for(APPS)('finds the fault of %s', PATIENCE, async ([, make]) => {
    const app = make('takes-long-titles');
    const result = await testContract(SHELF, { app, ...given, grep: /^addBook input/ });
    expect(result.holds).toBe(false);
    const places = result.violations.map(({ operation, proof }) => [
      operation,
      proof.location.file,
    ]);
    expect(new Set(places.map((it) => it.join(' ')))).toEqual(new Set([`addBook ${SHELF}`]));
    expect(result.toString()).toContain('maxLength: 40');
    // What was served for the run alone is closed by now.
    expect(result.toString()).toContain("curl -i -X POST 'http://127.0.0.1:PORT/v1/books'");
  });

  test('does not hold where every call was refused', PATIENCE, async () => {
    const app = APPS[0]?.[1]();
    const settings = { ...given, credentials: { key: 'another' } };
    const result = await testContract(SHELF, { ...(app && { app }), ...settings });
    expect(result.holds).toBe(false);
    expect(result.unproven).toEqual(['addBook', 'readBook']);
  });

  test('does not hold where nothing was tried, and says what mends it', PATIENCE, async () => {
    const settings = { app: toListenerApp(), runs: 5, credentials: { key: undefined } };
    const result = await testContract(SHELF, settings);
    expect(result.holds).toBe(false);
    const text = result.toString();
    expect(text).toContain('shelf: nothing was tried: 2 operations need a credential for key');
    expect(text).toContain("pass credentials: { key: 'KEY' }, or set KILN_KEY.");
    expect(text).not.toMatch(/--\w/);
  });

  test('refuses a credential of no scheme before anything is tried', async () => {
    const settings = { app: toListenerApp(), credentials: { ky: KEY } };
    const refusal = expect.objectContaining({
      message: 'Nothing takes the credential "ky"',
      hint: 'Did you mean key? It can be one of: key.',
    });
    await expect(testContract(SHELF, settings)).rejects.toEqual(refusal);
    const defined: string[] = [];
    const runner = {
      describe: (name: string) => defined.push(name),
      test: () => {},
      after: () => {},
    };
    await expect(defineContractTests(runner, SHELF, settings)).rejects.toEqual(refusal);
    expect(defined).toEqual([]);
  });

  test('says where it looked for the paths of an application', PATIENCE, async () => {
    const app = toListenerApp();
    const { unproven, toString } = await testContract(SHELF, { ...given, app, basePath: '' });
    expect(unproven).toEqual(['addBook', 'readBook']);
    expect(toString()).toContain("Where app serves it below a path, pass basePath: '/api/v1'.");
    const other = await testContract(SHELF, { ...given, app: toListenerApp(), basePath: 'v2' });
    expect(other.toString()).toContain(
      "/books of the description is asked for at /v2/books of app. Where app serves it elsewhere, pass basePath: ''",
    );
  });

  test('wants to know what is tested', async () => {
    await expect(testContract(SHELF, {})).rejects.toThrow(TypeError);
    await expect(testContract('no-such.yaml', { app: () => {} })).rejects.toThrow(UserError);
  });
});

test('a mock answers as the description says, and tells what it was asked', async () => {
  await using mock = await startMock(SHELF);
  const [credential] = mock.credentials['shelf'] ?? [];
  const ask = (headers: Record<string, string>) => fetch(`${mock.url}/books/1`, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ 'x-key': credential?.secret ?? '' })).status).toBe(200);
  expect(mock.requests()).toEqual([
    {
      method: 'GET',
      path: '/shelf/v1/books/1',
      status: 401,
      operation: 'readBook',
      refused: 'unauthenticated',
    },
    {
      method: 'GET',
      path: '/shelf/v1/books/1',
      status: 200,
      operation: 'readBook',
      refused: undefined,
    },
  ]);
  await mock.reset();
  expect(mock.requests()).toEqual([]);
});

test('a mock holds its own contract, faults aside', PATIENCE, async () => {
  await using mock = await startMock(SHELF, { faults: ['accepts-long-text@addBook'] });
  const secret = mock.credentials['shelf']?.[0]?.secret ?? '';
  const settings = { target: mock.url, credentials: { key: secret }, runs: 5 };
  const { violations } = await testContract(SHELF, settings);
  expect(violations.map(({ operation, property }) => `${operation} ${property}`)).toEqual([
    'addBook input.rejected',
  ]);
});

describe('checkExchange', () => {
  const url = 'https://shelf.example.com/v1/books/1';
  const request = new Request(url, { headers: { 'x-key': KEY } });

  test('lets pass what the description allows', async () => {
    const response = Response.json({ id: 1, title: 'A', pages: 2 });
    const checked = await checkExchange(SHELF, { request, response });
    expect(checked).toEqual({ operation: 'readBook', violations: [] });
    expect(response.bodyUsed).toBe(false);
  });

  test('names the clause that an answer breaks', async () => {
    const response = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
    const { operation, violations } = await checkExchange(SHELF, { request, response });
    expect(operation).toBe('readBook');
    expect(violations.map(({ property }) => property)).toEqual(['conformance']);
  });

  test('knows requests to the address where the server really is', async () => {
    const sent = {
      method: 'get',
      url: 'http://127.0.0.1:9/api/books/1',
      headers: { 'X-Key': KEY },
    };
    const response = Response.json({ message: 'gone' }, { status: 404 });
    const target = 'http://127.0.0.1:9/api/';
    expect(await checkExchange(SHELF, { request: sent, response }, { target })).toEqual({
      operation: 'readBook',
      violations: [],
    });
    const { operation } = await checkExchange(SHELF, { request: sent, response });
    expect(operation).toBeUndefined();
  });
});

test('lint and generate give what the commands give', PATIENCE, async () => {
  const findings = await lint(SHELF, { profile: 'kiln' });
  expect(findings.map(({ rule }) => rule)).toContain('dialect-2020-12');
  expect(findings[0]?.location).toMatchObject({ file: SHELF });
  const files = await generate(SHELF);
  expect(files.map(({ path }) => path)).toContain('shelf/client.d.ts');
});
