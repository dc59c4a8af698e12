import type { Baseline, Known } from './baseline.ts';
import type { OperationCoverage, Sightings } from './coverage.ts';
import { sizeOf, type Exchange } from '../wire/exchange.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { LeftAside } from '../model/left-aside.ts';
import type { Dispute } from './dispute.ts';
import type { FaultScore } from './fault-trial.ts';
import type { Ground } from './ground.ts';
import type { Premise } from './premise.ts';
import type { Reach } from './reach.ts';
import type { RunComparison } from './kept-run.ts';
import type { Latencies } from './latency.ts';
import type { OpinionResult } from './second-opinion.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Traffic } from './traffic.ts';
import type { Undetermined } from './undetermined.ts';

/** Why a server is blamed: the clause, and what was seen on the wire against it. */
export interface Proof {
  /** The constraint's place in the bundled description. */
  readonly clause: Pointer;
  /** Its handwritten line. */
  readonly location: SourceLocation;
  /** The text of that line, cut where it gets long. */
  readonly line: string;
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
  /** What it rests on; only what the description says decides how a run ends. */
  readonly ground: Ground;
  readonly proof: Proof;
  /** Secrets redacted. */
  readonly exchange: Exchange;
  readonly curl: string;
  /** The command that runs the check again; none where we did not send the request. */
  readonly replay?: string | undefined;
  /** File that the curl line reads the body from, below the reports' folder; none for short bodies. */
  readonly bodyFile: string | undefined;
  readonly seed: number;
  /** What seeing it again takes; none where nothing is known of it. */
  readonly premise?: Premise | undefined;
  /** Where the exchange stands in a file of recorded traffic; none when it was sent by us. */
  readonly recorded?: SourceLocation | undefined;
  /** What the baseline says about it; none when it says nothing. */
  readonly known?: Known | undefined;
}

/** A claim that a finding rests on, and where it can be read. */
export interface CitedClaim {
  readonly id: string;
  /** Heading, table or example within the sources. */
  readonly at?: string;
  /** None for what no source states. */
  readonly sources: readonly { readonly title: string; readonly address: string }[];
}

/** An exchange and when it took place. */
export interface TimedExchange {
  readonly exchange: Exchange;
  /** When the request was sent, in milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds until the answer was read. */
  readonly milliseconds: number;
}

/** `failed`: its run ended before; `unchecked`: what it takes to check it broke, which says nothing of the server. */
type Outcome = 'held' | 'violated' | 'skipped' | 'failed' | 'unchecked';

/** What came of one property on one operation. */
export interface CheckResult {
  readonly operation: string;
  readonly property: string;
  readonly outcome: Outcome;
  /** Why it was skipped, failed or could not be checked. */
  readonly reason?: string;
  readonly requests: number;
  /** Ways to change a request that were tried, of those that there are; left out where all were. */
  readonly reach?: Reach | undefined;
  /** Generated requests that turned out not to test the property, and were judged no further. */
  readonly dropped: number;
  readonly milliseconds: number;
  readonly violations: readonly Violation[];
  /** What the two validators disagree on. */
  readonly disputes: readonly Dispute[];
  /** What nothing says to be right or wrong, or what did not repeat. */
  readonly undetermined: readonly Undetermined[];
  /** Set where a request of it was answered with a success that the operation documents. */
  readonly isProven?: boolean;
  /** What its exchanges exercised; a run sums them up as its coverage. */
  readonly sightings?: Sightings | undefined;
  /** How long its exchanges took; a run sums them up. */
  readonly latencies?: Latencies | undefined;
  /** Its exchanges, secrets redacted; only where a run is told to keep them. */
  readonly exchanges?: readonly TimedExchange[] | undefined;
}

/** Every `count`th check of a run, from the `index`th on; the first is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Why a run ended before everything was tried. */
export interface EarlyEnd {
  readonly reason: string;
  /** Whether it came to a limit that its user had set, and not to something that went wrong. */
  readonly isLimit: boolean;
}

