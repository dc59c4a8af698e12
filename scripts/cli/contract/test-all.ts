import type { Letterbox } from '../../contract/letterbox.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import type { FinishCode } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import type { Io } from '../io.ts';
import { earlyStart } from './early-start.ts';
import { toExcuse, writeBaseline } from './baseline.ts';
import { refuseCredentialHeaders } from './refuse-credential-headers.ts';
import { whyNoOperations } from './why-no-operations.ts';
import { sayRun } from './say-run.ts';
import { withServer } from './started-server.ts';
import { openSuiteThread } from './suite-thread.ts';
import { testApi } from './test-api.ts';
import { renderUnwalked } from './unwalked-lists.ts';
import type { TestFlags } from './test-options.ts';
import { planTest, type TestPlan } from './test-plan.ts';
import { withListener } from './with-listener.ts';

/** Tests each API on its server, and gives how that ended: as the one run that matters most. */
export async function testAll(
  io: Io,
  names: readonly string[],
  options: TestFlags,
): Promise<FinishCode> {
  // It loads what checks need while this one loads what they are about.
  const thread = openSuiteThread(io);
  const { budget, allowEmpty = false, header: headers = [], verbose, strict } = options;
  const { writeBaseline: newFile, owner, reason, expires } = options;
  const test = async (isStarted: boolean): Promise<FinishCode> => {
    const apis = await loadApis(io, names, { aside: { strict, verbose } });
    const plans = new Map<ApiModel, TestPlan>();
    for (const api of apis) {
      plans.set(api, await planTest(io, api, options));
      refuseCredentialHeaders(api, headers);
    }
    const excuse =
      newFile === undefined ? undefined : toExcuse({ owner, reason, expires }, io.now());
    const began = io.now();
    const exitCodes: FinishCode[] = [];
    const runs: ContractRun[] = [];
    const testOne = async (
      api: ApiModel,
      { start: _start, options: again, ...plan }: TestPlan,
      letterbox: Letterbox | undefined,
    ): Promise<FinishCode> => {
      const { run, reports, exitCode } = await testApi(io, api, {
        ...plan,
        runs: options.runs,
        grep: options.grep,
        shard: options.shard,
        concurrency: options.concurrency,
        timeout: options.timeout,
        tokenUrl: options.tokenUrl,
        bail: options.bail,
        maxRequests: options.maxRequests,
        pace: options.pace,
        throwAway: options.throwAway,
        requireProof: options.requireProof,
        allowEmpty,
        strict,
        isLenient: options.strictClaims !== true,
        verbose,
        headers,
        writes: options.allowWrites === true,
        quotas: options.allowQuotas === true,
        formats: options.report,
        letterbox,
        again,
        thread: runs.length === 0 ? thread : undefined,
        seed: options.seed ?? began % 2 ** 31,
        budget: budget === undefined ? undefined : Math.max(1, budget - (io.now() - began)),
      });
      sayRun(io, run, reports, renderUnwalked(api, run));
      runs.push(run);
      return exitCode;
    };
    await withListener(io, apis, options.webhookPort, async (letterbox) => {
      for (const [api, plan] of plans) {
        if (allowEmpty && api.operations.length === 0) {
          io.out(`${api.name}: nothing to test: ${whyNoOperations(api)}\n`);
          continue;
        }
        const exitCode = await withServer(io, isStarted ? undefined : plan.start, () =>
          testOne(api, plan, letterbox),
        );
        exitCodes.push(exitCode);
        if (exitCode >= 128) break;
      }
    });
    if (newFile !== undefined && excuse) {
      const count = await writeBaseline(io, newFile, runs, excuse);
      io.out(`${newFile}: ${count} known violations\n`);
    }
    return (
      exitCodes.toSorted((left, right) => WEIGHT.indexOf(right) - WEIGHT.indexOf(left))[0] ?? 0
    );
  };
  try {
    const start = await earlyStart(io, names, options);
    return await withServer(io, start, () => test(start !== undefined));
  } finally {
    await thread.close();
  }
}

/** How several runs end together: as the one that matters most. */
const WEIGHT: readonly FinishCode[] = [0, 2, 1, 130, 143];
