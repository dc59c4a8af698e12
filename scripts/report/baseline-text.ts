import type { ContractRun } from '../result/contract-run.ts';
import { renderLocation } from '../base/source-location.ts';

/** Lines about the baseline of a run: how many it excuses, what has expired, what can be removed. */
export function renderBaselineLines({ baseline }: ContractRun): string[] {
  if (!baseline) return [];
  const { file, known, expired, fixed } = baseline;
  return [
    `baseline: ${file}: ${known} known, ${expired} expired, ${fixed.length} fixed`,
    ...fixed.map(
      ({ id, operation, property, location }) =>
        `fixed: ${operation} ${property} ${id}: remove ${renderLocation(location)}`,
    ),
  ];
}
