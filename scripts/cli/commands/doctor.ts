import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';

/** `kiln doctor`: says what is missing before anything can be proven. */
export function addDoctor(program: Command, { io, finish }: CommandContext): void {
  program
    .command('doctor')
    .description('say what is missing: Node, descriptions, credentials, servers, Schemathesis')
    .argument('[api...]', 'names, paths or addresses; all by default')
    .action(async (names) => {
      const { examine } = await import('../examine.ts');
      const seen = await examine(io, names);
      for (const { state, text } of seen) io.out(`${state.padEnd(8)} ${text}\n`);
      const missing = seen.filter(({ state }) => state === 'missing').length;
      const notes = seen.some(({ state }) => state === 'note') ? ' but what the notes say' : '';
      io.out(missing === 0 ? `Nothing is missing${notes}.\n` : `${missing} to mend.\n`);
      finish(missing === 0 ? 0 : 1);
    });
}
