import type { ApiModel } from '../../model/api-model.ts';
import { proveUnit, type UnitProgress, type SeededStand, type Unit } from '../../prove/prove.ts';
import { loadDescription } from '../descriptions.ts';
import type { Io } from '../io.ts';
import { createMockStand, seededFaults, type MockStand } from './mock-stand.ts';

export interface ProveInput {
  readonly units: readonly Unit[];
  readonly seeds: readonly number[];
  readonly runs: number;
}

/** Proves units one after the other, each description on a mock of its own for each seed. */
export async function proveUnits(
  io: Io,
  { units, seeds, runs }: ProveInput,
  report: (progress: UnitProgress) => void,
  /** Descriptions that are loaded already, by their roots: a thread has none. */
  loaded: ReadonlyMap<string, ApiModel> = new Map(),
): Promise<void> {
  for (const [root, own] of Map.groupBy(units, (it) => it.root)) {
    const api = loaded.get(root) ?? (await loadDescription(io, root, { isKnown: true }));
    const stands: (SeededStand & { readonly stand: MockStand })[] = [];
    for (const seed of seeds) {
      const stand = await createMockStand(api, { seed, runs, now: () => performance.now() });
      stands.push({ seed, stand });
    }
    const faults = new Map(seededFaults(api).map((it) => [it.name, it]));
    const { source } = api;
    for (const unit of own) await proveUnit(api, { ...unit, root: source }, faults, stands, report);
    for (const { stand } of stands) await stand.close();
  }
}
