import type { ApiModel } from '../model/api-model.ts';
import type { SeededFault, FaultTrial } from '../result/fault-trial.ts';
import type { Stand } from './stand.ts';
import { joinSeeds, tryFault } from './trial.ts';

/** The faults of one operation: what is proved together, since they share its clean baseline. */
export interface Unit {
  /** Root file of the description. */
  readonly root: string;
  readonly operation: string;
  /** Names of faults. */
  readonly faults: readonly string[];
}

/** What is found while a unit is proved. */
export type UnitProgress =
  | { readonly clean: string; readonly root: string }
  | { readonly trial: FaultTrial; readonly root: string };

/** A server of its own for a seed. */
export interface SeededStand {
  readonly seed: number;
  readonly stand: Stand;
}

/** Proves the faults of a unit with each seed, and that nothing is reported without a fault. */
export async function proveUnit(
  api: ApiModel,
  { root, operation, faults: names }: Unit,
  faults: ReadonlyMap<string, SeededFault>,
  stands: readonly SeededStand[],
  report: (progress: UnitProgress) => void,
): Promise<void> {
  const baselines = new Map<string, Promise<ReadonlySet<string>>>();
  const baselineOf = (seeded: SeededStand, id: string) => {
    const key = `${seeded.seed} ${id}`;
    const known = baselines.get(key) ?? baseline(seeded, id, id === operation, root, report);
    baselines.set(key, known);
    return known;
  };
  for (const seeded of stands) await baselineOf(seeded, operation);
  for (const name of names) {
    const fault = faults.get(name);
    if (!fault) throw new Error(`there is no fault ${name}`);
    const trials: FaultTrial[] = [];
    for (const seeded of stands) {
      trials.push(await tryFault(api, fault, seeded.stand, (id) => baselineOf(seeded, id)));
    }
    const trial = joinSeeds(
      trials,
      stands.map(({ seed }) => seed),
    );
    if (trial) report({ trial, root });
  }
}

/** What the properties report of an operation as it should be: nothing, or the run says so. */
async function baseline(
  { stand, seed }: SeededStand,
  operation: string,
  isTold: boolean,
  root: string,
  report: (progress: UnitProgress) => void,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const property of stand.properties) {
    const { violations, outcome, reason } = await stand.check(undefined, operation, property);
    const all = violations.map((it) => `${it.property}, ${it.message}: ${it.proof.seen}`);
    if (outcome === 'failed' || outcome === 'unchecked') all.push(`${property} failed: ${reason}`);
    for (const it of violations) ids.add(it.id);
    if (isTold)
      for (const it of all) report({ root, clean: `${operation} with seed ${seed}: ${it}` });
  }
  return ids;
}

/** Deals units out to so many hands, the largest first to whoever has least. */
export function dealUnits(units: readonly Unit[], hands: number): readonly (readonly Unit[])[] {
  const dealt = Array.from({ length: hands }, () => ({ units: [] as Unit[], faults: 0 }));
  for (const unit of units.toSorted((left, right) => right.faults.length - left.faults.length)) {
    const least = dealt.reduce((best, it) => (it.faults < best.faults ? it : best));
    least.units.push(unit);
    // The baseline of an operation costs about as much as some faults.
    least.faults += unit.faults.length + 10;
  }
  return dealt.map((it) => it.units).filter((it) => it.length > 0);
}
