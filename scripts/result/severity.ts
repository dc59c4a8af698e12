import type { Cause } from './causes.ts';
import type { Violation } from './contract-run.ts';
import { isLetIn } from './let-in.ts';
import { SEVERITIES, type Severity } from './severities.ts';
import { isFailure } from './violation-kind.ts';

/** What a finding amounts to: the worst that any of its violations does. */
export function severityOf({ violations }: Pick<Cause, 'violations'>): Severity {
  const all = new Set(violations.map(severityOfViolation));
  return SEVERITIES.find((it) => all.has(it)) ?? 'major';
}

function severityOfViolation(violation: Violation): Severity {
  if (violation.ground === 'standard') return 'minor';
  return isFailure(violation) || isLetIn(violation) ? 'critical' : 'major';
}

/** Findings, the worst first; those of one severity keep their order. */
export function bySeverity<Found extends Pick<Cause, 'violations'>>(
  causes: readonly Found[],
): Found[] {
  const rank = (cause: Found) => SEVERITIES.indexOf(severityOf(cause));
  return causes.toSorted((one, other) => rank(one) - rank(other));
}
