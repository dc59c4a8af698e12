import { expect, test } from 'vitest';
import type { CheckResult, ContractRun, Violation } from '../../../scripts/result/contract-run.ts';
import { compareRuns, runBefore } from '../../../scripts/result/history.ts';
import type { KeptRun } from '../../../scripts/result/kept-run.ts';
import { renderHtmlReport } from '../../../scripts/report/html-report.ts';
import { renderReportIndex } from '../../../scripts/report/history/index-page.ts';
import { renderSince, toKeptRun } from '../../../scripts/report/history/kept-run.ts';
import { runOf, VIOLATION } from '../sample-run.ts';

const OTHER: Violation = {
  ...VIOLATION,
  id: 'other',
  property: 'media.unsupported',
  message: 'odd',
};

function runAt(
  started: string,
  violations: readonly Violation[],
  more: readonly CheckResult[] = [],
) {
  const run = runOf(violations);
  return { ...run, started, results: [...run.results, ...more] };
}

function checkOf(outcome: CheckResult['outcome']): CheckResult {
  const [first] = runOf([]).results;
  if (!first) throw new Error('the sample has a result');
  return { ...first, property: 'media.unsupported', outcome };
}

const FIRST = runAt('2026-01-01T00:00:00.000Z', [VIOLATION, OTHER]);
const KEPT = toKeptRun(FIRST, true, []);

test('a finding is new, still there or gone beside the run before', () => {
  const fresh = { ...VIOLATION, id: 'fresh', property: 'envelope', message: 'answered 404 oddly' };
  const run = runAt('2026-01-02T00:00:00.000Z', [VIOLATION, fresh], [checkOf('held')]);
  const before = compareRuns(run, KEPT);
  expect([before.fresh.length, before.remaining.length]).toEqual([1, 1]);
  expect(before.gone).toMatchObject([{ property: 'media.unsupported', title: 'odd' }]);
  expect(before.untried).toEqual([]);
  const page = renderHtmlReport({ ...run, before }).replaceAll(/\s+/g, ' ');
  expect(page).toContain('1 new, 1 gone, 1 still there, compared with the run of');
  expect(renderSince({ ...run, before })).toBe(
    'since 2026-01-01 00:00 UTC: 1 new, 1 gone, 1 still there',
  );
});

test.for(['failed', 'skipped', 'unchecked'] as const)(
  'what was %s is not gone: it was not tried again',
  (outcome) => {
    const run = runAt('2026-01-02T00:00:00.000Z', [VIOLATION], [checkOf(outcome)]);
    const before = compareRuns(run, KEPT);
    expect(before.gone).toEqual([]);
    expect(before.untried).toHaveLength(1);
  },
);

test('a run is compared with the last one before it that tried the same', () => {
  const later: KeptRun = { ...KEPT, id: 'later', started: '2026-01-01T06:00:00.000Z' };
  const part: KeptRun = {
    ...later,
    id: 'part',
    started: '2026-01-01T08:00:00.000Z',
    filter: '--grep x',
  };
  const run: ContractRun = runAt('2026-01-02T00:00:00.000Z', []);
  expect(runBefore(run, [part, KEPT, later])?.id).toBe('later');
  expect(runBefore({ ...run, grep: 'x' }, [part, KEPT, later])?.id).toBe('part');
  expect(runBefore({ ...run, mode: 'passive' }, [KEPT])).toBeUndefined();
  expect(runBefore({ ...run, started: KEPT.started }, [KEPT])).toBeUndefined();
});

test('two runs of one second have two names', () => {
  expect(KEPT.id).toBe('2026-01-01T00-00-00Z');
  expect(toKeptRun(FIRST, true, [KEPT]).id).toBe('2026-01-01T00-00-00Z-2');
});

test('the page above all reports tells how each API stands, its trend, and links every run', () => {
  const now = toKeptRun(runAt('2026-01-02T00:00:00.000Z', [VIOLATION]), true, [KEPT]);
  const page = renderReportIndex([
    { api: 'pets', runs: [now, KEPT], hasReport: true },
    {
      api: '<odd>',
      runs: [{ ...KEPT, tone: 'good', findings: [], hasPage: false }],
      hasReport: false,
    },
  ]);
  expect(page).toContain('2 APIs; broken: pets.');
  expect(page).toContain('aria-label="Findings of the last 2 runs: 2, 1"');
  expect(page).toContain('href="pets/report.html"');
  expect(page).toContain('href="pets/runs/2026-01-01T00-00-00Z/report.html"');
  expect(page.replaceAll(/\s+/g, ' ')).toContain('1 not seen');
  expect(page).not.toContain('<odd>');
});
