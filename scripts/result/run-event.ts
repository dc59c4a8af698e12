import type { OperationCoverage } from './coverage.ts';
import {
  totalsOf,
  type CheckResult,
  type ContractRun,
  type EarlyEnd,
  type RunTotals,
  type Violation,
} from './contract-run.ts';

/** What is known of a run before it begins. */
export type RunHeader = Omit<
  ContractRun,
  | 'milliseconds'
  | 'interrupted'
  | 'results'
  | 'coverage'
  | 'latencies'
  | 'claims'
  | 'before'
  | 'faultScore'
  | 'baseline'
  | 'traffic'
>;

/** The event stream's own version: it grows when a reader of the former could go wrong. */
const VERSION = 1;

interface RunStarted {
  readonly event: 'run-started';
  readonly version: typeof VERSION;
  /** RFC 3339. */
  readonly at: string;
  /** How many checks are to be done: pairs of an operation and a property. */
  readonly checks: number;
  readonly run: RunHeader;
}

interface ViolationFound {
  readonly event: 'violation';
  /** The check that found it, which may be another property's than the violated one. */
  readonly check: { readonly operation: string; readonly property: string };
  readonly violation: Violation;
}

interface CheckFinished {
  readonly event: 'check-finished';
  /** Checks done so far, this one included. */
  readonly done: number;
  /** Its violations stand in the events before, and here by their ids. */
  readonly result: Omit<CheckResult, 'violations' | 'sightings' | 'latencies' | 'exchanges'> & {
    readonly violations: readonly string[];
  };
}

interface RunFinished {
  readonly event: 'run-finished';
  readonly at: string;
  readonly interrupted?: EarlyEnd;
  readonly milliseconds: number;
  readonly totals: RunTotals;
  readonly coverage: readonly OperationCoverage[];
}

/** A line of `events.ndjson`, the stream that a run writes as it goes. */
export type RunEvent = RunStarted | ViolationFound | CheckFinished | RunFinished;

/** The first event of a run; `now` in milliseconds since the Unix epoch. */
export function runStarted(run: RunHeader, checks: number, now: number): RunEvent {
  return { event: 'run-started', version: VERSION, at: timestampOf(now), checks, run };
}

/** What a check that is done adds: an event for each violation, then one for its result. */
export function checkFinished(result: CheckResult, done: number): RunEvent[] {
  const { sightings: _, exchanges: __, latencies: ___, violations, ...rest } = result;
  const { operation, property } = result;
  return [
    ...violations.map((violation): RunEvent => ({
      event: 'violation',
      check: { operation, property },
      violation,
    })),
    {
      event: 'check-finished',
      done,
      result: { ...rest, violations: violations.map(({ id }) => id) },
    },
  ];
}

/** The last event of a run. */
export function runFinished(
  { interrupted, milliseconds, results, coverage }: ContractRun,
  now: number,
): RunEvent {
  return {
    event: 'run-finished',
    at: timestampOf(now),
    ...(interrupted !== undefined && { interrupted }),
    milliseconds,
    totals: totalsOf(results),
    coverage,
  };
}

/**
 * The run that events tell of; of a stream that ends early, what there is of it. Undefined where they
 * do not begin with the start of a run.
 */
export function runOf(events: readonly RunEvent[]): ContractRun | undefined {
  const [first] = events;
  if (first?.event !== 'run-started') return undefined;
  const found = new Map<string, Violation>();
  const results: CheckResult[] = [];
  let last: RunFinished | undefined;
  for (const it of events) {
    if (it.event === 'violation') found.set(it.violation.id, it.violation);
    if (it.event === 'run-finished') last = it;
    if (it.event !== 'check-finished') continue;
    const violations = it.result.violations.flatMap((id) => found.get(id) ?? []);
    results.push({ ...it.result, violations });
    found.clear();
  }
  const cut = { reason: 'the process ended in the middle of it', isLimit: false };
  const interrupted = last ? last.interrupted : cut;
  const milliseconds = last?.milliseconds ?? 0;
  return toRun(first.run, results, { interrupted, milliseconds, coverage: last?.coverage ?? [] });
}

/** What is known of a run only when it has ended. */
type RunEnd = Pick<ContractRun, 'interrupted' | 'milliseconds' | 'coverage'>;

/** A run, its results in the order of operations and properties: two can be compared line by line. */
export function toRun(
  header: RunHeader,
  results: readonly CheckResult[],
  { interrupted, milliseconds, coverage }: RunEnd,
): ContractRun {
  const byCheck = new Map(results.map((it) => [`${it.operation} ${it.property}`, it]));
  return {
    ...header,
    ...(interrupted !== undefined && { interrupted }),
    milliseconds,
    results: header.operations.flatMap((operation) =>
      header.properties.flatMap(({ id }) => byCheck.get(`${operation.id} ${id}`) ?? []),
    ),
    coverage,
  };
}

function timestampOf(now: number): string {
  return new Date(now).toISOString();
}
