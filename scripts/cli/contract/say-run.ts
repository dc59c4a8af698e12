import type { ContractRun } from '../../core/contract-run.ts';
import { renderBaselineLines } from '../../report/baseline-text.ts';
import { renderCoverageLine } from '../../report/coverage/facets.ts';
import { renderTotals } from '../../report/totals.ts';
import type { Io } from '../io.ts';

/** Sums a run up on stdout: its figures, its baseline, what it exercised, and where to read on. */
export function sayRun(io: Io, run: ContractRun, reports: readonly string[]): void {
  const lines = [
    `${run.api}: ${renderTotals(run)}`,
    ...renderBaselineLines(run),
    renderCoverageLine(run),
    ...reports.slice(0, 1).map((path) => `report: ${path}`),
  ];
  for (const line of lines) io.out(`${line}\n`);
}
