import { afterAll } from 'vitest';
import { openListener } from '../../scripts/cli/contract/webhook-listener.ts';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { defineContractSuite } from '../../scripts/contract/suite.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createQuotaWait } from '../../scripts/contract/wire/quota-wait.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { createMock } from '../../scripts/mock/mock.ts';

const { now } = nodeIo;
const apis = await loadApis(nodeIo, []);
const letterbox = await openListener(apis, 0);
const { targets: webhooks } = letterbox;
const clock = createControllableClock({ now });
const mock = await createMock(apis, { clock, limits: true, webhooks });
const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
const sender = createSender({ timeout: 5000, largest: 1e7 });

afterAll(async () => {
  sender.close();
  await mock.close();
  await letterbox.close();
});

for (const api of apis) {
  defineContractSuite({
    api,
    targets: targetsOf(mock, api, origin),
    profiles: fixtureProfiles(api, now()),
    seed: 1,
    runs: 10,
    writes: true,
    send: sender.send,
    now,
    quotaWait: createQuotaWait(
      (milliseconds) => Promise.resolve(clock.advance(milliseconds)),
      api.policies.rateLimits?.window ?? 0,
    ),
    letterbox,
  });
}
