import type { ContractRun } from '../result/contract-run.ts';
import { group } from './totals.ts';

/** How often a status was answered, over all operations: the most frequent first; by its range where so documented. */
export function answersOf({ coverage }: ContractRun): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { subject, seen } of coverage.flatMap(({ facets }) => facets.status)) {
    const times = Object.values(seen).reduce((sum, it) => sum + it, 0);
    if (times > 0) counts.set(subject, (counts.get(subject) ?? 0) + times);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

/** Statuses that are named. */
const MOST_NAMED = 4;

/** `412 answers were 401, 30 were 404` */
export function renderAnswers(run: ContractRun): string {
  return answersOf(run)
    .slice(0, MOST_NAMED)
    .map(([status, times], index) => {
      const noun = index > 0 ? '' : times === 1 ? ' answer' : ' answers';
      return `${group(times)}${noun} ${times === 1 ? 'was' : 'were'} ${status}`;
    })
    .join(', ');
}
