import { InvalidArgumentError, type Command } from '@commander-js/extra-typings';
import { UserError } from '../../base/user-error.ts';
import { renderFaultRun } from '../../report/faults/fault-run-text.ts';
import { lossesOf } from '../../report/faults/losses.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import type { Io } from '../io.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { outputsOf } from '../settings.ts';
import { toCount } from '../options.ts';
import { renderFaultsPage } from '../prove/faults-page.ts';

const HELP = `
Each fault of kiln mock --list-faults is made at every place it fits, one at a time, on a mock of this
process. A fault counts when a recorded exchange shows that it breaks the contract; the properties must
report it, and must stay silent about null faults, which the contract allows.`;

/** `kiln prove`: which faults do the properties catch. */
export function addProve(program: Command, { io, finish }: CommandContext): void {
  program
    .command('prove')
    .description('measure how many faults the properties find, and that null faults stay silent')
    .argument('[api...]', 'folders under specs/, paths or addresses (default: all)')
    .option('--operator <id...>', 'only faults of these operators')
    .option('--operation <id...>', 'only faults of these operations')
    .option(
      '--sample <count>',
      'try so many faults of each description, operators in turn',
      toCount,
    )
    .option('--share <part>', 'try a part of the faults of each description: 0.1', toShare)
    .option('--seed <number...>', 'a fault must be found with every seed (default: 1)', toSeeds)
    .option('--runs <count>', 'generated requests for each operation and property', toCount, 10)
    .option('--jobs <count>', 'threads to use', toCount, io.cores)
    .option('--report', 'write faults.md among the reports')
    .option('--check', 'exit 1 when something is missed that faults.md does not list')
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .addHelpText('after', HELP)
    .action(
      async (names, { operator = [], operation = [], seed = [1], report, check, ...rest }) => {
        const page = check ? await readPage(io) : undefined;
        const apis = await loadApis(io, names, { aside: rest });
        // The operators and properties are read only when somebody proves something.
        const { runProve } = await import('../prove/run-prove.ts');
        const { sample, share, runs, jobs } = rest;
        const options = { operators: operator, operations: operation, sample, share, runs, jobs };
        const run = await runProve(io, apis, { ...options, seeds: seed });
        io.out(`${renderFaultRun(run, io.screen)}\n`);
        if (report) {
          const path = await pageOf(io);
          await io.writeText(path, renderFaultsPage(run, names));
          io.out(`report: ${path}\n`);
        }
        const losses = page === undefined ? [] : lossesOf(run, page);
        for (const loss of losses) io.out(`${loss}\n`);
        if (losses.length > 0) finish(1);
      },
    );
}

async function pageOf(io: Io): Promise<string> {
  return `${(await outputsOf(io)).reports}/faults.md`;
}

async function readPage(io: Io): Promise<string> {
  const path = await pageOf(io);
  if (await io.exists(path)) return io.readText(path);
  throw new UserError('no-faults-page', `There is no ${path} to compare with`, {
    hint: 'Run "kiln prove --report" and commit what it writes.',
  });
}

function toSeeds(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, toCount(text)];
}

function toShare(text: string): number {
  const part = Number(text);
  if (text !== '' && part > 0 && part <= 1) return part;
  throw new InvalidArgumentError('It must be a number above 0 and up to 1.');
}
