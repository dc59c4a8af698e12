import type { Clock } from '../core/clock.ts';
import type { ErrorKind } from '../core/policies.ts';
import type { CounterStore } from './counter-store.ts';

export interface MockOptions {
  /** Drives windows and expiry. */
  readonly clock: Clock;
  /** Treats every client as on this plan, whatever its credential says. */
  readonly plan?: string | undefined;
  /** False counts requests and never refuses one for their number. */
  readonly limits: boolean;
  /** Root of every random choice; 1 when left out. */
  readonly seed?: number | undefined;
  /** Where requests are counted; this process when left out. */
  readonly counters?: CounterStore | undefined;
  /** Called after each answer. */
  readonly onRequest?: ((event: MockEvent) => void) | undefined;
}

/** What happened to one request, without secrets: no query, no header, no body. */
export interface MockEvent {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly api: string | undefined;
  /** Id of the operation. */
  readonly operation: string | undefined;
  /** Id of the credential. */
  readonly credential: string | undefined;
  readonly refused: ErrorKind | undefined;
  /** What the client was not told. */
  readonly reason: string | undefined;
}
