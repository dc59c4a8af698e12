import { isHindered } from '../../result/hindrance.ts';
import {
  isNoted,
  type CheckResult,
  type ContractRun,
  type RunProperty,
  type Violation,
} from '../../result/contract-run.ts';

/** Properties about one thing: those whose id begins alike, as `auth` in `auth.missing`. */
interface Family {
  readonly name: string;
  readonly properties: readonly RunProperty[];
}

/** The families of a run, in the order of their properties. */
export function familiesOf(properties: readonly RunProperty[]): Family[] {
  const byName = Map.groupBy(properties, ({ id }) => id.split('.')[0] ?? id);
  return [...byName].map(([name, own]) => ({ name, properties: own }));
}

/** What one check says to a reader. */
export interface Cell {
  readonly property: RunProperty;
  readonly says: 'violated' | 'noted' | 'not tried' | 'not checked' | 'held' | 'not applicable';
  /** Violations of the property itself, whichever check came upon them. */
  readonly violations: readonly Violation[];
  /** What the check itself came upon, also where it is another property that is violated. */
  readonly result: CheckResult | undefined;
}

/** Looks a run's checks up by operation and property. */
export function createLookup(
  { results, properties }: ContractRun,
  violations: readonly Violation[],
): (operation: string) => Cell[] {
  const byCheck = new Map(results.map((result) => [keyOf(result), result]));
  const byClause = Map.groupBy(violations, keyOf);
  return (operation) =>
    properties.map((property) => {
      const key = keyOf({ operation, property: property.id });
      const own = byClause.get(key) ?? [];
      const result = byCheck.get(key);
      return { property, says: outcomeOf(own, result), violations: own, result };
    });
}

function keyOf({ operation, property }: { operation: string; property: string }): string {
  return `${operation} ${property}`;
}

function outcomeOf(own: readonly Violation[], result: CheckResult | undefined): Cell['says'] {
  if (own.length === 0 && result && isNoted(result)) return 'noted';
  if (own.length > 0 || result?.outcome === 'violated') return 'violated';
  if (result && (result.outcome === 'failed' || isHindered(result))) return 'not tried';
  if (result?.outcome === 'unchecked') return 'not checked';
  return result?.outcome === 'held' ? 'held' : 'not applicable';
}
