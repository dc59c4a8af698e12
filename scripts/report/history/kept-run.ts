import { totalsOf, violationsOf, type ContractRun } from '../../result/contract-run.ts';
import { findingsOf, toKeptFinding } from '../../result/history.ts';
import type { KeptRun } from '../../result/kept-run.ts';
import { filterOf } from '../../result/proven.ts';
import { verdictOf } from '../verdict.ts';

/** What is remembered of a run, below a name that no other run of its API has. */
export function toKeptRun(run: ContractRun, hasPage: boolean, kept: readonly KeptRun[]): KeptRun {
  const { started, title, target, mode, milliseconds } = run;
  const { held, violated, requests } = totalsOf(run.results);
  const { text, tone } = verdictOf(run);
  const filter = filterOf(run);
  return {
    id: nameFor(started, new Set(kept.map(({ id }) => id))),
    started,
    title,
    target,
    mode,
    ...(filter !== undefined && { filter }),
    verdict: text,
    tone,
    held,
    violated,
    requests: run.traffic?.exchanges ?? requests,
    milliseconds,
    findings: findingsOf(run).map(toKeptFinding),
    violations: violationsOf(run.results).map(({ id }) => id),
    hasPage,
  };
}

/** `2026-01-02T03-04-05Z`, which every system takes for a folder; of two in one second the later has a number. */
function nameFor(started: string, taken: ReadonlySet<string>): string {
  const name = `${started.slice(0, 19).replaceAll(':', '-')}Z`;
  let [unique, count] = [name, 1];
  while (taken.has(unique)) {
    count += 1;
    unique = `${name}-${count}`;
  }
  return unique;
}

/** `since 2026-01-02 03:04 UTC: 1 new, 2 gone, 3 still there`. */
export function renderSince({ before }: ContractRun): string | undefined {
  if (!before) return undefined;
  const { fresh, gone, remaining, untried } = before;
  if (fresh.length + gone.length + remaining.length + untried.length === 0) return undefined;
  const parts = [
    `${fresh.length} new`,
    `${gone.length} gone`,
    `${remaining.length} still there`,
    ...(untried.length > 0 ? [`${untried.length} not tried again`] : []),
  ];
  return `since ${timeOf(before.started)}: ${parts.join(', ')}`;
}

/** `2026-01-02 03:04 UTC` */
export function timeOf(started: string): string {
  return `${started.slice(0, 10)} ${started.slice(11, 16)} UTC`;
}
