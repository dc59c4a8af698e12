import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { settingsOf } from '../settings.ts';
import { toCount } from '../options.ts';
import { isBroken, isUntried, renderSummary } from '../../report/summary.ts';

export function addRun(program: Command, { io, finish }: CommandContext): void {
  program
    .command('run')
    .description('everything: bundle, lint, generate, mock, workflows, test, docs and reports')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option('--runs <count>', 'generated requests for each operation and property', toCount, 25)
    .option('--seed <number>', 'repeats a run', toCount, 1)
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(async (names, { runs, seed, ...aside }) => {
      // It loads what every other command needs.
      const { runAll } = await import('../run-all.ts');
      const { rows, site } = await runAll(io, names, { runs, seed, aside });
      const { outputs, apis } = await settingsOf(io);
      const reports = `${outputs.reports}/index.html`;
      io.out(renderSummary(rows, { site, reports, isServerAsked: apis.size === 0 }, io.screen));
      finish(rows.some(isBroken) ? 1 : rows.some(isUntried) ? 2 : 0);
    });
}
