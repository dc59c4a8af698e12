import { planOf, type PlannedCheck } from '../contract/run/plan.ts';
import { fixtureProfiles } from '../contract/wire/profiles.ts';
import type { ApiModel } from '../model/api-model.ts';
import { causesOf, type Cause } from '../result/causes.ts';
import { renderCause } from '../result/violation-text.ts';
import {
  newViolationsOf,
  type CheckResult,
  type ContractRun,
  type Violation,
} from '../result/contract-run.ts';
import { QUIET, loadOne } from './load-description.ts';
import { checkSettings, openRun, type ContractSettings, type OpenRun } from './open-run.ts';
import { whyVain } from './why-vain.ts';

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
 * run, as of `kiln test`: it begins with the first test, and the first waits for its end. What is found fails
 * one test, however many checks have met it: that of the property that it breaks. A test `proof` fails where the run
 * shows nothing. Throws a UserError where the description cannot be read, or for a credential of no scheme.
 */
export async function defineContractTests(
  { describe, test, after }: TestRunner,
  description: string | URL,
  settings: ContractSettings,
): Promise<void> {
  const api = await loadOne(description);
  checkSettings(api, settings);
  const grep = typeof settings.grep === 'string' ? settings.grep : settings.grep?.source;
  const checks = planOf(api, { grep }).filter((check) => mayApply(api, check));
  const keys = new Set(
    checks.map(({ operation, property }) =>
      keyOf({ operation: operation.id, property: property.id }),
    ),
  );
  let opened: Promise<OpenRun> | undefined;
  let told: Promise<Told> | undefined;
  const begin = async (): Promise<Told> => {
    opened = openRun(QUIET, api, settings);
    const run = await (await opened).ended;
    return tell(run, keys);
  };
  for (const [id, own] of Map.groupBy(checks, ({ operation }) => operation.id)) {
    describe(`${api.name}: ${id}`, () => {
      for (const { property } of own) {
        test(`${property.id}: ${property.title}`, async ({ skip }) => {
          told ??= begin();
          const { results, failures } = await told;
          const key = keyOf({ operation: id, property: property.id });
          const causes = failures.get(key) ?? [];
          if (causes.length > 0) throw new Error(causes.map(renderCause).join('\n\n'));
          const { outcome, reason } = results.get(key) ?? {};
          if (outcome === 'failed' || outcome === 'unchecked') throw new Error(reason);
          if (outcome === 'skipped') skip(reason);
        });
      }
    });
  }
  describe(api.name, () => {
    // A part of a run may have nothing to prove, and tries something all the same.
    const what =
      grep === undefined
        ? 'an operation answers with a success that is documented'
        : 'something is tried';
    test(`proof: ${what}`, async () => {
      told ??= begin();
      const { run } = await told;
      const why = whyVain(api, run, settings);
      if (why !== '') throw new Error(why);
    });
  });
  after(async () => {
    const run = await opened?.catch(() => undefined);
    await run?.close();
  });
}

interface Told {
  readonly run: ContractRun;
  readonly results: ReadonlyMap<string, CheckResult>;
  /** What each test fails with. */
  readonly failures: ReadonlyMap<string, readonly Cause[]>;
}

function tell(run: ContractRun, keys: ReadonlySet<string>): Told {
  const failures = new Map<string, Cause[]>();
  const deciding = newViolationsOf(run);
  for (const own of Map.groupBy(deciding, ({ operation }) => operation).values()) {
    for (const cause of causesOf(own)) {
      const key = testOf(cause.first, run, keys);
      failures.set(key, [...(failures.get(key) ?? []), cause]);
    }
  }
  return { run, results: new Map(run.results.map((it) => [keyOf(it), it])), failures };
}

/** The test of the property that is broken or, where that has none, of the check that has found it. */
function testOf({ id, ...violation }: Violation, run: ContractRun, keys: ReadonlySet<string>) {
  if (keys.has(keyOf(violation))) return keyOf(violation);
  const finder = run.results.find(({ violations }) => violations.some((it) => it.id === id));
  return finder ? keyOf(finder) : keyOf(violation);
}

function keyOf({ operation, property }: { operation: string; property: string }): string {
  return `${operation} ${property}`;
}

/** Whether a property says anything of an operation, whatever server and credentials there are. */
function mayApply(api: ApiModel, { operation, property }: PlannedCheck): boolean {
  const profiles = fixtureProfiles(api, 0);
  const all = { canWait: true, isListening: true, isRemembering: true };
  return property.unless({ api, operation, profiles, ...all }) === undefined;
}
