import type { Command } from '@commander-js/extra-typings';
import { UserError } from '../../base/user-error.ts';
import { hasPassed } from '../../result/workflow-run.ts';
import { renderWorkflows } from '../../report/workflow-table.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { toTargets, toUrl } from '../options.ts';
import { secretsFor } from '../contract/obtain-tokens.ts';
import { readCredentials, readProfiles } from '../contract/profiles.ts';
import { credentialSourceOf } from '../contract/test-plan.ts';
import { runOnMock, runOnTarget } from '../run-workflows.ts';
import { settingsOf } from '../settings.ts';

/** `kiln workflows`: runs the Arazzo workflows that stand beside descriptions. */
export function addWorkflows(program: Command, { io, finish }: CommandContext): void {
  program
    .command('workflows')
    .description('run the workflows of descriptions, on a mock of their own or on a server')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option('--target <url>', 'base address of the server: what stands before /paths', toUrl)
    .option(
      '--server <documented=url...>',
      'address of another server of the description: https://documented=http://real',
    )
    .option(
      '--credentials <file>',
      'YAML: a value for each input, or ${VARIABLE} (default: those of the configuration or the environment)',
    )
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(async (names, { target, server = [], credentials, strict, verbose }) => {
      if (names.length !== 1 && target !== undefined) {
        throw new UserError('one-target', 'A --target serves one API', {
          hint: 'Name the API: kiln workflows NAME --target URL.',
        });
      }
      const apis = await loadApis(io, names, { aside: { strict, verbose } });
      const [api] = apis;
      const targets = api && target !== undefined ? toTargets(api, target, server) : undefined;
      // A mock of this command knows its own credentials, and those that the user names for it.
      const given =
        api && targets
          ? await readCredentials(
              io,
              credentialSourceOf(credentials, await settingsOf(io), api),
              [api],
              true,
            )
          : await readProfiles(io, credentials);
      const profiles = await secretsFor(io, api, given, targets);
      const runs =
        api && targets
          ? await runOnTarget(io, api, targets, profiles)
          : await runOnMock(io, apis, profiles);
      if (runs.length === 0) {
        throw new UserError('no-workflows', 'There is no workflow to run', {
          hint: 'Write one beside the description: workflows/NAME.arazzo.yaml.',
        });
      }
      io.out(renderWorkflows(runs));
      finish(runs.every(hasPassed) ? 0 : 1);
    });
}
