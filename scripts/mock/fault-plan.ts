import { nameOf, type Fault } from '../faults/fault.ts';

/** What a mock does otherwise than its descriptions say. */
export interface FaultPlan {
  readonly faults: readonly Fault[];
  /** Asked at each request for what holds instead from now on: another list begins afresh. */
  readonly switched?: (() => readonly Fault[]) | undefined;
  /** Milliseconds by which each answer is late, from and to. */
  readonly latency?: readonly [number, number] | undefined;
  readonly seed: number;
  /** Lets time pass. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Faults are named in the start notice up to here, then counted. */
const MOST_NAMES = 5;

/** What a mock deviates in, for whoever starts it; says of which API where several deviate. */
export function renderFaultNotice({ faults, latency }: FaultPlan): string {
  const areSeveral = new Set(faults.map(({ api }) => api)).size > 1;
  const named = faults
    .slice(0, MOST_NAMES)
    .map((it) => (areSeveral ? `${nameOf(it)} of ${it.api}` : nameOf(it)));
  const more = faults.length - named.length;
  const late = latency && `every answer late by ${[...new Set(latency)].join(' to ')} ms`;
  const parts = [...named, ...(more > 0 ? [`${more} more`] : []), ...(late ? [late] : [])];
  return `faulty on purpose: ${parts.join(', ')}`;
}
