import { planOf, type PlannedCheck } from '../contract/run/plan.ts';
import { fixtureProfiles } from '../contract/wire/profiles.ts';
import type { ApiModel } from '../model/api-model.ts';
import { renderViolation } from '../result/violation-text.ts';
import type { CheckResult } from '../result/contract-run.ts';
import { QUIET, loadOne } from './load-description.ts';
import { openRun, type ContractSettings, type OpenRun } from './open-run.ts';

/** What a test may do besides failing. */
interface TestContext {
  /** Says that a test was not done, and why. */
  readonly skip: (reason?: string) => void;
}

/** The functions of a test runner that contract tests are defined with. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown;
  readonly test: (name: string, run: (context: TestContext) => Promise<void>) => unknown;
  readonly after: (run: () => Promise<void>) => unknown;
}

/**
 * Defines a test for each operation and property of a description that applies to it. All of them are one
 * run, as of `kiln test`: it begins with the first test, and each waits for what is its own. Throws a
 * UserError where the description cannot be read.
 */
export async function defineContractTests(
  { describe, test, after }: TestRunner,
  description: string | URL,
  settings: ContractSettings,
): Promise<void> {
  const api = await loadOne(description);
  const grep = typeof settings.grep === 'string' ? settings.grep : settings.grep?.source;
  const checks = planOf(api, { grep }).filter((check) => mayApply(api, check));
  const results = new Map<string, PromiseWithResolvers<CheckResult>>(
    checks.map(({ operation, property }) => [
      `${operation.id} ${property.id}`,
      Promise.withResolvers(),
    ]),
  );
  for (const { promise } of results.values()) promise.catch(() => {});
  const hand = async (ended: OpenRun['ended']): Promise<void> => {
    try {
      for (const it of (await ended).results)
        results.get(`${it.operation} ${it.property}`)?.resolve(it);
    } catch (error) {
      for (const { reject } of results.values()) reject(error);
    }
  };
  let run: Promise<OpenRun> | undefined;
  const begin = async (): Promise<OpenRun> => {
    const opened = await openRun(QUIET, api, settings, (result) =>
      results.get(`${result.operation} ${result.property}`)?.resolve(result),
    );
    void hand(opened.ended);
    return opened;
  };
  for (const [id, own] of Map.groupBy(checks, ({ operation }) => operation.id)) {
    describe(`${api.name}: ${id}`, () => {
      for (const { property } of own) {
        test(`${property.id}: ${property.title}`, async ({ skip }) => {
          run ??= begin();
          await run;
          const result = await results.get(`${id} ${property.id}`)?.promise;
          if (!result) return;
          const found = result.violations.filter(({ ground }) => ground !== 'standard');
          if (found.length > 0) throw new Error(found.map(renderViolation).join('\n\n'));
          if (result.outcome === 'failed' || result.outcome === 'unchecked')
            throw new Error(result.reason);
          if (result.outcome === 'skipped') skip(result.reason);
        });
      }
    });
  }
  after(async () => {
    const opened = await run?.catch(() => undefined);
    await opened?.close();
  });
}

/** Whether a property says anything of an operation, whatever server and credentials there are. */
function mayApply(api: ApiModel, { operation, property }: PlannedCheck): boolean {
  const profiles = fixtureProfiles(api, 0);
  const all = { canWait: true, isListening: true, isRemembering: true };
  return property.unless({ api, operation, profiles, ...all }) === undefined;
}
