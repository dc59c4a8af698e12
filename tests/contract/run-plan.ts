import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { planOf, type PlannedCheck } from '../../scripts/contract/run/plan.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import type { CheckResult, Shard } from '../../scripts/result/contract-run.ts';
import { PARCELS } from './run-parcels.ts';

interface PlanOptions {
  readonly grep?: string;
  readonly shard?: Shard;
  readonly seed?: number;
  /** How one check sends; as the others when left out. */
  readonly sendFor?: (check: PlannedCheck) => Send;
}

/** Runs the planned checks of the parcels on a server, a few at a time as a real run does. */
export async function runPlan(
  target: string,
  send: Send,
  { seed = 1, sendFor = () => send, ...plan }: PlanOptions = {},
): Promise<CheckResult[]> {
  const api = await loadDescription(nodeIo, PARCELS);
  const profiles = fixtureProfiles(api, Date.now());
  const targets = new Map(api.servers.map(({ url }) => [url, target]));
  const checks = planOf(api, plan);
  const results: CheckResult[] = [];
  const next = async (): Promise<void> => {
    for (let check = checks.shift(); check; check = checks.shift()) {
      const options = { api, targets, profiles, seed, runs: 4, writes: true, now: () => 0 };
      const { operation, property } = check;
      results.push(await runCheck({ ...options, send: sendFor(check) }, operation, property));
    }
  };
  await Promise.all([next(), next(), next()]);
  return results;
}
