import { totalsOf, violationsOf, type ContractRun } from '../core/contract-run.ts';

/** One line of figures: `48 held, 2 violated, 6 not applicable; 1,204 requests in 3.1 s, seed 7`. */
export function renderTotals(run: ContractRun): string {
  const { held, violated, skipped, failed, requests, dropped } = totalsOf(run.results);
  const parts = [
    `${held} held`,
    `${violated} violated`,
    ...(skipped > 0 ? [`${skipped} not applicable`] : []),
    ...(failed > 0 ? [`${failed} not tried: ${reasonOf(run)}`] : []),
  ];
  const unjudged = dropped > 0 ? ` (${group(dropped)} tested nothing)` : '';
  const seconds = (run.milliseconds / 1000).toFixed(1);
  const found = violationsOf(run.results).length;
  const violations = found > 0 ? `; ${found} ${found === 1 ? 'violation' : 'violations'}` : '';
  return `${parts.join(', ')}${violations}; ${group(requests)} requests${unjudged} in ${seconds} s, seed ${run.seed}`;
}

function reasonOf({ results }: ContractRun): string {
  return results.find(({ outcome }) => outcome === 'failed')?.reason ?? '';
}

/** 1204 as `1,204`. */
export function group(figure: number): string {
  return figure.toLocaleString('en-US');
}
