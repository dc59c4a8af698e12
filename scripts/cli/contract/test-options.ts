import { Option, type Command } from '@commander-js/extra-typings';
import { REPORT_CHOICES, REPORT_FORMATS } from '../../report/report.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import {
  toCount,
  toHeaders,
  toMilliseconds,
  toPatternText,
  toPort,
  toPositive,
  toRate,
  toShard,
  toUrl,
} from '../options.ts';

/** What the flags mean where answers are judged. */
export const STRICT_TEST_HELP = `${STRICT_HELP}, and count what only a standard (an RFC) says`;
export const VERBOSE_TEST_HELP = `${VERBOSE_HELP}, and what could not be determined`;

/** What the flags of `kiln test` come to. */
export type TestFlags = ReturnType<ReturnType<typeof addTestCommand>['opts']>;

/** What the user may say of a run: what to test, how much of it, and what must not happen to the server. */
export function addTestCommand(program: Command) {
  return program
    .command('test')
    .description('prove that a server keeps the contract')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option('--target <url>', 'base address of the server: what stands before /paths', toUrl)
    .option('--mock <url>', 'instead: where a "kiln mock" listens that serves the APIs', toUrl)
    .option(
      '--server <documented=url...>',
      'address of another server of the description: https://documented=http://real',
    )
    .option('--credentials <file>', 'YAML: a secret for each security scheme, by profile or not')
    .option(
      '--header <field>',
      'a header of every request, such as "X-Key: 123"; as secret as a credential; may be repeated',
      toHeaders,
    )
    .option('--start <command>', 'start the server with this command, and end it afterwards')
    .option(
      '--wait <time>',
      'with --start: how long it may take to answer (default: 30s)',
      toMilliseconds,
    )
    .option('--token-url <url>', 'where OAuth tokens come from, instead of where it says', toUrl)
    .option('--runs <count>', 'generated requests for each operation and property', toCount, 25)
    .option('--seed <number>', 'repeats a run; a random one is drawn and printed', toCount)
    .option('--replay <id>', 'only the check that found this violation in the last run, once more')
    .option('--grep <pattern>', 'only checks whose "operation property" matches', toPatternText)
    .option('--shard <i/n>', 'only a part of the checks; "kiln merge" joins the parts', toShard)
    .option('--concurrency <count>', 'checks at a time (default: 8)', toPositive)
    .option('--timeout <time>', 'maximum time for one response (default: 10s)', toMilliseconds)
    .option('--webhook-port <number>', 'listen here for webhooks; 0 takes any free one', toPort)
    .option('--budget <time>', 'take so long: 60s', toMilliseconds)
    .option('--bail <count>', 'stop after COUNT new violations', toPositive)
    .option('--max-requests <count>', 'stop after COUNT requests', toCount)
    .option('--require-proof', 'exit 1 where an operation never answered with a documented success')
    .option('--allow-empty', 'exit 0 also where nothing was tried or nothing succeeded')
    .option('--allow-writes', 'on another machine, try also what may change something there')
    .option(
      '--throw-away',
      'the server is to be thrown away: delete also what the run did not make',
    )
    .option('--allow-quotas', 'on another machine, try also what uses a quota up')
    .option(
      '--pace [rate]',
      'stay below the documented quotas here too, or send so many a second',
      toRate,
    )
    .option('--baseline <file>', 'YAML: known violations, which do not count until they expire')
    .option('--write-baseline <file>', 'write the violations found as known ones')
    .option('--owner <name>', 'with --write-baseline: who answers for them')
    .option('--reason <text>', 'with --write-baseline: why they are accepted')
    .option('--expires <date>', 'with --write-baseline: the last day on which they are excused')
    .option('--strict-claims', 'blame a server also by what no source states, and is only inferred')
    .option(STRICT, STRICT_TEST_HELP)
    .option(VERBOSE, VERBOSE_TEST_HELP)
    .addOption(
      new Option('--report <format...>', 'what to write of a run')
        .choices(REPORT_CHOICES)
        .default([...REPORT_FORMATS]),
    );
}
