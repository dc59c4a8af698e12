import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createPool } from '../../../scripts/contract/things/pool.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import type { CheckResult } from '../../../scripts/result/contract-run.ts';
import { serveShop, type Habit } from './framework.ts';

const DESCRIPTION = 'tests/contract/conforming/openapi.yaml';

/** Tries every property on the shop with these habits. */
export async function tryShop(habits: readonly Habit[], seed: number): Promise<CheckResult[]> {
  const api = await loadDescription(nodeIo, DESCRIPTION);
  const { target, close } = await serveShop(habits);
  const sender = createSender({ timeout: 10_000, largest: 1e7 });
  const none = new Map<string, string>();
  const good = new Map([['APIKeyHeader', 'the-key']]);
  const pool = createPool({ api, targets: [target], writes: true, isThrowAway: false });
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) {
      const result = await runCheck(
        {
          api,
          targets: new Map(api.servers.map(({ url }) => [url, target])),
          profiles: {
            good,
            expired: none,
            readOnly: none,
            narrow: none,
            metered: none,
            other: none,
          },
          seed,
          runs: 5,
          writes: true,
          pool,
          send: sender.send,
          now: Date.now,
        },
        operation,
        property,
      );
      results.push(result);
    }
  }
  sender.close();
  close();
  return results;
}
