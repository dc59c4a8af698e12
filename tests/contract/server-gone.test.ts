import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { createFailureBook } from '../../scripts/contract/run/failure-book.ts';
import { createRedactor } from '../../scripts/contract/wire/redact.ts';
import { NO_PROFILES, type Profiles } from '../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { govern } from '../../scripts/contract/wire/govern.ts';
import { KEY } from '../library/shelf.ts';

const SHELF = 'tests/library/shelf.yaml';
const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

const isBad = (body: string): boolean => {
  try {
    JSON.parse(body);
    return false;
  } catch {
    return true;
  }
};

/** A server that ends, with all its connections, when it is sent what is no JSON; or closes that connection alone. */
async function serveFragile(how: 'ends' | 'closes') {
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const body = await text(request);
      if (request.method === 'POST' && isBad(body)) {
        if (how === 'ends') {
          server.close();
          server.closeAllConnections();
        }
        request.socket.destroy();
        return;
      }
      const isMade = request.method === 'POST';
      response.writeHead(isMade ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: 1, title: 'A', pages: 2 }));
    })();
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { target: `http://127.0.0.1:${port}/v1`, end: () => server.close() };
}

async function tried(how: 'ends' | 'closes', others: number) {
  const api = await loadDescription(nodeIo, SHELF);
  const { target, end } = await serveFragile(how);
  const profiles: Profiles = { ...NO_PROFILES, good: new Map([['key', KEY]]) };
  const failures = createFailureBook({
    api,
    seed: 1,
    toRedactor: () => createRedactor(api, profiles),
  });
  const operation = api.operations.find(({ id }) => id === 'addBook');
  const property = PROPERTIES.find(({ id }) => id === 'encoding.malformed');
  if (!operation || !property) throw new Error('there is nothing to try');
  // Requests of other checks that are cut off as well.
  const request = { method: 'GET', url: target, headers: [], body: undefined };
  const failure = 'the connection was closed before the answer was complete';
  for (let other = 0; other < others; other += 1) failures.note(operation, { request, failure });
  const result = await runCheck(
    {
      api,
      targets: new Map(api.servers.map(({ url }) => [url, target])),
      profiles,
      seed: 1,
      runs: 5,
      writes: true,
      send: govern(send, { patience: 20 }),
      failures,
      now: Date.now,
    },
    operation,
    property,
  );
  end();
  return result;
}

test('a request with which a server ends is told, with what it was', async () => {
  const { violations } = await tried('ends', 0);
  expect(violations.map(({ message }) => message)).toEqual([
    'is cut off, and the server is gone since',
  ]);
  expect(violations[0]?.proof.seen).toContain('nobody takes a connection there');
  expect(violations[0]?.exchange.request.body).not.toMatch(/\}$/);
});

test('with several requests under way nobody knows which it was', async () => {
  const { violations, undetermined } = await tried('ends', 1);
  expect(violations).toEqual([]);
  expect(undetermined.map(({ reason }) => reason).join('\n')).toContain('others were under way');
});

test('whoever only closes the connection on what is no JSON is not said to be gone', async () => {
  const { violations } = await tried('closes', 0);
  expect(violations.filter(({ message }) => message.includes('gone'))).toEqual([]);
});
