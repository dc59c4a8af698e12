import { afterEach, expect, test } from 'vitest';
import { govern } from '../../scripts/contract/wire/govern.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { serveHostile } from './hostile-server.ts';
import { runPlan } from './run-plan.ts';

const LARGEST = 1024 * 1024;
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

test('a request that meets a connection closed meanwhile is sent once more, on a new one', async () => {
  const server = await serveHostile((socket, turn) => {
    if (turn === 2) socket.resetAndDestroy();
    else socket.write(`${OK}content-length: 2\r\n\r\n{}`);
  });
  const sender = createSender({ timeout: 10_000, largest: LARGEST });
  closing.push(server.close, sender.close);
  const request = { method: 'GET', url: `${server.url}/`, headers: [], body: undefined };
  const first = await sender.send(request);
  const second = await sender.send(request);
  expect([first, second].map((it) => it.response?.status ?? it.failure)).toEqual([200, 200]);
  expect(server.connections()).toBe(2);
});

test('bytes after the announced length do not become the answer to the next request', async () => {
  const server = await serveHostile((socket) => {
    socket.write(`${OK}content-length: 2\r\n\r\n{}HTTP/1.1 500 No\r\ncontent-length: 3\r\n\r\nbad`);
  });
  const sender = createSender({ timeout: 10_000, largest: LARGEST });
  closing.push(server.close, sender.close);
  const request = { method: 'GET', url: `${server.url}/`, headers: [], body: undefined };
  const exchanges = [];
  for (let i = 0; i < 5; i += 1) exchanges.push(await sender.send(request));
  expect(exchanges.map((it) => it.response?.status)).not.toContain(500);
});

test('a run on a server that dies in the middle ends soon, and says what it did not try', async () => {
  const server = await serveHostile((socket, turn) => {
    if (turn > 12) return socket.resetAndDestroy();
    return socket.write('HTTP/1.1 404 No\r\ncontent-type: text/plain\r\ncontent-length: 0\r\n\r\n');
  });
  const sender = createSender({ timeout: 10_000, largest: LARGEST });
  closing.push(server.close, sender.close);
  const send = govern(sender.send, { patience: 6 });
  const results = await runPlan(server.url, send, { grep: '^getParcel (conformance|input|auth)' });
  const untried = results.filter(({ outcome }) => outcome === 'failed');
  expect(untried.length).toBeGreaterThan(3);
  expect(new Set(untried.map(({ reason }) => reason))).toEqual(
    new Set(['the server left 6 requests in a row unanswered']),
  );
  expect(server.connections()).toBeLessThan(40);
});
