import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import type { CheckResult } from '../../scripts/core/contract-run.ts';
import { serveParcels, type Fault } from './parcels-server.ts';

export const PARCELS = 'tests/contract/cases/parcels/openapi.yaml';

/** Tries every property on a parcels server, faulty or not. */
export async function runAll(
  send: Send,
  fault: Fault | undefined,
  seed: number,
): Promise<CheckResult[]> {
  const { target, close } = await serveParcels(fault);
  const results = await resultsOf(target, send, true, seed);
  close();
  return results;
}

/** Tries every property on a server. */
export async function resultsOf(
  target: string,
  send: Send,
  writes = true,
  seed = 1,
): Promise<CheckResult[]> {
  const api = await loadDescription(nodeIo, PARCELS);
  const profiles = fixtureProfiles(api, Date.now());
  const targets = new Map(api.servers.map(({ url }) => [url, target]));
  const options = { api, targets, profiles, seed, runs: 10, writes, send, now: Date.now };
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) results.push(await runCheck(options, operation, property));
  }
  return results;
}
