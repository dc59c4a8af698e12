import { openListener } from '../../scripts/cli/contract/webhook-listener.ts';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import { serveParcels, type Fault } from './parcels-server.ts';
import type { Served } from './serve.ts';

export const PARCELS = 'tests/contract/cases/parcels/openapi.yaml';
export const DEPOT = 'tests/contract/cases/depot/openapi.yaml';

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

/** Tries every property on a server whose clock stands to nobody's command. */
export function resultsOf(
  target: string,
  send: Send,
  writes = true,
  seed = 1,
): Promise<CheckResult[]> {
  return checkServer(PARCELS, { target, now: Date.now }, { send, writes, seed });
}

interface Choice {
  readonly send: Send;
  readonly seed?: number;
  readonly writes?: boolean;
  /** The only operation that is tried, and the only property. */
  readonly operation?: string;
  readonly property?: string;
}

/** Tries properties on a server of a description, whose clock is moved on where there is a way to. */
export async function checkServer(
  description: string,
  { target, now, passTime, hookTo }: Pick<Served, 'target' | 'now'> & Partial<Served>,
  { send, seed = 1, writes = true, operation: only, property: single }: Choice,
): Promise<CheckResult[]> {
  const api = await loadDescription(nodeIo, description);
  const profiles = fixtureProfiles(api, Date.now());
  const targets = new Map(api.servers.map(({ url }) => [url, target]));
  const listener = hookTo && (await openListener([api], 0));
  if (listener) hookTo(listener.origin);
  const fixed = { api, targets, profiles, seed, runs: 10 };
  const options = { ...fixed, writes, send, passTime, now, letterbox: listener };
  const results: CheckResult[] = [];
  for (const operation of api.operations.filter(({ id }) => id === (only ?? id))) {
    for (const property of PROPERTIES.filter(({ id }) => id === (single ?? id))) {
      results.push(await runCheck(options, operation, property));
    }
  }
  await listener?.close();
  return results;
}
