import type { CheckResult } from '../../result/contract-run.ts';
import { sumLatencies } from '../../result/latency.ts';
import type { Undetermined } from '../../result/undetermined.ts';

/** What came of a check that was done once more, by another seed: whatever either found. */
export function addResult(first: CheckResult, more: CheckResult): CheckResult {
  const { reason, ...rest } = first;
  const violations = joined(first.violations, more.violations, ({ id }) => id);
  const isViolated = violations.some((it) => it.property === first.property);
  const isHeldNow = first.outcome === 'skipped' && more.outcome === 'held';
  const outcome = isViolated ? 'violated' : isHeldNow ? 'held' : first.outcome;
  const isSame = outcome === first.outcome && reason !== undefined;
  return {
    ...rest,
    outcome,
    ...(isSame && { reason }),
    requests: first.requests + more.requests,
    dropped: first.dropped + more.dropped,
    milliseconds: first.milliseconds + more.milliseconds,
    violations,
    disputes: joined(first.disputes, more.disputes, ({ property, clause }) => property + clause),
    undetermined: added(first.undetermined, more.undetermined),
    latencies: sumLatencies([first.latencies, more.latencies]),
    ...(more.isProven && { isProven: true }),
    ...(more.exchanges && { exchanges: [...(first.exchanges ?? []), ...more.exchanges] }),
  };
}

function joined<T>(first: readonly T[], more: readonly T[], keyOf: (item: T) => string): T[] {
  const known = new Set(first.map(keyOf));
  return [...first, ...more.filter((it) => !known.has(keyOf(it)))];
}

function added(first: readonly Undetermined[], more: readonly Undetermined[]): Undetermined[] {
  const byReason = new Map(first.map((it) => [it.reason, it]));
  for (const it of more) {
    const exchanges = (byReason.get(it.reason)?.exchanges ?? 0) + it.exchanges;
    byReason.set(it.reason, { ...it, exchanges });
  }
  return [...byReason.values()];
}
