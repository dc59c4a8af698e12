import { fileURLToPath } from 'node:url';
import type { TestCase } from 'vitest/node';
import type { Targets } from '../../contract/contract.ts';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { PlannedCheck } from '../../contract/run/plan.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import type { Renewal } from '../../contract/wire/renew.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { CheckResult, Shard } from '../../result/contract-run.ts';
import type { SuiteInput } from './contract-suite.ts';
import { lendLetterbox } from './letterbox-channel.ts';

const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url));
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface SuiteOptions {
  readonly targets: Targets;
  readonly profiles: Profiles;
  /** How those of their secrets are renewed that end. */
  readonly renewals?: readonly Renewal[] | undefined;
  readonly seed: number;
  readonly runs: number;
  readonly writes: boolean;
  /** Whether quotas are used up. */
  readonly quotas: boolean;
  readonly maxRequests: number | undefined;
  /** Checks at a time. */
  readonly concurrency: number;
  /** Milliseconds in which a request must have been answered. */
  readonly timeout: number;
  /** Whether the documented pace is kept, and the requests per second that the user allows. */
  readonly pace: { readonly isDocumented: boolean; readonly perSecond: number | undefined };
  /** Regular expression over `operation property`: what is tried. */
  readonly grep: string;
  readonly shard: Shard | undefined;
  /** Whether exchanges are kept for a report of them. */
  readonly keepExchanges?: boolean | undefined;
  /** Where the targets' webhooks arrive; left out where nobody listens for them. */
  readonly letterbox?: Letterbox | undefined;
}

/** Has Vitest run the checks, and gives what went wrong with Kiln itself. */
export async function runSuite(
  api: ApiModel,
  {
    targets,
    profiles,
    renewals = [],
    concurrency,
    shard,
    grep,
    letterbox,
    ...options
  }: SuiteOptions,
  checks: readonly PlannedCheck[],
  stop: string,
  onResult: (result: CheckResult) => void,
): Promise<string[]> {
  if (checks.length === 0) return [];
  const { seed, runs, writes, quotas, maxRequests, timeout, pace, keepExchanges = false } = options;
  const lent = letterbox && lendLetterbox(letterbox);
  const input: SuiteInput = {
    root: api.source,
    targets: [...targets],
    profiles: {
      good: [...profiles.good],
      expired: [...profiles.expired],
      readOnly: [...profiles.readOnly],
      narrow: [...profiles.narrow],
      metered: [...profiles.metered],
      other: [...profiles.other],
    },
    renewals,
    seed,
    runs,
    writes,
    quotas,
    maxRequests,
    timeout,
    pace,
    grep,
    shard,
    stop,
    letterbox: lent?.channel,
    keepExchanges,
  };
  const failures: string[] = [];
  const handlers = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  // Loaded when it is needed: every other command would wait for it.
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest(
    'test',
    [],
    {
      root: PACKAGE,
      config: false,
      include: ['scripts/cli/contract/contract-suite.ts'],
      // A task runner of our own stands behind each test: Vitest only schedules them.
      pool: 'threads',
      isolate: false,
      watch: false,
      maxConcurrency: concurrency,
      provide: { kiln: input },
      reporters: [
        {
          onInit() {
            // Vitest ends the process at the first signal; here a run ends in order, and keeps what it found.
            for (const [signal, own] of handlers) {
              const foreign = process.listeners(signal).filter((it) => !own.includes(it));
              for (const listener of foreign) process.off(signal, listener);
            }
          },
          onTestCaseResult(testCase: TestCase) {
            const result = testCase.meta().kiln;
            if (result) onResult(result);
            else failures.push(...messagesOf(testCase.result().errors));
          },
          onTestModuleEnd(module) {
            failures.push(...messagesOf(module.errors()));
          },
          onTestRunEnd(_modules, unhandled) {
            failures.push(...messagesOf(unhandled));
          },
        },
      ],
    },
    {},
  );
  await vitest.close();
  lent?.close();
  process.exitCode = 0;
  return failures;
}

function messagesOf(errors: readonly unknown[] | undefined): string[] {
  return (errors ?? []).map((error) => {
    const { stack, message } = error as { stack?: string; message?: string };
    return stack ?? message ?? JSON.stringify(error);
  });
}
