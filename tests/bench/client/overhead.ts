import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter } from './load-adapter.ts';

/** Calls of a round, and rounds. */
const CALLS = 400;
const ROUNDS = 9;

/** How many times as long as a bare `fetch` a call takes: the middle of all rounds, each beside its own bare ones. */
export async function overheadOf(adapters: readonly Adapter[]): Promise<readonly number[]> {
  const answer = JSON.stringify({ success: true, data: { eventId: 'e1', event: 'Opened' } });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const body = { event: 'Opened', userId: 'u1', properties: { plan: 'free' } };
  const bare = async () => {
    const response = await fetch(`${baseUrl}/events/track`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer bench-token' },
      body: JSON.stringify(body),
    });
    await response.json();
  };
  const calls = adapters.map(({ make }) => {
    const client = make({ baseUrl });
    return () => client.track(body);
  });
  const ratios = calls.map((): number[] => []);
  for (const call of [bare, ...calls]) await timeOf(call);
  for (let round = 0; round < ROUNDS; round += 1) {
    const least = await timeOf(bare);
    for (const [index, call] of calls.entries()) {
      ratios[index]?.push((await timeOf(call)) / least);
    }
  }
  server.closeAllConnections();
  server.close();
  return ratios.map((it) => it.toSorted((left, right) => left - right)[ROUNDS >> 1] ?? NaN);
}

async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let count = 0; count < CALLS; count += 1) await call();
  return performance.now() - began;
}
