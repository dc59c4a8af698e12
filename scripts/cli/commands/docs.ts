import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { writeSite } from '../site.ts';

export function addDocs(program: Command, { io }: CommandContext): void {
  program
    .command('docs')
    .description('write the documentation site: a landing page and a reference for each API')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .action(async (names) => {
      const apis = await loadApis(io, names);
      io.out(`wrote ${await writeSite(io, apis)} and ${apis.length} reference pages\n`);
    });
}
