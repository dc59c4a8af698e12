import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';

export function addNew(program: Command, { io }: CommandContext): void {
  program
    .command('new')
    .description('begin a description: a folder under specs/ that passes lint and runs as it is')
    .argument('<name>', 'of the folder: small letters, digits and hyphens')
    .option(
      '--from <source...>',
      'make it from this file or address: OpenAPI, Swagger, HAR, curl commands or a Postman collection; ' +
        'before it may stand which of them: openapi, har, curl or postman',
    )
    .action(async (name, { from = [] }) => {
      const { writeNew } = await import('../write-new.ts');
      const { files, said } = await writeNew(io, name, from);
      io.out(`wrote specs/${name}: ${files} files\n`);
      for (const line of said) io.err(`${line}\n`);
      io.out(`next: kiln lint ${name}, kiln run ${name}, kiln evidence ${name}\n`);
    });
}
