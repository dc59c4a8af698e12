import type { ApiModel } from '../../model/api-model.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { filterOf, unprovenOf } from '../../result/proven.ts';

const REFUSED = /^40[13]$/;

/**
 * Whether every operation that asks for a credential refused the one that it was sent: such a run is about the
 * refusals alone, whatever the operations for everybody have shown. False for a part of a run.
 */
export function areAllRefused(api: ApiModel, run: ContractRun): boolean {
  if (filterOf(run) !== undefined || run.mode === 'passive') return false;
  const asking = new Set(
    api.operations.flatMap(({ id, security }) =>
      security.length > 0 && security.every(({ size }) => size > 0) ? id : [],
    ),
  );
  const unproven = unprovenOf(run).filter((id) => asking.has(id));
  if (unproven.length === 0 || unproven.length < asking.size) return false;
  const counts = new Map<string, number>();
  for (const { operation, facets } of run.coverage) {
    if (!asking.has(operation)) continue;
    for (const { subject, seen } of facets.status) {
      const times = Object.values(seen).reduce((sum, it) => sum + it, 0);
      counts.set(subject, (counts.get(subject) ?? 0) + times);
    }
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most !== undefined && most[1] > 0 && REFUSED.test(most[0]);
}
