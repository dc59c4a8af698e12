import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { violationsOf } from '../../../scripts/result/contract-run.ts';
import { renderViolation } from '../../../scripts/result/violation-text.ts';
import { checkApis } from './check-apis.ts';
import { renderTable, RUNS, TABLE } from './table.ts';

test(
  'the table of properties is fresh, and no mock falsifies one',
  { timeout: 120_000 },
  async () => {
    const checked = await checkApis({ seed: 1, runs: RUNS });
    expect(renderTable(checked)).toBe(await readFile(TABLE, 'utf8'));
    const violations = violationsOf(checked.flatMap(({ results }) => results));
    expect(violations.map(renderViolation)).toEqual([]);
  },
);
