import type { Command } from '@commander-js/extra-typings';
import { withProgress } from '../contract/progress.ts';
import { applyDifferences, findDifferences } from '../generated.ts';
import { outputsOf } from '../settings.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import type { CommandContext } from '../command.ts';

export function addGenerate(program: Command, { io, finish }: CommandContext): void {
  program
    .command('generate')
    .description('write the bundles and the typed clients')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option('--check', 'write nothing; exit 1 unless what is there is what the descriptions give')
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(async (names, { check, ...aside }) => {
      const { generated } = await outputsOf(io);
      const differences = await withProgress(io, 'making bundles and clients', () =>
        findDifferences(io, names, { aside }),
      );
      if (differences.length === 0) {
        io.out(`${generated}/ is up to date\n`);
        return;
      }
      if (check) {
        for (const { state, file } of differences) io.out(`${generated}/${file.path}: ${state}\n`);
        io.err(`hint: Run "${['kiln generate', ...names].join(' ')}" and commit what it writes.\n`);
        finish(1);
        return;
      }
      await applyDifferences(io, differences);
      for (const { state, file } of differences) {
        io.out(`${state === 'left over' ? 'removed' : 'wrote'} ${generated}/${file.path}\n`);
      }
    });
}
