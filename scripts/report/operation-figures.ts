import type { CheckResult, ContractRun } from '../result/contract-run.ts';
import { plannedOf, unprovenOf } from '../result/proven.ts';
import { group } from './totals.ts';

/** What an operation took. */
interface OperationFigures {
  readonly requests: number;
  /** The sum over its checks, which may have run beside each other. */
  readonly milliseconds: number;
}

export function operationFigures(results: readonly CheckResult[]): OperationFigures {
  return {
    requests: results.reduce((sum, { requests }) => sum + requests, 0),
    milliseconds: results.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}

/** A line for each operation: `listPets  124 requests  1.2 s  200 ×80, 404 ×44`. */
export function renderFigures(run: ContractRun): string {
  const unproven = new Set(unprovenOf(run));
  const byOperation = Map.groupBy(run.results, ({ operation }) => operation);
  const statuses = new Map(run.coverage.map((it) => [it.operation, it.facets.status]));
  const lines = plannedOf(run).map((id) => {
    const { requests, milliseconds } = operationFigures(byOperation.get(id) ?? []);
    const seen = (statuses.get(id) ?? []).flatMap(({ subject, seen: counts }) => {
      const times = Object.values(counts).reduce((sum, it) => sum + it, 0);
      return times > 0 ? [`${subject} ×${group(times)}`] : [];
    });
    const cells = [
      `  ${id}`,
      `${group(requests)} ${requests === 1 ? 'request' : 'requests'}`,
      `${(milliseconds / 1000).toFixed(1)} s`,
      ...(seen.length > 0 ? [seen.join(', ')] : []),
      ...(unproven.has(id) ? ['not proven'] : []),
    ];
    return `${cells.join('  ')}\n`;
  });
  return lines.length === 0 ? '' : `by operation:\n${lines.join('')}\n`;
}
