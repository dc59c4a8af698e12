import { afterAll, describe, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { coverageOf, withoutSightings } from '../../scripts/contract/coverage/coverage.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { planOf, usesUpQuota, type PlannedCheck } from '../../scripts/contract/run/plan.ts';
import { govern, RunStopped } from '../../scripts/contract/wire/govern.ts';
import { createSender, type Send } from '../../scripts/contract/wire/send.ts';
import type { CheckResult, ContractRun, Shard } from '../../scripts/result/contract-run.ts';
import type { WireRequest } from '../../scripts/wire/exchange.ts';
import { mergeRuns } from '../../scripts/result/merge-runs.ts';
import {
  checkFinished,
  runFinished,
  runOf,
  runStarted,
  toRun,
} from '../../scripts/result/run-event.ts';
import { serveParcels } from './parcels-server.ts';
import { PARCELS } from './run-parcels.ts';
import { runPlan } from './run-plan.ts';

const { send, close } = createSender({ timeout: 10_000, largest: 1e7 });
afterAll(close);

const SHARDS = [1, 2, 3, 4].map((index): Shard => ({ index, count: 4 }));
/** What every kind of property is part of, and few enough for a unit test. */
const GREP = 'conformance|input|auth|limits\\.items|rate\\.quota';

/** What each check sent, in its order; addresses of one server only. */
type Requests = Map<string, string[]>;

async function recorded(shard: Shard | undefined, seed: number) {
  const server = await serveParcels('drops-property');
  const requests: Requests = new Map();
  const plan = shard ? { shard } : {};
  const results = await runPlan(server.target, send, {
    ...plan,
    grep: GREP,
    seed,
    sendFor: ({ operation, property }) => {
      const own: string[] = [];
      requests.set(`${operation.id} ${property.id}`, own);
      return (request) => {
        own.push(textOf(request, server.target));
        return send(request);
      };
    },
  });
  server.close();
  const text = JSON.stringify(results).replaceAll(server.target, 'TARGET');
  return { requests, results: JSON.parse(undated(text)) as CheckResult[] };
}

function textOf({ method, url, headers, body, bytes }: WireRequest, target: string): string {
  return JSON.stringify([method, url.replace(target, ''), headers, body, bytes?.length]);
}

/** Node's servers tell the time. */
function undated(text: string): string {
  return text.replaceAll(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, 'NOW');
}

async function runFrom(results: readonly CheckResult[], shard?: Shard): Promise<ContractRun> {
  const api = await loadDescription(nodeIo, PARCELS);
  const header = {
    api: api.name,
    title: api.title,
    target: 'TARGET',
    mode: 'active' as const,
    started: '2026-01-01T00:00:00.000Z',
    seed: 7,
    runs: 4,
    ...(shard && { shard }),
    operations: api.operations.map(({ id, method, path, pointer }) => {
      return { id, method, path, location: api.locate(pointer) };
    }),
    properties: PROPERTIES.map(({ id, title }) => ({ id, title })),
  };
  const end = { interrupted: undefined, milliseconds: 0 };
  const { results: inOrder } = toRun(header, results, { ...end, coverage: [] });
  return toRun(header, withoutSightings(inOrder), { ...end, coverage: coverageOf(api, inOrder) });
}

describe('the same seed', () => {
  test(
    'sends the same requests in one go and on four shards, twice',
    { timeout: 60_000 },
    async () => {
      const whole = [await recorded(undefined, 7), await recorded(undefined, 7)];
      const parts: Awaited<ReturnType<typeof recorded>>[] = [];
      for (const shard of [...SHARDS, ...SHARDS.toReversed()]) parts.push(await recorded(shard, 7));
      const [first, second] = whole.map(({ requests }) => sorted(requests));
      const shards = [parts.slice(0, 4), parts.slice(4)].map((run) =>
        sorted(new Map(run.flatMap(({ requests }) => [...requests]))),
      );
      expect(first?.flatMap(([, sent]) => sent).length).toBeGreaterThan(100);
      expect(second).toEqual(first);
      expect(shards).toEqual([first, first]);

      const other = await recorded(undefined, 8);
      expect(sorted(other.requests)).not.toEqual(first);

      const one = await runFrom(whole[0]?.results ?? []);
      const read = await Promise.all(
        SHARDS.map(async (shard, i) => {
          const run = await runFrom(parts[i]?.results ?? [], shard);
          return { from: `shard ${shard.index}`, run };
        }),
      );
      expect(JSON.stringify(mergeRuns(read.toReversed()), null, 2)).toBe(
        JSON.stringify(one, null, 2),
      );
    },
  );
});

function nameOf({ operation, property }: PlannedCheck): string {
  return `${operation.id} ${property.id}`;
}

function sorted(requests: Requests) {
  return [...requests].toSorted(([left], [right]) => left.localeCompare(right));
}

describe('shards', () => {
  test.for([1, 2, 3, 7])('%i of them hold every check once', async (count) => {
    const api = await loadDescription(nodeIo, PARCELS);
    const parts = Array.from({ length: count }, (_, at) =>
      planOf(api, { shard: { index: at + 1, count } }).map(nameOf),
    );
    expect(parts.flat().toSorted()).toEqual(planOf(api).map(nameOf).toSorted());
    const sizes = parts.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(api.operations.length + 1);
  });

  test('what uses a quota up comes last, and in the first of them', async () => {
    const api = await loadDescription(nodeIo, PARCELS);
    const [first = [], ...others] = SHARDS.map((shard) => planOf(api, { shard }));
    const at = first.findIndex(usesUpQuota);
    expect(at).toBeGreaterThan(0);
    expect(first.slice(at).every(usesUpQuota)).toBe(true);
    expect(others.flat().filter(usesUpQuota)).toEqual([]);
  });

  test.for([
    { name: 'a missing one', indices: [1, 3], says: 'Of 3 shards 2 is missing' },
    { name: 'one that is there twice', indices: [1, 2, 2, 3], says: 'are the same shard, 2 of 3' },
  ])('are not merged with $name', async ({ indices, says }) => {
    const read = await Promise.all(
      indices.map(async (index, at) => ({
        from: `folder-${at}`,
        run: await runFrom([], { index, count: 3 }),
      })),
    );
    expect(() => mergeRuns(read)).toThrow(says);
  });

  test('are not merged with those of another seed', async () => {
    const run = await runFrom([], { index: 1, count: 2 });
    const other = { ...run, seed: 8, shard: { index: 2, count: 2 } };
    const read = [run, other].map((it, at) => ({ from: `folder-${at}`, run: it }));
    expect(() => mergeRuns(read)).toThrow(
      'folder-1 is of another run than folder-0: its seed differs',
    );
  });
});

describe('the stream of events', () => {
  test('holds all of a run but its coverage, and of one that was killed what it had found', async () => {
    const { results } = await recorded(undefined, 7);
    const run = await runFrom(results);
    const { milliseconds: _, coverage: __, results: ___, ...header } = run;
    const events = [
      runStarted(header, results.length, 0),
      ...run.results.flatMap((result, at) => checkFinished(result, at + 1)),
      runFinished(run, 0),
    ];
    const lines = events.map((event) => JSON.stringify(event));
    const readBack = lines.map((line) => JSON.parse(line) as (typeof events)[number]);
    expect(JSON.parse(JSON.stringify(runOf(readBack)))).toEqual(JSON.parse(JSON.stringify(run)));
    const at = readBack.findIndex(({ event }) => event === 'violation');
    const cut = runOf(readBack.slice(0, at + 2));
    expect(cut?.interrupted).toEqual({
      reason: 'the process ended in the middle of it',
      isLimit: false,
    });
    expect(cut?.results.flatMap(({ violations }) => violations)).not.toEqual([]);
  });
});

const fail: Send = (request) =>
  Promise.resolve({ request, response: { status: 503, headers: [], body: '' } });

describe('a run is stopped', () => {
  const request: WireRequest = {
    method: 'GET',
    url: 'http://x.test/',
    headers: [],
    body: undefined,
  };

  test('when the server answers nothing but 500 and more', async () => {
    const governed = govern(fail, { patience: 3, indulgence: 2 });
    await governed(request);
    await governed(request);
    await expect(governed(request)).rejects.toThrow(
      'the server answered 2 requests in a row with 500 or more',
    );
  });

  test('at once, in the middle of a request that nobody answers', async () => {
    const controller = new AbortController();
    const governed = govern(() => new Promise(() => undefined), {
      patience: 3,
      signal: controller.signal,
    });
    const waiting = governed(request);
    controller.abort(new RunStopped('it was interrupted'));
    await expect(waiting).rejects.toThrow('it was interrupted');
    await expect(governed(request)).rejects.toThrow('it was interrupted');
  });
});
