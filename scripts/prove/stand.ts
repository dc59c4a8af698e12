import type { CheckResult } from '../result/contract-run.ts';
import type { SeededFault } from '../result/fault-trial.ts';
import type { Recorded } from './witness/recorded.ts';

/** A server on which faults can be switched, and the properties that are to see them. */
export interface Stand {
  /** Plays the witness of a fault to a fresh server, which has the fault or is as it should be. */
  readonly play: (fault: SeededFault, isFaulty: boolean) => Promise<readonly Recorded[]>;
  /** Tries one property on one operation of a fresh server that has the fault, or none. */
  readonly check: (
    fault: SeededFault | undefined,
    operation: string,
    property: string,
  ) => Promise<CheckResult>;
  /** Ids of all properties. */
  readonly properties: readonly string[];
  /** Milliseconds by a clock that runs. */
  readonly now: () => number;
}
