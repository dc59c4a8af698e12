import { toLetterbox } from '../../../scripts/cli/contract/local-letterbox.ts';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { createLetterbox } from '../../../scripts/cli/prove/letterbox.ts';
import { targetsOf } from '../../../scripts/cli/run-all.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { createControllableClock } from '../../../scripts/base/clock.ts';
import type { CheckResult } from '../../../scripts/result/contract-run.ts';
import { createMock } from '../../../scripts/mock/mock.ts';

/** Every property on every operation of a description, against a mock whose clock can be moved. */
export interface CheckedApi {
  readonly api: string;
  readonly results: readonly CheckResult[];
}

interface Options {
  readonly seed: number;
  /** Generated requests for each operation and property. */
  readonly runs: number;
}

/** Tries all properties on the mocks of all descriptions, one check after the other. */
export async function checkApis({ seed, runs }: Options): Promise<CheckedApi[]> {
  const checked: CheckedApi[] = [];
  for (const api of await loadApis(nodeIo, [])) {
    const clock = createControllableClock(nodeIo);
    const receiver = createLetterbox(api);
    const { targets: webhooks, deliver } = receiver;
    const mock = await createMock([api], { clock, limits: true, webhooks, deliver });
    const sender = createSender({ timeout: 10_000, largest: 1e7 });
    const options = {
      api,
      targets: targetsOf(mock, api, await mock.listen({ host: '127.0.0.1', port: 0 })),
      profiles: fixtureProfiles(api, clock.now()),
      seed,
      runs,
      writes: true,
      send: sender.send,
      passTime: (milliseconds: number) => Promise.resolve(clock.advance(milliseconds)),
      now: clock.now,
      letterbox: toLetterbox(receiver),
    };
    const results: CheckResult[] = [];
    for (const operation of api.operations) {
      for (const property of PROPERTIES) results.push(await runCheck(options, operation, property));
    }
    checked.push({ api: api.name, results });
    sender.close();
    await mock.close();
  }
  return checked;
}
