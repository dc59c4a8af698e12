import {
  newViolationsOf,
  notesOf,
  totalsOf,
  violationsOf,
  type ContractRun,
} from '../result/contract-run.ts';
import { isHindered } from '../result/hindrance.ts';
import { newCausesOf } from '../result/causes.ts';
import type { Traffic } from '../result/traffic.ts';

/** One line of figures: `48 held, 2 violated, 6 not applicable; 1,204 requests in 3.1 s, seed 7`. */
export function renderTotals(run: ContractRun): string {
  const { held, violated, noted, skipped, failed, begun, ...sums } = totalsOf(run.results);
  const { unchecked, requests, dropped, disputed, undetermined } = sums;
  const hindered = run.results.filter(isHindered).length;
  const untried = failed - begun + hindered;
  const parts = [
    `${held} held`,
    `${violated} violated`,
    ...(noted > 0 ? [`${noted} against a standard alone`] : []),
    ...(skipped > hindered ? [`${skipped - hindered} not applicable`] : []),
    ...(unchecked > 0 ? [`${unchecked} could not be checked`] : []),
    ...(begun > 0 ? [`${begun} tried in part`] : []),
    ...(untried > 0 ? [`${untried} not tried`] : []),
  ];
  const notJudged = [
    ...(dropped > 0 ? [`${group(dropped)} discarded: they did not exercise the property`] : []),
    ...(disputed > 0 ? [`${group(disputed)} not reported: the two validators disagree`] : []),
    ...(undetermined > 0 ? [`${group(undetermined)} undetermined`] : []),
  ];
  const unjudged = notJudged.length > 0 ? ` (${notJudged.join('; ')})` : '';
  const seconds = (run.milliseconds / 1000).toFixed(1);
  const found = violationsOf(run.results).length - notesOf(run).length;
  const violations = found > 0 ? `; ${found} ${found === 1 ? 'violation' : 'violations'}` : '';
  const excused = run.baseline ? ` (${run.baseline.known} known)` : '';
  const why = failed > 0 ? `; ${reasonOf(run)}` : '';
  const head = `${parts.join(', ')}${why}${violations}${found > 0 ? excused : ''}`;
  if (run.traffic) return `${head}; ${renderTraffic(run.traffic)} in ${seconds} s`;
  return `${head}; ${group(requests)} requests${unjudged} in ${seconds} s, seed ${run.seed}`;
}

/** `1,204 exchanges, 3 of no operation, 2 without an answer, 1 without content`. */
function renderTraffic(traffic: Traffic): string {
  const { exchanges, matched, unanswered, withoutContent } = traffic;
  const parts: [number, string][] = [
    [exchanges - matched, 'of no operation'],
    [unanswered, 'without an answer'],
    [withoutContent, 'without content'],
  ];
  return [
    `${group(exchanges)} ${exchanges === 1 ? 'exchange' : 'exchanges'}`,
    ...parts.flatMap(([count, what]) => (count > 0 ? [`${group(count)} ${what}`] : [])),
  ].join(', ');
}

function reasonOf({ results }: ContractRun): string {
  return results.find(({ outcome }) => outcome === 'failed')?.reason ?? '';
}

/** `2 findings (5 violations)`: what has one cause counts once; where there is a baseline, those that it does not know. */
export function renderFindingCounts(run: ContractRun): string {
  const [findings, violations] = [newCausesOf(run).length, newViolationsOf(run).length];
  const beside = violations > findings ? ` (${counted(violations, 'violation')})` : '';
  const where = run.baseline ? ' not in the baseline' : '';
  return `${counted(findings, 'finding')}${where}${beside}`;
}

/** 1204 as `1,204`. */
export function group(figure: number): string {
  return figure.toLocaleString('en-US');
}

/** `1 finding`, `1,204 findings`. */
export function counted(figure: number, what: string): string {
  return `${group(figure)} ${what}${figure === 1 ? '' : 's'}`;
}
