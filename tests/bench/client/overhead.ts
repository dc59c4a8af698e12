import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Adapter } from './load-adapter.ts';

/** Calls of a round, and rounds. */
const CALLS = 400;
const ROUNDS = 11;

/** Answers everything alike, in a process of its own, and prints its port. */
const SERVER = `
const answer = JSON.stringify({ success: true, data: { eventId: 'e1', event: 'Opened' } });
const server = require('node:http').createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/**
 * How many times as much processor time as a bare `fetch` a call takes: the middle of all rounds, each beside its own bare
 * ones. What runs beside it takes other time, and little of that.
 */
export async function overheadOf(adapters: readonly Adapter[]): Promise<readonly number[]> {
  const server = spawn(process.execPath, ['--eval', SERVER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  const baseUrl = `http://127.0.0.1:${port.toString().trim()}`;
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
  server.kill();
  return ratios.map((it) => it.toSorted((left, right) => left - right)[ROUNDS >> 1] ?? NaN);
}

/** Microseconds of processor time. */
async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < CALLS; count += 1) await call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
