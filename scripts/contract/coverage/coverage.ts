import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { CheckResult } from '../../result/contract-run.ts';
import {
  facetsOf,
  inOrder,
  sumCounts,
  type CoverageRow,
  type Facet,
  type OperationCoverage,
} from '../../result/coverage.ts';
import { documentedRows } from './documented.ts';
import { shortSubject, toldSubject } from './short-subject.ts';

/**
 * What the checks of a run exercised of each operation: every documented row with how often its states
 * were seen, then what was seen without being documented.
 */
export function coverageOf(api: ApiModel, results: readonly CheckResult[]): OperationCoverage[] {
  const byOperation = Map.groupBy(results, (it) => it.operation);
  return api.operations.map((operation) => {
    const own = byOperation.get(operation.id) ?? [];
    const documented = documentedRows(api, operation, own);
    return {
      operation: operation.id,
      facets: facetsOf((facet) => rowsOf(operation, facet, documented[facet], own)),
    };
  });
}

function rowsOf(
  operation: Operation,
  facet: Facet,
  documented: readonly CoverageRow[],
  results: readonly CheckResult[],
): CoverageRow[] {
  const seen = Map.groupBy(
    results.flatMap(({ sightings }) => Object.entries(sightings?.[facet] ?? {})),
    ([subject]) => subject,
  );
  const countsOf = (subject: string) =>
    sumCounts((seen.get(shortSubject(operation, subject)) ?? []).map(([, counts]) => counts));
  // Several statuses may share a response, and with it its examples.
  const subjects = new Map(
    documented.map((row) => {
      const subject = toldSubject(operation, row.subject);
      return [subject, { ...row, subject }];
    }),
  );
  const rows = [...subjects.values()].map((row) => ({ ...row, seen: countsOf(row.subject) }));
  // Keywords inside of conditions are exercised, yet ask nothing of a value.
  if (facet === 'constraint' || facet === 'limit') return rows;
  const others = [...seen.keys()]
    .map((short) => toldSubject(operation, short))
    .filter((subject) => !subjects.has(subject));
  return inOrder(facet, [
    ...rows,
    ...others.map((subject) => ({
      subject,
      says: `${operation.id} documents nothing of the kind`,
      documented: false,
      expected: [],
      seen: countsOf(subject),
    })),
  ]);
}

/** Results without what only the coverage is made of, so that reports hold it once. */
export function withoutSightings(results: readonly CheckResult[]): CheckResult[] {
  return results.map(({ sightings: _, latencies: __, ...result }) => result);
}
