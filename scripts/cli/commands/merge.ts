import { Option, type Command } from '@commander-js/extra-typings';
import { violationsOf } from '../../core/contract-run.ts';
import { renderViolation } from '../../core/violation-text.ts';
import { REPORT_CHOICES, REPORT_FORMATS } from '../../report/report.ts';
import { renderTotals } from '../../report/totals.ts';
import type { CommandContext } from '../command.ts';
import { mergeReports } from '../contract/merge-reports.ts';
import { exitCodeOf, sayIncomplete } from '../contract/test-api.ts';

/** `kiln merge`: makes the reports of the shards of a run those of one. */
export function addMerge(program: Command, { io, finish }: CommandContext): void {
  program
    .command('merge')
    .description('join the shards of a test run, or save the reports of one that was killed')
    .argument('<folder...>', 'what the shards wrote: reports/NAME/shards/*')
    .addOption(
      new Option('--report <format...>', 'what to write under reports/')
        .choices(REPORT_CHOICES)
        .default([...REPORT_FORMATS]),
    )
    .action(async (folders, { report }) => {
      const { run, reports } = await mergeReports(io, folders, report);
      for (const violation of violationsOf(run.results)) {
        io.out(`${renderViolation(violation)}\n\n`);
      }
      sayIncomplete(io, run);
      io.out(`${run.api}: ${renderTotals(run)}\nreport: ${reports[0]}\n`);
      finish(exitCodeOf(run));
    });
}
