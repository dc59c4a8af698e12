import { Option, type Command } from '@commander-js/extra-typings';
import { UserError } from '../../core/user-error.ts';
import { REPORT_FORMATS } from '../../report/report.ts';
import { renderTotals } from '../../report/totals.ts';
import type { CommandContext } from '../command.ts';
import { loadDescription, rootsOf } from '../descriptions.ts';
import { toCount, toPattern, toTargets, toUrl } from '../options.ts';
import { readProfiles } from '../profiles.ts';
import { testApi } from '../test-api.ts';

/** `kiln test`: tries every property on a server. */
export function addTest(program: Command, { io, finish }: CommandContext): void {
  program
    .command('test')
    .description('prove that a server keeps the contract')
    .argument('<api>', 'a folder under specs/, or the path of an OpenAPI 3.1 file')
    .option('--target <url>', 'base address of the server: what stands before /paths', toUrl)
    .option(
      '--server <documented=url...>',
      'address of another server of the description: https://documented=http://real',
    )
    .option('--credentials <file>', 'YAML: a secret for each security scheme, by profile or not')
    .option('--runs <count>', 'generated requests for each operation and property', toCount, 25)
    .option('--seed <number>', 'repeats a run; a random one is drawn and printed', toCount)
    .option('--grep <pattern>', 'only checks whose "operation property" matches', toPattern)
    .option('--allow-writes', 'on another machine, try also what may change something there')
    .option('--max-requests <count>', 'stop after so many', toCount)
    .addOption(
      new Option('--report <format...>', 'what to write under reports/')
        .choices(REPORT_FORMATS)
        .default([...REPORT_FORMATS]),
    )
    .action(
      async (
        name,
        { target, server = [], credentials, seed = drawSeed(io.now()), report, ...rest },
      ) => {
        // Checked here, so that a mistyped --target is reported as such and not as a missing one.
        if (target === undefined) {
          throw new UserError('no-target', 'There is no --target to test', {
            hint: `Start a mock with "kiln mock ${name}" and pass the address it prints.`,
          });
        }
        const [root = name] = await rootsOf(io, [name]);
        const api = await loadDescription(io, root);
        const profiles = await readProfiles(io, credentials);
        const targets = toTargets(api, target, server);
        const { runs, grep, maxRequests, allowWrites: writes = false } = rest;
        const options = {
          targets,
          profiles,
          seed,
          runs,
          grep,
          maxRequests,
          writes,
          formats: report,
        };
        const { run, violations, reports } = await testApi(io, api, options);
        io.out(`${api.name}: ${renderTotals(run)}\nreport: ${reports[0]}\n`);
        finish(violations.length > 0 ? 1 : 0);
      },
    );
}

function drawSeed(now: number): number {
  return now % 2 ** 31;
}
