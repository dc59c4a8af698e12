import type { BaselineEntry, Known } from './baseline.ts';
import type { CheckResult, ContractRun, Violation } from './contract-run.ts';

/** Milliseconds of a day. */
const DAY = 86_400_000;

/**
 * Marks the violations of a run that a baseline knows, and lists the entries that no longer occur. An
 * entry that nothing tried is not fixed.
 */
export function applyBaseline(
  run: ContractRun,
  { file, entries }: { readonly file: string; readonly entries: readonly BaselineEntry[] },
  now: number,
): ContractRun {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const mark = (violation: Violation): Violation => {
    const entry = byId.get(violation.id);
    if (!entry) return violation;
    const { owner, reason, expires, location } = entry;
    const state = isExpired(entry, now) ? 'expired' : 'known';
    return { ...violation, known: { state, owner, reason, expires, location } };
  };
  const results = run.results.map((result): CheckResult => {
    return { ...result, violations: result.violations.map(mark) };
  });
  const states = new Map(
    results.flatMap(({ violations }) => violations.map(({ id, known }) => [id, known?.state])),
  );
  const count = (state: Known['state']) => [...states.values()].filter((it) => it === state).length;
  const fixed = entries.filter((entry) => !states.has(entry.id) && isHeld(run, entry));
  const baseline = { file, known: count('known'), expired: count('expired'), fixed };
  return { ...run, results, baseline };
}

/** An entry excuses to the end of its day. */
export function isExpired({ expires }: { readonly expires: string }, now: number): boolean {
  return now >= Date.parse(expires) + DAY;
}

function isHeld(run: ContractRun, { api = run.api, operation, property }: BaselineEntry): boolean {
  const results = api === run.api ? run.results : [];
  return results.some(
    (it) => it.operation === operation && it.property === property && it.outcome === 'held',
  );
}
