import { InvalidArgumentError, type Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { serveMock } from '../serve-mock.ts';

const HELP = `
Each API is served under its name and its documented base path, such as /pets/v1.
The credentials it accepts are printed; they come from mock.yaml beside the description.
Prefer: code=404, example=NAME, dynamic=true or seed=N asks for a particular answer.
The control plane, on a port of its own, shows live requests and why each ended as it did, moves the
clock, tells the limits and resets everything: open its address in a browser.`;

/** Serves mocks until the user stops them. */
export function addMock(program: Command, { io }: CommandContext): void {
  program
    .command('mock')
    .description('serve mocks that behave as the documents say')
    .argument('[api...]', 'folders under specs/, or paths of OpenAPI 3.1 files (default: all)')
    .option('--port <number>', 'port to listen on; 0 takes any free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--control-port <number>', 'port of the control plane (default: the next one)', toPort)
    .option('--control-host <address>', 'address of the control plane', '127.0.0.1')
    .option('--no-control', 'do without the control plane')
    .option('--log-bodies', 'let the control plane show bodies, their secrets redacted')
    .option('--plan <name>', "treat every client as on this plan's quotas")
    .option('--seed <number>', 'root of every random choice', toSeed, 1)
    .option('--no-limits', 'count requests, but never refuse one for their number')
    .addHelpText('after', HELP)
    .action(async (names, options) => serveMock(io, await loadApis(io, names), options));
}

function toPort(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

function toSeed(text: string): number {
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('A seed is a whole number.');
}
