import { expect, test } from 'vitest';
import { sayRun } from '../../../scripts/cli/contract/say-run.ts';
import type { Io } from '../../../scripts/cli/io.ts';
import { runOf } from '../../report/sample-run.ts';

test.each([
  [
    2,
    [
      "note: no refusal is documented for 2 of 1 operations, so HTTP's own statuses pass; document them, or default, to have their answers tested",
    ],
  ],
  [undefined, []],
])('a description that leaves refusals open in %s operations is told so once', (count, want) => {
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line.trimEnd()) } as Partial<Io> as Io;
  sayRun(io, { ...runOf([]), withoutRefusals: count }, []);
  expect(lines.filter((line) => line.startsWith('note:'))).toEqual(want);
});
