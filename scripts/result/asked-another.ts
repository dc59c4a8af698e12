import type { ContractRun } from './contract-run.ts';
import type { CoverageRow } from './coverage.ts';
import { filterOf, isNothingProven } from './proven.ts';

/** The part of all answers that has to look alike. */
const NEARLY_ALL = 0.9;

/**
 * Whether a run most likely asked another server than the one described: nothing succeeded and nearly all answers were
 * a 404, one of them where none is documented; or nearly all were web pages, and no documented media type was seen. What
 * is found there is not about the described one.
 */
export function hasAskedAnother(run: ContractRun): boolean {
  if (run.mode === 'passive' || filterOf(run) !== undefined) return false;
  const rows = (facet: 'status' | 'media') =>
    run.coverage.flatMap(({ facets }) => facets[facet]).filter((it) => timesOf([it]) > 0);
  const [statuses, media] = [rows('status'), rows('media')];
  const missing = statuses.filter(({ subject }) => subject === '404');
  if (isNothingProven(run) && missing.some(isStrange) && isMost(missing, statuses)) return true;
  // What was sent stands among the media types too.
  const answered = media.filter(({ subject }) => !subject.startsWith('request '));
  const pages = answered.filter((it) => isStrange(it) && it.subject.endsWith(' text/html'));
  return pages.length > 0 && answered.every(isStrange) && isMost(pages, answered);
}

function isStrange({ documented }: CoverageRow): boolean {
  return !documented;
}

function isMost(some: readonly CoverageRow[], all: readonly CoverageRow[]): boolean {
  return timesOf(some) >= NEARLY_ALL * timesOf(all);
}

function timesOf(rows: readonly CoverageRow[]): number {
  return rows
    .flatMap(({ seen }) => Object.values(seen))
    .reduce((sum: number, times) => sum + times, 0);
}
