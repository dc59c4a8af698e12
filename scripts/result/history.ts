import { causesOf, type Cause } from './causes.ts';
import { notesOf, violationsOf, type CheckResult, type ContractRun } from './contract-run.ts';
import { findingTitle } from './finding-title.ts';
import type { RunComparison, KeptFinding, KeptRun } from './kept-run.ts';
import { filterOf } from './proven.ts';
import { severityOf } from './severity.ts';

/** The findings of a run that count: those of a standard alone do where it is strict. */
export function findingsOf(run: Pick<ContractRun, 'results' | 'isStrict'>): Cause[] {
  const notes = new Set(notesOf(run));
  const all = violationsOf(run.results);
  return causesOf(
    all,
    all.filter((it) => !notes.has(it)),
  );
}

export function toKeptFinding(cause: Cause): KeptFinding {
  const { id, first } = cause;
  const { operation, property } = first;
  return { id, operation, property, title: findingTitle(cause), severity: severityOf(cause) };
}

/** The last run that tried the same as this one; undefined where there is none. */
export function runBefore(run: ContractRun, kept: readonly KeptRun[]): KeptRun | undefined {
  const filter = filterOf(run);
  return kept
    .filter((it) => it.mode === run.mode && it.filter === filter && it.started < run.started)
    .toSorted((one, other) => (one.started < other.started ? 1 : -1))[0];
}

/** What of a run is new, gone and still there; what was not tried again is not gone. */
export function compareRuns(run: ContractRun, before: KeptRun): RunComparison {
  const now = new Set(findingsOf(run).map(({ id }) => id));
  const known = new Set(before.findings.map(({ id }) => id));
  const absent = before.findings.filter(({ id }) => !now.has(id));
  const tried = new Set(run.results.flatMap((it) => (isTried(it) ? [keyOf(it)] : [])));
  return {
    id: before.id,
    started: before.started,
    target: before.target,
    fresh: [...now].filter((id) => !known.has(id)),
    remaining: [...now].filter((id) => known.has(id)),
    gone: absent.filter((it) => tried.has(keyOf(it))),
    untried: absent.filter((it) => !tried.has(keyOf(it))),
  };
}

function isTried({ outcome }: CheckResult): boolean {
  return outcome === 'held' || outcome === 'violated';
}

function keyOf({ operation, property }: Pick<CheckResult, 'operation' | 'property'>): string {
  return `${operation}\n${property}`;
}
