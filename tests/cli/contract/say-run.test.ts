import { expect, test } from 'vitest';
import { sayRun } from '../../../scripts/cli/contract/say-run.ts';
import type { Io } from '../../../scripts/cli/io.ts';
import type { CheckResult, ContractRun } from '../../../scripts/result/contract-run.ts';
import { runOf } from '../../report/sample-run.ts';

function notesOf(run: ContractRun): string[] {
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line.trimEnd()) } as Partial<Io> as Io;
  sayRun(io, run, []);
  return lines.filter((line) => line.startsWith('note:'));
}

const RESULT = {
  outcome: 'held',
  requests: 3,
  dropped: 0,
  milliseconds: 10,
  violations: [],
  disputes: [],
  undetermined: [],
} as const;

test.for<[of: readonly (number | undefined)[], want: readonly string[]]>([
  [[undefined], []],
  [
    [9204],
    [
      'note: large requests were changed in some ways only: op0 input.rejected 800 of 9,204 ways; run.json has all',
    ],
  ],
  [
    [900, undefined, 901, 902, 903, 904],
    [
      'note: large requests were changed in some ways only: op0 input.rejected 800 of 900 ways, op2 input.rejected 800 of 901 ways, op3 input.rejected 800 of 902 ways and 2 more; run.json has all',
    ],
  ],
])('checks that tried some of %s ways to change a request are named', ([counts, want]) => {
  const results = counts.map((of, at): CheckResult => ({
    ...RESULT,
    operation: `op${at}`,
    property: 'input.rejected',
    ...(of !== undefined && { reach: { tried: 800, of } }),
  }));
  expect(notesOf({ ...runOf([]), results })).toEqual(want);
});

test.each([
  [
    2,
    [
      "note: no refusal is documented for 2 of 1 operations, so HTTP's own statuses pass; document them, or default, to have their answers tested",
    ],
  ],
  [undefined, []],
])('a description that leaves refusals open in %s operations is told so once', (count, want) => {
  expect(notesOf({ ...runOf([]), withoutRefusals: count })).toEqual(want);
});
