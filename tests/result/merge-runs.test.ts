import { expect, test } from 'vitest';
import { applyBaseline } from '../../scripts/result/apply-baseline.ts';
import { type BaselineEntry } from '../../scripts/result/baseline.ts';
import type { CheckResult, ContractRun, Violation } from '../../scripts/result/contract-run.ts';
import { mergeRuns } from '../../scripts/result/merge-runs.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';

const NOW = Date.parse('2026-01-02T03:04:05Z');
const FILE = 'known.yaml';

function entryOf(id: string, property: string, expires: string): BaselineEntry {
  const location = { file: FILE, line: 2, column: 1 };
  return { id, operation: 'getPet', property, owner: 'Ada', reason: 'old', expires, location };
}

/** Two checks: one finds the first violation, the other the second, or holds. */
function partsOf(second: Violation | undefined): [ContractRun, ContractRun] {
  const whole = runOf([VIOLATION]);
  const [first] = whole.results;
  if (!first) throw new Error('the sample run has no results');
  const other: CheckResult = {
    ...first,
    property: 'input.accepted',
    outcome: second ? 'violated' : 'held',
    violations: second ? [second] : [],
  };
  return [
    { ...whole, shard: { index: 1, count: 2 }, results: [first] },
    { ...whole, shard: { index: 2, count: 2 }, results: [other] },
  ];
}

test.for<{ of: string; second: Violation | undefined; entries: BaselineEntry[]; wanted: object }>([
  {
    of: 'what one shard knows and the other has expired',
    second: { ...VIOLATION, id: 'def456', property: 'input.accepted' },
    entries: [
      entryOf(VIOLATION.id, 'auth.missing', '2026-02-01'),
      entryOf('def456', 'input.accepted', '2025-12-31'),
    ],
    wanted: { known: 1, expired: 1, fixed: [] },
  },
  {
    of: 'what both find once',
    second: VIOLATION,
    entries: [entryOf(VIOLATION.id, 'auth.missing', '2026-02-01')],
    wanted: { known: 1, expired: 0, fixed: [] },
  },
  {
    of: 'what no longer occurs',
    second: undefined,
    entries: [entryOf('gone', 'input.accepted', '2026-02-01')],
    wanted: { known: 0, expired: 0, fixed: [{ id: 'gone' }] },
  },
  {
    of: 'nothing of what its check holds on and another still comes upon',
    second: undefined,
    entries: [entryOf(VIOLATION.id, 'input.accepted', '2026-02-01')],
    wanted: { known: 1, expired: 0, fixed: [] },
  },
])('shards say of a baseline together $of', ({ second, entries, wanted }) => {
  const baseline = { file: FILE, entries };
  const read = partsOf(second).map((run) => applyBaseline(run, baseline, NOW));
  const merged = mergeRuns(read.map((run) => ({ from: `shard ${run.shard?.index}`, run })));
  const { baseline: _, ...plain } = merged;
  expect(merged.baseline).toMatchObject({ file: FILE, ...wanted });
  expect(merged.baseline).toEqual(applyBaseline(plain, baseline, NOW).baseline);
});

test('shards without a baseline have none together', () => {
  const read = partsOf(undefined).map((run) => ({ from: `shard ${run.shard?.index}`, run }));
  expect(mergeRuns(read)).not.toHaveProperty('baseline');
});
