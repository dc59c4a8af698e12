import { nodeIo } from '../../scripts/cli/io.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import type { Targets } from '../../scripts/contract/contract.ts';
import type { ApiModel } from '../../scripts/core/api-model.ts';
import type { Fault } from '../../scripts/mock/faults/plan.ts';
import { createMock } from '../../scripts/mock/mock.ts';

/** A mock on a port of its own, with one fault or none. */
export interface FaultyServer {
  readonly api: ApiModel;
  readonly targets: Targets;
  /** Requests it has answered. */
  readonly answered: () => number;
  readonly close: () => Promise<void>;
}

interface ServerOptions {
  readonly fault: Fault | undefined;
  /** Whether requests are refused for their number, as faults of quotas need. */
  readonly limits: boolean;
}

/** Starts a mock by the real clock, the same for every tester and seed. */
export async function startFaulty(
  api: ApiModel,
  { fault, limits }: ServerOptions,
): Promise<FaultyServer> {
  let answered = 0;
  const mock = await createMock([api], {
    clock: { now: nodeIo.now },
    limits,
    seed: 1,
    onRequest: () => void (answered += 1),
    faults: {
      faults: fault ? [fault] : [],
      seed: 1,
      wait: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
    },
  });
  const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  return {
    api,
    targets: targetsOf(mock, api, origin),
    answered: () => answered,
    close: () => mock.close(),
  };
}
