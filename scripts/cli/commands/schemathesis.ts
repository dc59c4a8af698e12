import { InvalidArgumentError, type Command } from '@commander-js/extra-typings';
import { unexplainedOf } from '../../result/second-opinion.ts';
import { UserError } from '../../base/user-error.ts';
import { renderOpinionFinding, renderOpinionLine } from '../../report/schemathesis-text.ts';
import type { CommandContext } from '../command.ts';
import { secretsFor } from '../contract/obtain-tokens.ts';
import { readProfiles } from '../contract/profiles.ts';
import { credentialSourceOf } from '../contract/test-plan.ts';
import { settingsOf } from '../settings.ts';
import { loadApis } from '../descriptions.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { toCount, toTargets, toUrl } from '../options.ts';
import { provideSchemathesis } from '../schemathesis/provide-schemathesis.ts';
import { writeOpinion } from '../schemathesis/write-opinion.ts';

/** `kiln schemathesis`: the real Schemathesis, as a second opinion. */
export function addSchemathesis(program: Command, { io, finish }: CommandContext): void {
  program
    .command('schemathesis')
    .description('have the real Schemathesis test a mock of our own, or a server')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option('--install', 'download and install it (93 MB), and stop')
    .option('--target <url>', 'base address of the server: what stands before /paths', toUrl)
    .option('--server <documented=url...>', 'address of another server of the description')
    .option('--credentials <file>', 'YAML: a secret for each security scheme')
    .option('--budget <time>', 'for each API: 60s or 2m', toSeconds, 60)
    .option('--seed <number>', 'repeats a run', toCount, 1)
    .option('--max-examples <count>', 'generated requests for each operation', toCount)
    .option('--allow-writes', 'on another machine, try also what may change something there')
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(async (names, { install, target, server = [], credentials, ...rest }) => {
      if (install) {
        await provideSchemathesis(io, (line) => io.err(`${line}\n`));
        return io.out('Schemathesis is installed\n');
      }
      if (names.length !== 1 && target !== undefined) {
        throw new UserError('one-target', 'A --target serves one API', {
          hint: 'Name the API: kiln schemathesis NAME --target URL.',
        });
      }
      const apis = await loadApis(io, names, { aside: rest });
      const [api] = apis;
      const targets = api && target !== undefined ? toTargets(api, target, server) : undefined;
      const from = credentialSourceOf(targets && credentials, await settingsOf(io), targets && api);
      const read = await readProfiles(io, credentials ?? from);
      const given = await secretsFor(io, api, read, targets);
      const { budget, seed, maxExamples, allowWrites: writes = false } = rest;
      const options = { targets, given, writes, budget, seed, maxExamples };
      // It brings along what other commands do without.
      const { gatherOpinions } = await import('../schemathesis/second-opinions.ts');
      await gatherOpinions(io, apis, options, async (tested, result) => {
        const path = await writeOpinion(io, tested, result);
        if ('notRun' in result) return io.out(`${tested.name}: not run: ${result.notRun}\n`);
        const open = unexplainedOf(result);
        for (const finding of open) io.out(`${renderOpinionFinding(finding)}\n\n`);
        io.out(`${tested.name}: ${renderOpinionLine(result)}\nreport: ${path}\n`);
        if (open.length > 0) finish(1);
      });
    });
}

function toSeconds(text: string): number {
  const [, figure = '', unit] = /^(\d{1,5})(s|m)$/.exec(text) ?? [];
  const seconds = Number(figure) * (unit === 'm' ? 60 : 1);
  if (seconds > 0) return seconds;
  throw new InvalidArgumentError('It takes a time such as 60s or 2m.');
}
