import {
  createMockStand,
  OPERATORS_OF_CONTRACTS,
  seededFaults,
} from '../../scripts/cli/prove/mock-stand.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { isNull, type SeededFault } from '../../scripts/result/fault-trial.ts';
import { faultsOf, nameOf, type Fault } from '../../scripts/faults/fault.ts';
import { admit } from '../../scripts/prove/admit.ts';
import { sampleFaults } from '../../scripts/prove/sample.ts';

/** A fault that both testers are tried on. */
export interface Subject {
  readonly api: ApiModel;
  readonly seeded: SeededFault;
  readonly fault: Fault;
}

export interface SampleOptions {
  /** Faults, and null faults, of this description. */
  readonly faults: number;
  readonly nulls: number;
  /** Operations whose faults are drawn from, at most: each needs runs without a fault. */
  readonly operations: number;
  readonly seed: number;
}

/** Families that a tester sees only where the mock can send it webhooks. */
const UNHEARD: ReadonlySet<string> = new Set(['webhook']);

/** Draws admitted faults of a few operations, so that each class and difficulty is there before any is twice. */
export async function drawSubjects(
  api: ApiModel,
  { faults, nulls, operations, seed }: SampleOptions,
): Promise<readonly Subject[]> {
  const every = seededFaults(api).filter(({ family }) => !UNHEARD.has(family));
  const drawn = new Set(sampleFaults(every, operations, seed).map(({ operation }) => operation));
  const admitted: SeededFault[] = [];
  const stand = await createMockStand(api, { seed, runs: 1, now: () => performance.now() });
  try {
    for (const fault of every.filter(({ operation }) => drawn.has(operation))) {
      if ((await admit(api, fault, stand)).isAdmitted) admitted.push(fault);
    }
  } finally {
    await stand.close();
  }
  const byName = new Map(
    OPERATORS_OF_CONTRACTS.flatMap((it) => faultsOf(api, it)).map((it) => [nameOf(it), it]),
  );
  const chosen = [
    ...sampleByStratum(
      admitted.filter((it) => !isNull(it)),
      faults,
      seed,
    ),
    ...sampleFaults(admitted.filter(isNull), nulls, seed),
  ];
  return chosen.flatMap((seeded) => {
    const fault = byName.get(seeded.name);
    return fault ? [{ api, seeded, fault }] : [];
  });
}

/** Draws by class and difficulty, where the sample of `kiln prove` draws by operator. */
function sampleByStratum(
  faults: readonly SeededFault[],
  count: number,
  seed: number,
): readonly SeededFault[] {
  const strata = faults.map((it) => ({ ...it, operator: `${it.family} ${it.difficulty}` }));
  const names = new Set(sampleFaults(strata, count, seed).map(({ name }) => name));
  return faults.filter(({ name }) => names.has(name));
}
