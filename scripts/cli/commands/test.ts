import type { Command } from '@commander-js/extra-typings';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { UserError } from '../../base/user-error.ts';
import type { CommandContext, FinishCode } from '../command.ts';
import { readBaseline, toExcuse, writeBaseline } from '../contract/baseline.ts';
import { readCredentials } from '../contract/profiles.ts';
import { sayRun } from '../contract/say-run.ts';
import { openSuiteThread } from '../contract/suite-thread.ts';
import { testApi } from '../contract/test-api.ts';
import { withListener } from '../contract/with-listener.ts';
import { addTestCommand } from '../contract/test-options.ts';
import { refuseCredentialHeaders } from '../contract/refuse-credential-headers.ts';
import { loadApis } from '../descriptions.ts';
import { toMockTargets, toTargets } from '../options.ts';

/** `kiln test`: tries every property on a server. */
export function addTest(program: Command, { io, finish }: CommandContext): void {
  addTestCommand(program).action(async (names, options) => {
    const { target, mock, server = [], credentials, budget, report: formats, ...given } = options;
    const { strict, strictClaims, verbose, ...rest } = given;
    if (options.replay !== undefined) {
      const { replayViolation } = await import('../contract/replay.ts');
      finish((await replayViolation(io, names, { ...options, id: options.replay })) ? 1 : 0);
      return;
    }
    // Checked here, so that a mistyped --target is reported as such and not as a missing one.
    if (target === undefined && mock === undefined) {
      throw new UserError('no-target', 'There is no --target to test', {
        hint: `Start a mock with "kiln mock" and pass the address it prints: --mock http://127.0.0.1:4010.`,
      });
    }
    if (target !== undefined && names.length !== 1) {
      throw new UserError('one-target', 'A --target serves one API', {
        hint: 'Name the API: kiln test NAME --target URL. A "kiln mock" serves several: --mock URL.',
      });
    }
    // It loads what checks need while this one loads what they are about.
    const thread = openSuiteThread(io);
    const test = async (): Promise<void> => {
      const apis = await loadApis(io, names, { aside: { strict, verbose } });
      const profiles = await readCredentials(io, credentials, apis);
      const { baseline: file, writeBaseline: newFile, owner, reason, expires, ...others } = rest;
      const excuse =
        newFile === undefined ? undefined : toExcuse({ owner, reason, expires }, io.now());
      const baseline = file === undefined ? undefined : await readBaseline(io, file);
      const { allowWrites: writes = false, allowQuotas: quotas = false, seed, ...more } = others;
      const { webhookPort, header: headers = [], ...limits } = more;
      for (const api of apis) refuseCredentialHeaders(api, headers);
      const began = io.now();
      const exitCodes: FinishCode[] = [];
      const runs: ContractRun[] = [];
      const testOne = async (api: ApiModel, letterbox: Letterbox | undefined) => {
        const targets =
          target === undefined ? toMockTargets(api, mock ?? '') : toTargets(api, target, server);
        const { run, reports, exitCode } = await testApi(io, api, {
          ...limits,
          strict,
          isLenient: strictClaims !== true,
          verbose,
          targets,
          isMock: mock !== undefined,
          profiles,
          headers,
          writes,
          quotas,
          formats,
          baseline,
          letterbox,
          thread: runs.length === 0 ? thread : undefined,
          seed: seed ?? began % 2 ** 31,
          budget: budget === undefined ? undefined : Math.max(1, budget - (io.now() - began)),
        });
        sayRun(io, run, reports);
        runs.push(run);
        exitCodes.push(exitCode);
        return exitCode;
      };
      await withListener(io, apis, webhookPort, async (letterbox) => {
        for (const api of apis) if ((await testOne(api, letterbox)) >= 128) break;
      });
      if (newFile !== undefined && excuse) {
        const count = await writeBaseline(io, newFile, runs, excuse);
        io.out(`${newFile}: ${count} known violations\n`);
      }
      finish(
        exitCodes.toSorted((left, right) => WEIGHT.indexOf(right) - WEIGHT.indexOf(left))[0] ?? 0,
      );
    };
    try {
      await test();
    } finally {
      await thread.close();
    }
  });
}

/** How several runs end together: as the one that matters most. */
const WEIGHT: readonly FinishCode[] = [0, 2, 1, 130, 143];