/** A run that has ended, all that a report is rendered from. */
export interface ContractRun {
  readonly api: string;
  /** What the command line calls the description, where that is not its API's name. */
  readonly description?: string | undefined;
  readonly title: string;
  /** Address of the server, or the file of recorded traffic. */
  readonly target: string;
  /** Whether Kiln sent the requests, or read them from a recording. */
  readonly mode: 'active' | 'passive';
  /** When it began, as a date-time of RFC 3339. */
  readonly started: string;
  /** What every random choice came from; 0 in a passive run, which makes none. */
  readonly seed: number;
  readonly runs: number;
  /** Set where what only a standard says decides as well how the run ends. */
  readonly isStrict?: true | undefined;
  /** What of it was to be tried, as a regular expression over `operation property`; left out where all was. */
  readonly grep?: string | undefined;
  /** Which part of a run this is; left out where one run did everything. */
  readonly shard?: Shard | undefined;
  /** Left out where everything was tried. */
  readonly interrupted?: EarlyEnd | undefined;
  /** Set where every operation that asks for a credential refused the one that the user has given: most likely it is wrong. */
  readonly isRefused?: true | undefined;
  readonly milliseconds: number;
  /** What of the description could not be used, and so was not tested; left out where all could. */
  readonly leftAside?: readonly LeftAside[] | undefined;
  /** How many operations document no refusal, where any does: of them HTTP's own statuses are taken. */
  readonly withoutRefusals?: number | undefined;
  readonly operations: readonly RunOperation[];
  readonly properties: readonly RunProperty[];
  readonly results: readonly CheckResult[];
  /** What the exchanges exercised, in the order of the operations. */
  readonly coverage: readonly OperationCoverage[];
  /** How long its exchanges took; none in a recording that does not tell. */
  readonly latencies?: Latencies | undefined;
  /** Where the claims can be read that what was found rests on. */
  readonly claims?: readonly CitedClaim[] | undefined;
  /** How many faults of a mock of this API its properties found, when they were last measured. */
  readonly faultScore?: FaultScore | undefined;
  /** How it stands beside the run before; none where no such run is kept. */
  readonly before?: RunComparison | undefined;
  /** The known violations it was compared with; none when there is no such file. */
  readonly baseline?: Baseline | undefined;
  /** What recorded traffic held besides; only in a passive run. */
  readonly traffic?: Traffic | undefined;
  /** What Schemathesis says of the same API; none where it has not been asked. */
  readonly secondOpinion?: OpinionResult | undefined;
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
  /** Checks that found a breach of the description. */
  readonly violated: number;
  /** Checks that found a breach of a standard alone. */
  readonly noted: number;
  readonly skipped: number;
  /** Not tried, or in part only. */
  readonly failed: number;
  /** Those of them that had sent something before the run ended. */
  readonly begun: number;
  /** Checks that could not be done, for a reason that lies in Kiln. */
  readonly unchecked: number;
  readonly requests: number;
  readonly dropped: number;
  /** Exchanges that the two validators disagree on. */
  readonly disputed: number;
  /** Exchanges of which nothing says whether they are right. */
  readonly undetermined: number;
}

export function totalsOf(results: readonly CheckResult[]): RunTotals {
  const count = (outcome: Outcome) => results.filter((it) => it.outcome === outcome).length;
  const sum = (figure: (result: CheckResult) => number) =>
    results.reduce((total, result) => total + figure(result), 0);
  const noted = results.filter(isNoted).length;
  return {
    held: count('held'),
    violated: count('violated') - noted,
    noted,
    skipped: count('skipped'),
    failed: count('failed'),
    begun: results.filter((it) => it.outcome === 'failed' && it.requests > 0).length,
    unchecked: count('unchecked'),
    requests: sum((it) => it.requests),
    dropped: sum((it) => it.dropped),
    disputed: sum(({ disputes }) => exchangesIn(disputes)),
    undetermined: sum(({ undetermined }) => exchangesIn(undetermined)),
  };
}

/** Whether a check found a breach of a standard alone, and none of the description. */
export function isNoted({ outcome, property, violations }: CheckResult): boolean {
  const own = violations.filter((it) => it.property === property);
  const isStandard = own.length > 0 && own.every(({ ground }) => ground === 'standard');
  return outcome === 'violated' && isStandard;
}

function exchangesIn(entries: readonly { readonly exchanges: number }[]): number {
  return entries.reduce((all, { exchanges }) => all + exchanges, 0);
}

/**
 * Each violation once, as it is told by least: the answers of one operation often show the same one in
 * many checks. The first comes first, whichever of its exchanges is shown.
 */
export function violationsOf(results: readonly CheckResult[]): Violation[] {
  const shown = new Map<string, Violation>();
  for (const violation of results.flatMap(({ violations }) => violations)) {
    const known = shown.get(violation.id);
    if (!known || sizeOf(violation.exchange) < sizeOf(known.exchange)) {
      shown.set(violation.id, violation);
    }
  }
  return [...shown.values()];
}

/** The violations that decide the exit code: those that no baseline excuses, and that rest on what counts. */
export function newViolationsOf({
  results,
  isStrict,
}: Pick<ContractRun, 'results' | 'isStrict'>): Violation[] {
  return violationsOf(results).filter(
    ({ known, ground }) => known?.state !== 'known' && (isStrict || ground !== 'standard'),
  );
}

/** The violations of a standard that are told apart, for they decide nothing and no baseline lists them. */
export function notesOf({
  results,
  isStrict,
}: Pick<ContractRun, 'results' | 'isStrict'>): Violation[] {
  const isNote = ({ known, ground }: Violation) => !known && ground === 'standard';
  return isStrict ? [] : violationsOf(results).filter(isNote);
}
