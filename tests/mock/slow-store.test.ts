import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { exampleRequest } from '../../scripts/faults/example-request.ts';
import { createMemoryStore, type Store } from '../../scripts/mock/state/store.ts';
import { play, type Played } from './play.ts';
import { START, startMock } from './pets.ts';

const apis = await loadApis(nodeIo, []);
const clock = { now: () => START };

/** A function whose answer comes in a later turn of the event loop. */
function late<Input extends unknown[], Output>(
  ask: (...input: Input) => Output | Promise<Output>,
): (...input: Input) => Promise<Output> {
  return async (...input) => {
    await setImmediate();
    return ask(...input);
  };
}

/** The same store, further away. */
function slowly(store: Store): Store {
  return {
    get: late(store.get),
    set: late(store.set),
    increment: late(store.increment),
    delete: late(store.delete),
    list: late(store.list),
    clear: late(store.clear),
  };
}

function fail(): never {
  throw new Error('out of order');
}

/** Each operation's example, three times in turns: what is made is read, listed and counted again. */
async function playAll(api: ApiModel, store: Store): Promise<readonly Played[]> {
  const mock = await startMock([api], { store });
  const drafts = api.operations.flatMap((it) => exampleRequest(api, it) ?? []);
  const steps = [...drafts, ...drafts, ...drafts].map((send) => ({ send }));
  return play(mock, steps);
}

test.each(apis.map((api) => [api.name, api] as const))(
  'it makes no difference to %s whether the store takes its time',
  async (_, api) => {
    const [near, far] = [createMemoryStore(clock), createMemoryStore(clock)];
    const atOnce = await playAll(api, near);
    expect(atOnce.length).toBeGreaterThan(0);
    expect(await playAll(api, slowly(far))).toEqual(atOnce);
    expect(await far.list('')).toEqual(await near.list(''));
  },
);

test('a store that fails, at once or later, ends a request in the envelope and not the mock', async () => {
  const broken: Store = {
    get: fail,
    set: fail,
    increment: fail,
    delete: fail,
    list: fail,
    clear: fail,
  };
  const [api] = apis.filter(({ policies }) => policies.rateLimits !== undefined);
  if (!api) throw new Error('no description has quotas');
  const [atOnce, later] = [await playAll(api, broken), await playAll(api, slowly(broken))];
  expect(later).toEqual(atOnce);
  expect(new Set(atOnce.map(({ status }) => status))).toContain(500);
});
