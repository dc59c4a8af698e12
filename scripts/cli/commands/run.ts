import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';
import { toCount } from '../options.ts';
import { isBroken, isUntried, renderSummary } from '../../report/summary.ts';

export function addRun(program: Command, { io, finish }: CommandContext): void {
  program
    .command('run')
    .description('everything: bundle, lint, generate, mock, workflows, test, docs and reports')
    .argument('[api...]', 'folders under specs/, or paths of OpenAPI 3.1 files; all by default')
    .option('--runs <count>', 'generated requests for each operation and property', toCount, 25)
    .option('--seed <number>', 'repeats a run', toCount, 1)
    .action(async (names, { runs, seed }) => {
      // It loads what every other command needs.
      const { runAll } = await import('../run-all.ts');
      const { rows, site } = await runAll(io, names, { runs, seed });
      io.out(renderSummary(rows, site));
      finish(rows.some(isBroken) ? 1 : rows.some(isUntried) ? 2 : 0);
    });
}
