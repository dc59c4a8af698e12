import type { Targets } from '../../scripts/contract/check-options.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { CheckResult, ContractRun } from '../../scripts/result/contract-run.ts';

/** A run of every property, with the exchanges that a report of them takes. */
export async function recordRun(
  api: ApiModel,
  targets: Targets,
  send: Send,
  runs = 5,
): Promise<ContractRun> {
  const profiles = fixtureProfiles(api, Date.now());
  const shared = { api, targets, profiles, seed: 1, runs, writes: true, send, now: Date.now };
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) {
      results.push(await runCheck({ ...shared, keepExchanges: true }, operation, property));
    }
  }
  return {
    api: api.name,
    title: api.title,
    target: [...targets.values()][0] ?? '',
    mode: 'active',
    started: new Date().toISOString(),
    seed: 1,
    runs,
    milliseconds: 0,
    operations: api.operations.map(({ id, method, path, pointer }) => {
      return { id, method, path, location: api.locate(pointer) };
    }),
    properties: PROPERTIES.map(({ id, title }) => ({ id, title })),
    results,
    coverage: [],
  };
}

/** A text as a file comes from a disk: in pieces that end anywhere. */
export async function* inPieces(text: string, size = 997): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    await Promise.resolve();
    yield text.slice(at, at + size);
  }
}
