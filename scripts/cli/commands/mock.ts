import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings';
import type { Io } from '../io.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { PROGRESS_HELP, toInterval, toProgress } from '../mock-behaviour.ts';
import { toOrigins } from '../mock-origins.ts';
import { gather, listFaults, toFaultPlan, toLatency } from '../mock-faults.ts';
import { toPort } from '../options.ts';
import { serveMock } from '../serve-mock.ts';

const HELP = `
Each API is served under its name and its documented base path, such as /pets/v1.
The credentials it accepts are printed; they come from mock.yaml beside the description. It gives out
OAuth 2.0 tokens itself, where the description says or at the printed address.
Prefer: code=404, example=NAME, dynamic=true or seed=N asks for a particular answer;
outcome=failed lets a job fail. X-Kiln-Namespace: NAME keeps runs apart that share a mock.
--fault accepts-too-many-items@importPets breaks one clause of one operation, #/pets/maxItems behind it
says which; reset:0.1 resets a tenth of the connections.
The control plane, on a port of its own, shows live requests and why each ended as it did, moves the
clock, tells the limits and resets everything: open its address in a browser.`;

/** Serves mocks until the user stops them. */
export function addMock(program: Command, { io }: CommandContext): void {
  program
    .command('mock')
    .description('serve mocks that behave as the documents say')
    .argument('[api...]', 'folders under specs/, paths or addresses (default: all)')
    .option('--port <number>', 'port to listen on; 0 takes any free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--control-port <number>', 'port of the control plane (default: the next one)', toPort)
    .option('--control-host <address>', 'address of the control plane', '127.0.0.1')
    .option('--no-control', 'do without the control plane')
    .option('--log-bodies', 'let the control plane show bodies, their secrets redacted')
    .option('--plan <name>', "treat every client as on this plan's quotas")
    .option('--seed <number>', 'root of every random choice', toSeed, 1)
    .addOption(
      new Option('--auth <how>', 'take any credential of the right form, or do without').choices([
        'any',
        'off',
      ]),
    )
    .option('--no-limits', 'count requests, but never refuse one for their number')
    .option('--progress <how>', PROGRESS_HELP, toProgress)
    .option('--fail-every <number>', 'let one in so many jobs fail', toInterval)
    .option('--strict-state', 'know only what requests have made, and no examples')
    .option('--strict-claims', 'refuse also what only a claim forbids that no source states')
    .option('--no-memory', 'answer each request as if it were the first')
    .option('--webhook <[name=]url>', 'where webhooks go; may be repeated', gather, [])
    .option('--webhook-anywhere', 'let webhooks go to other machines')
    .option('--cors <origin>', 'let only pages of this origin use it; may be repeated', toOrigins)
    .option('--no-cors', 'let no page of another origin use it')
    .option('--https', 'speak HTTPS, with a certificate made for this start')
    .option('--cert <file>', 'speak HTTPS with this certificate (PEM)')
    .option('--key <file>', 'the key of the certificate (PEM)')
    .option('--client-ca <file>', 'take only client certificates signed by it; any will do without')
    .option('--fault <id[@operation]>', 'deviate in one thing; may be repeated', gather, [])
    .option('--latency <ms>', 'answer so late: 200, or from 50..400 by the seed', toLatency)
    .option(
      '--watch',
      'serve each change of a description at once; a bad one is told, and not served',
    )
    .option('--list-faults', 'print the faults that --fault takes, and stop')
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .addHelpText('after', HELP)
    .action(async (names, options) => {
      const apis = await loadApis(io, names, { aside: options });
      if (options.listFaults) return io.out(`${await listFaults(apis)}\n`);
      const toFaults = (described: readonly ApiModel[]) => toFaultPlan(described, options);
      const reload = options.watch ? (again: Io) => loadApis(again, names) : undefined;
      return serveMock(io, apis, { ...options, toFaults, reload });
    });
}

function toSeed(text: string): number {
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('A seed is a whole number.');
}
