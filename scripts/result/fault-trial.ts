import type { Pointer } from '../base/json-pointer.ts';
import type { Reach } from './reach.ts';

/** One deviation of a server at one place of an operation, as whoever makes it describes it. */
export interface SeededFault {
  /** Names it for good: `operator@operation#place`. */
  readonly name: string;
  readonly operator: string;
  /** What it is about: `body`, `access`, `rate` …; `null` where the contract allows it. */
  readonly family: string;
  /**
   * 0 any valid request shows it, 1 a particular input, 2 a second credential, a sequence or volume,
   * 3 a rare combination.
   */
  readonly difficulty: number;
  /** What the server does, as the end of a sentence that begins with it. */
  readonly title: string;
  /** Id of the operation. */
  readonly operation: string;
  /** The clause it breaks, by its own account; undefined where it breaks none. */
  readonly clause: Pointer | undefined;
}

/** Whether a fault is one that the contract allows, so that every property must stay silent. */
export function isNull({ family }: SeededFault): boolean {
  return family === 'null';
}

/**
 * `killed` for the right reason; `misjudged` for another one alone; `survived` unseen; `silent` and
 * `alarmed` are a null fault's; `refused` has no witness and counts for nothing.
 */
export type TrialOutcome = 'killed' | 'misjudged' | 'survived' | 'silent' | 'alarmed' | 'refused';

/** By what a report counts as one of the fault: it blames the clause, or is of a property of the fault's family. */
export type KillRule = 'clause' | 'family';

/** What came of one fault. */
export interface FaultTrial {
  readonly fault: SeededFault;
  readonly outcome: TrialOutcome;
  /** Why it does not count; what was reported of it otherwise. */
  readonly reason: string | undefined;
  /** The exchange that shows it, in one line. */
  readonly witness: string | undefined;
  /** The property that decided. */
  readonly property: string | undefined;
  /** By what it counts as killed. */
  readonly rule: KillRule | undefined;
  /** Requests that the properties sent. */
  readonly requests: number;
  readonly milliseconds: number;
}

/** How many sites of an operation's messages have faults, where there are too many to look at each. */
export interface FaultReach extends Reach {
  readonly operation: string;
}

/** All faults that were tried on one description. */
export interface ApiTrials {
  readonly api: string;
  readonly title: string;
  readonly operations: number;
  /** How many there are; fewer are tried when a sample is drawn. */
  readonly faults: number;
  /** The operations whose messages are so large that faults are at some of their sites only. */
  readonly reach?: readonly FaultReach[];
  readonly trials: readonly FaultTrial[];
  /** What is reported of the server as it should be, in words. */
  readonly clean: readonly string[];
}

/** A run of `kiln prove`, all that its report is rendered from. */
export interface FaultRun {
  readonly apis: readonly ApiTrials[];
  readonly seeds: readonly number[];
  /** Generated requests for each property and operation. */
  readonly runs: number;
  readonly operators: number;
  readonly nullOperators: number;
  readonly properties: number;
}

/** How many deviations of a mock the properties found. */
export interface FaultScore {
  readonly faults: number;
  readonly found: number;
}
