import { sendLoad } from './load-client.ts';
import type { Running } from './subjects.ts';

/** One server with the request that it is sent again and again. */
export interface Contender {
  readonly name: string;
  readonly running: Running;
  readonly request: Buffer;
}

/** What a round told of a server. */
interface Round {
  /** Microseconds of its processor time for each request. */
  readonly cost: number;
  /** Requests for each second of wall-clock time. */
  readonly rate: number;
}

export interface Figures {
  readonly name: string;
  readonly status: number;
  readonly cost: Spread;
  readonly rate: Spread;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface MeasureOptions {
  readonly rounds: number;
  /** Milliseconds for each server in each round. */
  readonly milliseconds: number;
}

const CONNECTIONS = 32;

/** Measures servers in turns, so that what else the machine does meets all of them alike. */
export async function measure(
  contenders: readonly Contender[],
  { rounds, milliseconds }: MeasureOptions,
): Promise<readonly Figures[]> {
  const statuses = new Map<Contender, number>();
  for (const contender of contenders) {
    statuses.set(contender, await warmUp(contender, milliseconds));
  }
  const seen = new Map(contenders.map((it) => [it, [] as Round[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      seen.get(contender)?.push(await measureOnce(contender, milliseconds));
    }
  }
  return contenders.map((contender) => {
    const own = seen.get(contender) ?? [];
    return {
      name: contender.name,
      status: statuses.get(contender) ?? 0,
      cost: spreadOf(own.map((it) => it.cost)),
      rate: spreadOf(own.map((it) => it.rate)),
    };
  });
}

/** Compilers and caches have their say first; tells the status that came. */
async function warmUp({ name, running, request }: Contender, milliseconds: number) {
  const load = { connections: CONNECTIONS, milliseconds: 2 * milliseconds };
  const { statuses } = await sendLoad(running.port, request, load);
  const [status = 0, ...others] = statuses.keys();
  if (others.length === 0) return status;
  throw new Error(`${name} answered differently: ${[...statuses.keys()].join(', ')}`);
}

async function measureOnce({ running, request }: Contender, milliseconds: number): Promise<Round> {
  const before = await running.usage();
  const load = { connections: CONNECTIONS, milliseconds };
  const { requests, seconds } = await sendLoad(running.port, request, load);
  const after = await running.usage();
  return { cost: (after.cpu - before.cpu) / requests, rate: requests / seconds };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  const low = sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? high;
  return { median: (low + high) / 2, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}
