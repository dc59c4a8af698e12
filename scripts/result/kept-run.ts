import type { Severity } from './severities.ts';

/** A finding of a run that is kept, without its proof. */
export interface KeptFinding {
  readonly id: string;
  readonly operation: string;
  readonly property: string;
  readonly title: string;
  readonly severity: Severity;
}

/** What is remembered of a run that has ended; the run itself lies beside it. */
export interface KeptRun {
  /** Name of its folder: when it began. */
  readonly id: string;
  readonly started: string;
  readonly title: string;
  readonly target: string;
  readonly mode: 'active' | 'passive';
  /** What of the whole it tried, where not everything. */
  readonly filter?: string | undefined;
  readonly verdict: string;
  readonly tone: 'good' | 'bad' | 'caution';
  readonly held: number;
  readonly violated: number;
  readonly requests: number;
  readonly milliseconds: number;
  readonly findings: readonly KeptFinding[];
  /** Ids of its violations, by which they are tried again. */
  readonly violations: readonly string[];
  /** Whether a page for people lies beside it. */
  readonly hasPage: boolean;
}

/** A run beside the one before. */
export interface RunComparison {
  readonly id: string;
  readonly started: string;
  readonly target: string;
  /** Ids of findings that the run before did not have. */
  readonly fresh: readonly string[];
  /** Ids of findings that both have. */
  readonly remaining: readonly string[];
  /** What the run before had, and this one tried and did not find. */
  readonly gone: readonly KeptFinding[];
  /** What the run before had, and this one did not try. */
  readonly untried: readonly KeptFinding[];
}
