import * as fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { METHODS } from 'node:http';
import { expect, test } from 'vitest';
import { createVictim, injectHostile } from './hostile/inject.ts';
import { attackSockets } from './hostile/sockets.ts';
import { FREE, loadPets, startMock } from './pets.ts';
import { loadKennels } from './play.ts';

const PATHS = [
  '/pets',
  '/pets/1',
  '/pets/import',
  '/search',
  '/pair',
  '/impossible',
  '/nowhere',
  '',
];
const HEADERS = [
  'accept',
  'authorization',
  'content-encoding',
  'content-type',
  'cookie',
  'prefer',
  'x-trace',
  'x-key',
  'expect',
];
const VALUES = [
  'undefined',
  'foo',
  '*/*',
  'text/html; level',
  'application/json',
  ',',
  ';q=x',
  '=',
];

/** Text that a header may carry; the others never leave a client. */
const visible = fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[^ -~]/g, ''));
const target = fc
  .tuple(
    fc.constantFrom('/pets/v1', '/pets/v1', '/pets/v1', '/pets', '', '//pets'),
    fc.oneof(
      fc.constantFrom(...PATHS),
      fc.webPath(),
      visible.map((it) => `/${it.replaceAll(' ', '')}`),
    ),
    fc.oneof(
      fc.constant(''),
      fc.webQueryParameters().map((it) => `?${it}`),
      fc.constant('?%&=%zz'),
    ),
  )
  .map((parts) => parts.join('') || '/');
const headers = fc.dictionary(
  fc.constantFrom(...HEADERS),
  fc.oneof(fc.constantFrom(...VALUES, FREE.authorization), visible),
  { noNullPrototype: true },
);
const body = fc.oneof(
  fc.constant(undefined),
  fc.json(),
  fc.string(),
  fc.constantFrom('{', '[[[[', '{"name":"Rex"}', '\u0000', '{"__proto__":{"name":1}}'),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);

/** What is wrong with an ending, if anything: its status, its rate headers, its envelope. */
function flawOf(method: string, response: LightMyRequestResponse, reason: string | undefined) {
  const { statusCode: status, headers: got, body: text } = response;
  if (status > 500) return `status ${status}`;
  if (!(Number(got['x-ratelimit-limit']) > 0)) return 'no rate limit headers';
  if (status === 500 && !reason?.includes('readImpossible')) return `a bug of ours: ${reason}`;
  if (status < 400 || method === 'HEAD') return undefined;
  const envelope: Partial<{ ok: boolean; error: { message?: string } }> = JSON.parse(text);
  return envelope.ok === false && envelope.error?.message ? undefined : `the body ${text}`;
}

test('answers any request in the envelope or as documented', async () => {
  const mock = await startMock([await loadPets()]);
  const methods = METHODS.filter((method) => method !== 'CONNECT');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methods, 'GET', 'POST', 'GET', 'POST'),
      target,
      headers,
      body,
      async (method, url, sent, payload) => {
        const response = await mock.inject({
          method,
          url,
          headers: { host: 'pets.example', ...sent },
          ...(payload && { payload }),
        });
        expect(flawOf(method, response, mock.events.at(-1)?.reason)).toBeUndefined();
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

// The whole campaign, against every description: npm run test:hostile.
test('gives hostile requests what it documents, and nothing else', async () => {
  const campaign = await injectHostile(await createVictim(await loadKennels()), {
    runs: 300,
    seed: 1,
  });
  expect(campaign).toMatchObject({ requests: 300, failure: undefined });
});

test('answers or ends every connection, whatever comes over it', async () => {
  const victim = await createVictim(await loadKennels());
  const campaign = await attackSockets(victim, { runs: 100, seed: 1 });
  await victim.mock.close();
  // Some come as a crowd.
  expect(campaign.requests).toBeGreaterThanOrEqual(100);
  expect(campaign.failure).toBeUndefined();
});

test('refuses what is nested deeper than anybody means', async () => {
  const mock = await startMock([await loadPets()]);
  const typed = { ...FREE, 'content-type': 'application/json' };
  const send = (depth: number) =>
    mock.send('POST', '/pets', { headers: typed, body: nested(depth) });
  expect((await send(499)).status).toBe(422);
  const { status, json } = await send(500);
  expect(status).toBe(400);
  expect(json.error?.message).toBe('The body is nested deeper than 500 levels.');
});

function nested(depth: number): string {
  return `{"name":"Rex","extra":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}
