import { Option, type Command } from '@commander-js/extra-typings';
import { REPORT_CHOICES, REPORT_FORMATS } from '../../report/report.ts';
import type { CommandContext } from '../command.ts';
import { readBaseline } from '../contract/baseline.ts';
import { mergeReports } from '../contract/merge-reports.ts';
import { sayFindings, sayRun } from '../contract/say-run.ts';
import { exitCodeOf } from '../contract/exit-code.ts';
import { sayIncomplete } from '../contract/test-api.ts';

/** `kiln merge`: makes the reports of the shards of a run those of one. */
export function addMerge(program: Command, { io, finish }: CommandContext): void {
  program
    .command('merge')
    .description('join the shards of a test run, or save the reports of one that was killed')
    .argument('<folder...>', 'what the shards wrote: reports/NAME/shards/*')
    .option(
      '--baseline <file>',
      'YAML: known violations; by default those that the shards were given',
    )
    .addOption(
      new Option('--report <format...>', 'what to write of a run')
        .choices(REPORT_CHOICES)
        .default([...REPORT_FORMATS]),
    )
    .option('--verbose', 'print every finding, and not only the first twenty')
    .action(async (folders, { report, baseline: file, verbose = false }) => {
      const baseline = file === undefined ? undefined : await readBaseline(io, file);
      const { run, reports } = await mergeReports(io, folders, report, baseline);
      sayFindings(io, run, verbose);
      sayIncomplete(io, run);
      sayRun(io, run, reports);
      finish(exitCodeOf(run));
    });
}
