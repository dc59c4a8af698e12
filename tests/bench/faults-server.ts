import { nodeIo } from '../../scripts/cli/io.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import type { Targets } from '../../scripts/contract/check-options.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { Fault } from '../../scripts/faults/fault.ts';
import { createMock } from '../../scripts/mock/mock.ts';

/** A mock on a port of its own, with one fault or none. */
export interface FaultyServer {
  readonly api: ApiModel;
  readonly targets: Targets;
  /** Requests it has answered. */
  readonly answered: () => number;
  /** Its time, in milliseconds: that of the machine, and what has been put to it. */
  readonly now: () => number;
  /** Moves its clock on by milliseconds, for a tester that can ask for that. */
  readonly passTime: (milliseconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface ServerOptions {
  readonly fault: Fault | undefined;
  /** Whether requests are refused for their number, as faults of quotas need. */
  readonly limits: boolean;
}

/** Starts a mock, the same for every tester and seed, whose clock goes with the machine's unless it is moved. */
export async function startFaulty(
  api: ApiModel,
  { fault, limits }: ServerOptions,
): Promise<FaultyServer> {
  let [answered, ahead] = [0, 0];
  const now = () => nodeIo.now() + ahead;
  const mock = await createMock([api], {
    clock: { now },
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
    now,
    passTime: (milliseconds) => Promise.resolve(void (ahead += milliseconds)),
    close: () => mock.close(),
  };
}
