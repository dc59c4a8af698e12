import { createHash } from 'node:crypto';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Operator, Place } from './operator.ts';

/** An operator at one place: what `id@operation#place` names. */
export interface Fault {
  readonly operator: Operator;
  readonly api: string;
  readonly operation: Operation;
  readonly place: Place;
  /** Of the requests it could touch, the part that it does: 1 is all of them. */
  readonly share: number;
}

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

/** Every fault of an operator in a description, each place by itself. */
export function faultsOf(api: ApiModel, operator: Operator): readonly Fault[] {
  return api.operations.flatMap((operation) =>
    operator.places(api, operation).map((place) => {
      return { operator, api: api.name, operation, place, share: 1 };
    }),
  );
}

/** `id@operation#place`, as `--fault` takes it. */
export function nameOf({ operator, operation, place }: Fault): string {
  return `${operator.id}@${operation.id}${place.at && `#${place.at}`}`;
}

/** A number from 0 up to 1 that the same seed and words always give. */
export function chance(seed: number, ...words: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...words].join('\n'))
    .digest();
  return digest.readUInt32BE(0) / 2 ** 32;
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
