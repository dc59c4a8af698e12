import { InvalidArgumentError, type Command } from '@commander-js/extra-typings';
import { createMock } from '../../mock/mock.ts';
import { renderStartNotice } from '../../mock/start-notice.ts';
import { loadApis } from '../descriptions.ts';
import type { CommandContext } from '../command.ts';

const HELP = `
Each API is served under its name and its documented base path, such as /pets/v1.
The credentials it accepts are printed; they come from mock.yaml beside the description.
Prefer: code=404, example=NAME, dynamic=true or seed=N asks for a particular answer.`;

/** Serves mocks until the user stops them. */
export function addMock(program: Command, { io }: CommandContext): void {
  program
    .command('mock')
    .description('serve mocks that behave as the documents say')
    .argument('[api...]', 'folders under specs/, or paths of OpenAPI 3.1 files (default: all)')
    .option('--port <number>', 'port to listen on; 0 takes any free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--plan <name>', "treat every client as on this plan's quotas")
    .option('--seed <number>', 'root of every random choice', toSeed, 1)
    .option('--no-limits', 'count requests, but never refuse one for their number')
    .addHelpText('after', HELP)
    .action(async (names, { port, host, plan, seed, limits }) => {
      const apis = await loadApis(io, names);
      const mock = await createMock(apis, {
        clock: { now: io.now },
        plan,
        seed,
        limits,
        onRequest: ({ method, path, refused, reason = '' }) => {
          if (refused === 'internal') io.err(`${method} ${path}: ${reason}\n`);
        },
      });
      const origin = await mock.listen({ host, port });
      io.out(`${renderStartNotice(apis, mock.mounts, origin)}\n\n`);
      io.out(`listening on ${origin} with seed ${seed}; Ctrl-C stops\n`);
      await io.interrupted();
      await mock.close();
    });
}

function toPort(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

function toSeed(text: string): number {
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('A seed is a whole number.');
}
