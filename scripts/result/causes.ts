import { createHash } from 'node:crypto';
import { newViolationsOf, violationsOf, type ContractRun, type Violation } from './contract-run.ts';
import { isLetIn } from './let-in.ts';
import { followsFrom, isFailure, kindOfViolation } from './violation-kind.ts';

/** One finding: violations that are the same difference from the description, and those that follow from it. */
export interface Cause {
  /** Stable over runs, whichever of its violations a run comes upon. */
  readonly id: string;
  /** The one that is shown. */
  readonly first: Violation;
  readonly violations: readonly Violation[];
  /** Operations that show it, that of `first` before the others. */
  readonly operations: readonly string[];
  /** Properties that show it, that of `first` before the others. */
  readonly properties: readonly string[];
}

/**
 * Violations as findings: what differs in the same way, at the same clause or in the same words, is one,
 * and what follows from another violation of its operation belongs to that. Who is let in comes first, and
 * then failures of the server. Of the findings only those are given that hold a chosen violation, and of each only these.
 */
export function causesOf(
  violations: readonly Violation[],
  chosen: readonly Violation[] = violations,
): Cause[] {
  const byOperation = Map.groupBy(violations, ({ operation }) => operation);
  const reasonOf = (violation: Violation): Violation => {
    const others = byOperation.get(violation.operation) ?? [];
    const reason = others.find((it) => followsFrom(violation, it));
    return reason ? reasonOf(reason) : violation;
  };
  const isChosen = new Set(chosen.map(({ id }) => id));
  const shown = violations.filter(({ id }) => isChosen.has(id));
  return [...Map.groupBy(shown, (it) => kindOfViolation(reasonOf(it)))]
    .flatMap(([kind, alike]) => {
      const first = alike.find((it) => reasonOf(it) === it) ?? alike[0];
      return first ? [toCause(kind, first, alike)] : [];
    })
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** Strangers that are served before what breaks a server: many a failure comes of odd requests alone. */
function rankOf({ first }: Cause): number {
  if (isLetIn(first)) return 0;
  return isFailure(first) ? 1 : 2;
}

/** The findings that decide how a run ends, each with its new violations. */
export function newCausesOf(run: Pick<ContractRun, 'results' | 'isStrict'>): Cause[] {
  return causesOf(violationsOf(run.results), newViolationsOf(run));
}

/** The finding that each violation belongs to, by the violation's id. */
export function causeIds(violations: readonly Violation[]): ReadonlyMap<string, string> {
  return new Map(
    causesOf(violations).flatMap(({ id, violations: own }) => own.map((it) => [it.id, id])),
  );
}

function toCause(kind: string, first: Violation, alike: readonly Violation[]): Cause {
  const ordered = [first, ...alike.filter((it) => it !== first)];
  return {
    id: createHash('sha256').update(kind).digest('hex').slice(0, 10),
    first,
    violations: ordered,
    operations: [...new Set(ordered.map(({ operation }) => operation))],
    properties: [...new Set(ordered.map(({ property }) => property))],
  };
}
