import { Option, type Command } from '@commander-js/extra-typings';
import { REPORT_CHOICES, REPORT_FORMATS } from '../../report/report.ts';
import { checkTraffic } from '../contract/check-traffic.ts';
import { readBaseline } from '../contract/baseline.ts';
import { readCredentials } from '../contract/profiles.ts';
import { STRICT_TEST_HELP, VERBOSE_TEST_HELP } from '../contract/test-options.ts';
import { credentialSourceOf, ownOf } from '../contract/test-plan.ts';
import { settingsOf } from '../settings.ts';
import { sayRun } from '../contract/say-run.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { STRICT, VERBOSE } from '../left-aside.ts';
import { toUrl } from '../options.ts';

/** `kiln check`: puts recorded traffic through the judges that `kiln test` has. */
export function addCheck(program: Command, { io, finish }: CommandContext): void {
  program
    .command('check')
    .description('judge recorded traffic: an HTTP archive, or a line of JSON for each exchange')
    .argument('<traffic>', 'a .har file (HAR 1.2), or .ndjson')
    .option('--api <api...>', 'folders under specs/, paths or addresses; all by default')
    .option(
      '--target <url>',
      'address that the servers of the one API have in the recording',
      toUrl,
    )
    .option(
      '--server <documented=url...>',
      'address in the recording of one server: https://documented=http://recorded',
    )
    .option(
      '--credentials <file>',
      'YAML: which of the recorded secrets may only read, or has expired',
    )
    .option('--baseline <file>', 'YAML: known violations, which do not count until they expire')
    .addOption(
      new Option('--report <format...>', 'what to write of a run')
        .choices(REPORT_CHOICES)
        .default([...REPORT_FORMATS]),
    )
    .option(STRICT, STRICT_TEST_HELP)
    .option(VERBOSE, VERBOSE_TEST_HELP)
    .action(async (file, options) => {
      const { api: names = [], target, server = [], credentials, baseline, report } = options;
      const { strict, verbose } = options;
      const apis = await loadApis(io, names, { aside: { strict, verbose } });
      const settings = await settingsOf(io);
      const single = apis.length === 1 ? apis[0] : undefined;
      const known = baseline ?? (single && ownOf(settings, single)?.baseline);
      const checked = await checkTraffic(io, apis, {
        file,
        target,
        servers: server,
        baseline: known === undefined ? undefined : await readBaseline(io, known),
        profiles: await readCredentials(
          io,
          credentialSourceOf(credentials, settings, single),
          apis,
        ),
        formats: report,
        strict: strict === true,
        verbose: verbose === true,
      });
      for (const { run, reports } of checked) {
        sayRun(io, run, reports);
      }
      finish(checked.some(({ isBroken }) => isBroken) ? 1 : 0);
    });
}
