import type { Command } from '@commander-js/extra-typings';
import { renderBundle } from '../../bundle/bundle.ts';
import { loadApis } from '../descriptions.ts';
import { writeGenerated } from '../generated.ts';
import type { CommandContext } from '../command.ts';
import { refuseOthersFolders } from '../taken-folders.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';

export function addBundle(program: Command, { io }: CommandContext): void {
  program
    .command('bundle')
    .description('write each description as one document, in JSON and in YAML')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(async (names, options) => {
      const apis = await loadApis(io, names, { aside: options });
      await refuseOthersFolders(io, apis);
      const paths = await writeGenerated(io, apis.flatMap(renderBundle));
      for (const path of paths) io.out(`wrote ${path}\n`);
    });
}
