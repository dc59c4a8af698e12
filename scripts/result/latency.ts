import { sumCounts } from './coverage.ts';

/** How many exchanges took at most so many milliseconds, by that bound; what took longer than any by `more`. */
export type Latencies = Readonly<Record<string, number>>;

/** Milliseconds: a bound after which one more makes no difference to a reader, 1, 2 and 5 of each power of ten. */
const BOUNDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
export const LATENCY_STEPS: readonly string[] = [...BOUNDS.map(String), 'more'];

/** Counts how long exchanges take; `latencies` gives the counts so far. */
export interface LatencyCounter {
  readonly took: (milliseconds: number) => void;
  readonly latencies: () => Latencies;
}

export function createLatencyCounter(): LatencyCounter {
  const counts = new Map<string, number>();
  return {
    took(milliseconds) {
      const step = String(BOUNDS.find((bound) => milliseconds <= bound) ?? 'more');
      counts.set(step, (counts.get(step) ?? 0) + 1);
    },
    latencies: () => Object.fromEntries(counts),
  };
}

/** Counts of several checks or shards together, in the order of their bounds. */
export function sumLatencies(parts: readonly (Latencies | undefined)[]): Latencies {
  const sum = sumCounts(parts.map((it) => it ?? {}));
  return Object.fromEntries(LATENCY_STEPS.flatMap((it) => (sum[it] ? [[it, sum[it]]] : [])));
}

/** The bound below which a part of all exchanges ended: `20` for 0.5 where half took at most 20 ms. */
export function latencyOf(latencies: Latencies, part: number): string | undefined {
  const all = Object.values(latencies).reduce((sum, it) => sum + it, 0);
  let before = 0;
  return LATENCY_STEPS.find((step) => {
    before += latencies[step] ?? 0;
    return before > 0 && before >= part * all;
  });
}
