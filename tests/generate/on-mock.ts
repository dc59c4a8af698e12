import { setImmediate as turn } from 'node:timers/promises';
import { vi } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import { mockFetch, type MockFetch } from '../../scripts/library/mock-fetch.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { MockBehaviour } from '../../scripts/library/open-mock.ts';
import { clientOf, type Options, type PoliciesClient } from './policies.ts';

/** The mock of one of our descriptions, without a port, in a time that passes only while nobody waits for it. */
export interface OnMock extends AsyncDisposable {
  readonly api: ApiModel;
  readonly mock: MockFetch;
  /** The secret of a scheme, of the plan where one is named. */
  readonly secretOf: (scheme: string, plan?: string) => string;
  readonly clientWith: (options?: Options) => PoliciesClient;
  /** Waits for a result, and lets time pass for whoever waits for that. */
  readonly hurry: <Value>(work: Promise<Value>) => Promise<Value>;
}

/** Turns of the event loop in which nothing happens before time passes. */
const IDLE = 30;
const HOUR = 3_600_000;

/** Each mock is there an hour after the one before, whose quotas a process may still share. */
let opened = 0;

/** Serves `specs/NAME` and makes clients of it; from now on, `Date` and timers are of its time. */
export async function onMock(name: string, behaviour: MockBehaviour = {}): Promise<OnMock> {
  const [api] = await loadApis(nodeIo, [name]);
  if (!api) throw new Error(`there is no ${name}`);
  const contract = toContract(api);
  const mock = await mockFetch(`specs/${name}/openapi.yaml`, behaviour);
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
  opened += 1;
  vi.setSystemTime(Date.now() + opened * HOUR);
  let underWay = 0;
  const fetch = async (request: Request) => {
    underWay += 1;
    try {
      return await mock.fetch(request);
    } finally {
      underWay -= 1;
    }
  };
  const credentials = mock.credentials[name] ?? [];
  return {
    api,
    mock,
    secretOf(scheme, plan) {
      const found = credentials.find(
        (it) => it.scheme === scheme && (plan === undefined || it.plan === plan),
      );
      if (!found) throw new Error(`${name} has no ${scheme} of ${plan}`);
      return found.secret;
    },
    clientWith: (options) => clientOf(contract, { fetch, ...options }),
    async hurry(work) {
      const state = { isDone: false };
      void work
        .catch(() => undefined)
        .finally(() => {
          state.isDone = true;
        });
      for (let idle = 0; !state.isDone; idle += 1) {
        await turn();
        if (underWay > 0) idle = 0;
        if (idle < IDLE) continue;
        vi.advanceTimersToNextTimer();
        idle = 0;
      }
      return await work;
    },
    async [Symbol.asyncDispose]() {
      vi.useRealTimers();
      await mock.close();
    },
  };
}
