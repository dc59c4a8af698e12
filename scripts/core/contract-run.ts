import type { Exchange } from './exchange.ts';
import type { Pointer } from './json-pointer.ts';
import type { SourceLocation } from './source-location.ts';

/** Why a server is blamed: the clause, and what was seen on the wire against it. */
export interface Proof {
  /** The constraint's place in the bundled description. */
  readonly clause: Pointer;
  /** Its handwritten line. */
  readonly location: SourceLocation;
  /** What the description states there, in one line. */
  readonly states: string;
  /** What the exchange shows instead, in one line. */
  readonly seen: string;
  /** The claims that back the clause, as `id status: text`. */
  readonly claims: readonly string[];
}

/** An exchange that falsifies a property. */
export interface Violation {
  /** Stable over runs: names API, operation, property and clause. */
  readonly id: string;
  readonly property: string;
  readonly operation: string;
  readonly message: string;
  readonly proof: Proof;
  /** Secrets redacted. */
  readonly exchange: Exchange;
  readonly curl: string;
  /** File that the curl line reads the body from, below the reports' folder; none for short bodies. */
  readonly bodyFile: string | undefined;
  readonly seed: number;
}

type Outcome = 'held' | 'violated' | 'skipped' | 'failed';

/** What came of one property on one operation. */
export interface CheckResult {
  readonly operation: string;
  readonly property: string;
  readonly outcome: Outcome;
  /** Why it was skipped or failed. */
  readonly reason?: string;
  readonly requests: number;
  /** Generated requests that turned out not to test the property, and were judged no further. */
  readonly dropped: number;
  readonly milliseconds: number;
  readonly violations: readonly Violation[];
}

/** A finished run, all that a report is rendered from. */
export interface ContractRun {
  readonly api: string;
  readonly title: string;
  readonly target: string;
  readonly seed: number;
  readonly runs: number;
  readonly milliseconds: number;
  readonly operations: readonly RunOperation[];
  readonly properties: readonly RunProperty[];
  readonly results: readonly CheckResult[];
}

export interface RunOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly location: SourceLocation;
}

export interface RunProperty {
  readonly id: string;
  readonly title: string;
}

export interface RunTotals {
  readonly held: number;
  readonly violated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly requests: number;
  readonly dropped: number;
}

export function totalsOf(results: readonly CheckResult[]): RunTotals {
  const count = (outcome: Outcome) => results.filter((it) => it.outcome === outcome).length;
  const sum = (figure: (result: CheckResult) => number) =>
    results.reduce((total, result) => total + figure(result), 0);
  return {
    held: count('held'),
    violated: count('violated'),
    skipped: count('skipped'),
    failed: count('failed'),
    requests: sum((it) => it.requests),
    dropped: sum((it) => it.dropped),
  };
}

/** Each violation once: the answers of one operation often show the same one in many checks. */
export function violationsOf(results: readonly CheckResult[]): Violation[] {
  const all = results.flatMap(({ violations }) => violations);
  return [...new Map(all.map((violation) => [violation.id, violation])).values()];
}
