import type { Command } from '@commander-js/extra-typings';
import { renderUpgraded } from '../../bundle/render-upgraded.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { UserError } from '../../base/user-error.ts';
import { isAddress } from '../../load/sources.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';

/** `kiln upgrade`: writes a description of another version as OpenAPI 3.1. */
export function addUpgrade(program: Command, { io }: CommandContext): void {
  program
    .command('upgrade')
    .description('write a description of Swagger 2.0 or OpenAPI 3.0 as OpenAPI 3.1')
    .argument('<file>', 'path or address of the description; several files become one document')
    .option('--output <file>', 'write there, and not to the terminal')
    .option('--in-place', 'write over the file')
    .option('--force', 'write over what --output names, if it is there')
    .action(async (file, { output, inPlace, force }) => {
      const [api] = await loadApis(io, [file]);
      if (!api) return;
      const isTaken = inPlace !== true && output !== undefined && (await io.exists(output));
      if (isTaken && force !== true) {
        throw new UserError('output-exists', `${output} is there already`, {
          hint: 'Name another file, or write over it with --force.',
        });
      }
      const target = inPlace === true ? checkedPlace(api) : output;
      if (api.upgradedFrom === undefined) io.err(`${api.source} needs no upgrade.\n`);
      const text = renderUpgraded(api, target);
      if (target === undefined) return io.out(text);
      await io.writeText(target, text);
      io.err(`wrote ${target}\n`);
    });
}

/** Where all of a description stands in one file, that. */
function checkedPlace({ source, files, ledger }: ApiModel): string {
  const own = [...files.keys()].filter((path) => path !== ledger?.file);
  if (own.length === 1 && !isAddress(source)) return source;
  throw new UserError('not-in-place', `${source} is not one file on this machine`, {
    hint: 'Name a file for the whole: --output FILE.',
  });
}
