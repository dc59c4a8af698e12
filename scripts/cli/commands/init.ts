import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';

/** `kiln init`: writes the configuration of a project, and asks nothing. */
export function addInit(program: Command, { io }: CommandContext): void {
  program
    .command('init')
    .description(
      'set a project up: kiln.config.yaml with its descriptions, and a line of .gitignore',
    )
    .argument('[description...]', 'paths or addresses; all that the folder holds when left out')
    .action(async (named) => {
      const { writeConfig } = await import('../write-config.ts');
      for (const line of await writeConfig(io, named)) io.out(`${line}\n`);
      io.out('next: kiln doctor says what is missing, kiln lint and kiln run need nothing more\n');
    });
}
