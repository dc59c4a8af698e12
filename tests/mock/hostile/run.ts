import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { createVictim, injectHostile, type Campaign } from './inject.ts';
import { attackSockets } from './sockets.ts';

/** `node tests/mock/hostile/run.ts [requests] [seed]`: the whole campaign, one line a description. */
const [, , requests = '20000', seed = '1'] = process.argv;
const runs = Number(requests);
/** One request in ten goes over a socket. */
const SOCKETS = 0.1;
/** What a mock may keep of the first requests: compiled code and caches. */
const WARM_UP = 2000;
/** More than this is a leak; the collector is not exact to the last object. */
const MOST_GROWTH = 8 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use, once all that can go has gone. */
function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

async function attack(api: ApiModel): Promise<boolean> {
  const began = performance.now();
  const victim = await createVictim(api);
  const options = { runs, seed: Number(seed) };
  const warm = await injectHostile(victim, { ...options, runs: Math.min(runs, WARM_UP) });
  await attackSockets(victim, { ...options, runs: WARM_UP * SOCKETS });
  await victim.mock.reset();
  const before = heap();
  const injected = await injectHostile(victim, { ...options, seed: Number(seed) + 1 });
  await victim.mock.close();
  const second = await createVictim(api);
  const sent = await attackSockets(second, { ...options, runs: Math.ceil(runs * SOCKETS) });
  await Promise.all([second.mock.close(), victim.mock.reset(), second.mock.reset()]);
  const growth = heap() - before;
  const failures = [warm, injected, sent].flatMap(({ failure }) => failure ?? []);
  if (growth > MOST_GROWTH) failures.push(`the heap grew by ${megabytes(growth)}`);
  const parts = [
    `${injected.requests} injected, ${sent.requests} connections`,
    statusesOf([injected, sent]),
    `slowest ${Math.round(injected.slowest)} and ${Math.round(sent.slowest)} ms`,
    `heap ${growth < 0 ? '' : '+'}${megabytes(growth)}`,
    `${((performance.now() - began) / 1000).toFixed(0)} s`,
    failures.length === 0 ? 'ok' : 'FAILED',
  ];
  process.stdout.write(`${api.name}: ${parts.join('; ')}\n`);
  for (const failure of failures) process.stdout.write(`  ${failure.replaceAll('\n', '\n  ')}\n`);
  return failures.length === 0;
}

function statusesOf(campaigns: readonly Campaign[]): string {
  const counts = new Map<string, number>();
  for (const { statuses } of campaigns) {
    for (const [status, count] of statuses) {
      const kind = `${Math.floor(status / 100)}xx`;
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
  }
  return [...counts]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// A mock that listens loads it at once, and takes a second; no request is to blame for that.
await import('@stoplight/prism-http');

let isSound = true;
for (const api of await loadApis(nodeIo, [])) {
  const survived = await attack(api);
  isSound &&= survived;
}
process.exitCode = isSound ? 0 : 1;
