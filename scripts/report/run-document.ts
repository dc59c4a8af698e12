import { unprovenOf } from '../result/proven.ts';
import { causeIds, causesOf } from '../result/causes.ts';
import { findingTitle } from '../result/finding-title.ts';
import { severityOf } from '../result/severity.ts';
import { totalsOf, violationsOf, type ContractRun } from '../result/contract-run.ts';

/** The document's own version: it grows when a reader of the former could go wrong. */
export const VERSION = 1;

/** A run as `run.json` holds it. Exchanges that were kept stand in the archive, not here. */
export function toRunDocument(run: ContractRun) {
  const found = violationsOf(run.results);
  const ids = causeIds(found);
  const results = run.results.map(({ exchanges: _, ...result }) => ({
    ...result,
    violations: result.violations.map((it) => ({ ...it, cause: ids.get(it.id) })),
  }));
  const causes = causesOf(found).map((cause) => {
    const { id, first, violations, operations, properties } = cause;
    const { property, message, ground } = first;
    const [title, severity] = [findingTitle(cause), severityOf(cause)];
    const all = violations.map((it) => it.id);
    return {
      id,
      property,
      message,
      title,
      severity,
      ground,
      operations,
      properties,
      violations: all,
    };
  });
  const notProven = unprovenOf(run);
  return { version: VERSION, ...run, notProven, totals: totalsOf(run.results), causes, results };
}
