import { validate } from 'ctrf';
import { expect, test } from 'vitest';
import { applyBaseline } from '../../scripts/result/apply-baseline.ts';
import type { ContractRun } from '../../scripts/result/contract-run.ts';
import { renderCtrf } from '../../scripts/report/ctrf.ts';
import { renderJUnit } from '../../scripts/report/junit.ts';
import { runOf, VIOLATION } from './sample-run.ts';

const ENTRY = {
  id: VIOLATION.id,
  operation: 'getPet',
  property: 'auth.missing',
  owner: 'Ada',
  reason: 'being repaired',
  expires: '2026-06-30',
  location: { file: 'known.yaml', line: 2, column: 5 },
};
const known = applyBaseline(
  runOf([VIOLATION]),
  { file: 'known.yaml', entries: [ENTRY] },
  Date.parse('2026-06-01'),
);
const unchecked: ContractRun = {
  ...runOf([]),
  results: runOf([]).results.map((it) => ({ ...it, outcome: 'unchecked', reason: 'it broke' })),
};

test.for<[what: string, run: ContractRun, statuses: readonly string[]]>([
  ['that holds', runOf([]), ['passed', 'skipped']],
  ['with a violation', runOf([VIOLATION]), ['failed', 'skipped']],
  ['with a known violation', known, ['skipped', 'skipped']],
  ['that could not be checked', unchecked, ['other', 'other']],
])('a run %s is one of the format as its makers publish it', ([, run, statuses]) => {
  const report = JSON.parse(renderCtrf(run)) as {
    results: { tests: { status: string; message?: string }[]; summary: Record<string, number> };
  };
  // The judge is that of the format's makers.
  expect(validate(report)).toMatchObject({ valid: true });
  expect(validate({ ...report, specVersion: 'one' })).toMatchObject({ valid: false });
  const { tests, summary } = report.results;
  expect(tests.map(({ status }) => status)).toEqual(statuses);
  const { passed = 0, failed = 0, skipped = 0, other = 0 } = summary;
  expect(passed + failed + skipped + other).toBe(tests.length);
});

test('it counts as JUnit does, and says what is wrong', () => {
  const run = runOf([VIOLATION]);
  expect(renderJUnit(run)).toContain('tests="2" failures="1" errors="0" skipped="1"');
  expect(renderCtrf(run)).toContain('a <request> is answered 200');
});
