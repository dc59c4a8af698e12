import type { ContractRun } from '../result/contract-run.ts';
import type { Unproven } from '../result/traffic.ts';

/** Operations that are named on one line. */
const MOST_NAMES = 3;

/** What a recording does not prove, and why: a line for each property and reason. */
export function renderUnprovenLines({ traffic }: ContractRun): readonly string[] {
  const unproven = traffic?.unproven ?? [];
  if (unproven.length === 0) return [];
  const lines = unproven.map(({ property, reason, operations }) => {
    const subject = property === '' ? '' : `${property}: `;
    const where = operations.length === 0 ? '' : ` (${nameOperations(operations)})`;
    return `  ${subject}${reason}${where}`;
  });
  return ['not proven by this recording:', ...lines];
}

/** `getDog, listDogs, createDog and 4 more` */
export function nameOperations(operations: Unproven['operations']): string {
  const named = operations.slice(0, MOST_NAMES).join(', ');
  const more = operations.length - MOST_NAMES;
  return more > 0 ? `${named} and ${more} more` : named;
}
