import { sendLoad } from './load-client.ts';
import type { Running } from './subjects.ts';

/** One server with the request that it is sent again and again. */
export interface Contender {
  readonly name: string;
  readonly running: Running;
  readonly request: Buffer;
}

export interface Figures {
  readonly name: string;
  readonly status: number;
  /** Microseconds of processor time for each request. */
  readonly cost: Spread;
  /** How many times the cost of the first contender, each round by itself. */
  readonly ratio: Spread;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What one server's requests cost, round by round. */
export interface Series {
  readonly name: string;
  readonly status: number;
  /** Microseconds of processor time for each request. */
  readonly costs: readonly number[];
}

export interface MeasureOptions {
  readonly rounds: number;
  /** Milliseconds for each server in each round. */
  readonly milliseconds: number;
}

const CONNECTIONS = 32;

/** What a server is warm after: code is compiled by the number of its runs, and that takes its time. */
const WARM = {
  requests: 5000,
  milliseconds: 3000,
  /** Stretches whose median cost is compared with that of as many before them. */
  stretches: 5,
  /** By how much the two may differ. */
  unrest: 0.05,
  /** Milliseconds after which a server that is not steady never will be. */
  patience: 10_000,
} as const;

/**
 * Measures servers in turns, each warm before the first round. What else the machine does meets all
 * of a round alike.
 */
export async function measure(
  contenders: readonly Contender[],
  { rounds, milliseconds }: MeasureOptions,
): Promise<readonly Series[]> {
  const statuses = new Map<Contender, number>();
  for (const contender of contenders) {
    statuses.set(contender, await warmUp(contender, milliseconds));
  }
  const costs = new Map(contenders.map((it) => [it, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    // Nobody always comes after the same one.
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) {
      const { cost } = await stretch(contender, milliseconds);
      costs.get(contender)?.push(cost);
    }
  }
  return contenders.map((contender) => ({
    name: contender.name,
    status: statuses.get(contender) ?? 0,
    costs: costs.get(contender) ?? [],
  }));
}

/**
 * Sums up measurements of the same servers, each time in processes of their own. The ratio of two costs
 * of a round says more than either: the first server is compared with the others round by round.
 */
export function figuresOf(times: readonly (readonly Series[])[]): readonly Figures[] {
  const all = (times[0] ?? []).map(({ name, status }, place): Series => ({
    name,
    status,
    costs: times.flatMap((it) => it[place]?.costs ?? []),
  }));
  const [first] = all;
  return all.map(({ name, status, costs }) => ({
    name,
    status,
    cost: spreadOf(costs),
    ratio: spreadOf(costs.map((cost, round) => cost / (first?.costs[round] ?? Number.NaN))),
  }));
}

/** Sends a request until a server's cost is steady; tells the status that came. */
async function warmUp(contender: Contender, milliseconds: number): Promise<number> {
  const began = performance.now();
  const statuses = new Set<number>();
  const costs: number[] = [];
  let [sent, passed, isWarm] = [0, 0, false];
  while (!isWarm && passed < WARM.patience) {
    const { cost, requests, seen } = await stretch(contender, milliseconds);
    for (const status of seen) statuses.add(status);
    costs.push(cost);
    sent += requests;
    passed = performance.now() - began;
    isWarm = sent >= WARM.requests && passed >= WARM.milliseconds && isSteady(costs);
  }
  const [status = 0, ...others] = statuses;
  if (others.length === 0) return status;
  throw new Error(`${contender.name} answered differently: ${[...statuses].join(', ')}`);
}

function isSteady(costs: readonly number[]): boolean {
  const [now, before] = [costs.slice(-WARM.stretches), costs.slice(0, -WARM.stretches)];
  const medians = [now, before.slice(-WARM.stretches)].map((it) => spreadOf(it).median);
  const [late = 0, early = 0] = medians;
  return before.length >= WARM.stretches && Math.abs(late / early - 1) < WARM.unrest;
}

async function stretch({ running, request }: Contender, milliseconds: number) {
  const before = await running.usage();
  const load = { connections: CONNECTIONS, milliseconds };
  const { requests, statuses } = await sendLoad(running.port, request, load);
  const after = await running.usage();
  return { cost: (after.cpu - before.cpu) / requests, requests, seen: [...statuses.keys()] };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  const low = sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? high;
  return { median: (low + high) / 2, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}
