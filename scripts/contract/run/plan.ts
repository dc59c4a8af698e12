import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Shard } from '../../result/contract-run.ts';
import { PROPERTIES } from '../properties.ts';
import type { Property } from '../property.ts';

/** One property on one operation: what a run does, one beside the other. */
export interface PlannedCheck {
  readonly operation: Operation;
  readonly property: Property;
}

interface PlanOptions {
  /** Regular expression over `operation property`: what is tried; everything when left out. */
  readonly grep?: string | undefined;
  /** The part that is done here; all of it when left out. */
  readonly shard?: Shard | undefined;
}

/**
 * The checks of a run in the order of the description, those that run alone after the others, and those
 * that use a quota up last: whoever shares
 * it must have had what they need. These are all in the first shard, for two would use it up together.
 */
export function planOf(api: ApiModel, { grep = '', shard }: PlanOptions = {}): PlannedCheck[] {
  const wanted = new RegExp(grep);
  const all = api.operations
    .flatMap((operation) => PROPERTIES.map((property) => ({ operation, property })))
    .filter(({ operation, property }) => wanted.test(`${operation.id} ${property.id}`));
  const last = all.filter(usesUpQuota);
  const shared = all.filter((check) => !runsAlone(check));
  const alone = all.filter((check) => runsAlone(check) && !usesUpQuota(check));
  const others = [...shared, ...alone];
  if (!shard) return [...others, ...last];
  const own = others.filter((_, at) => at % shard.count === shard.index - 1);
  return shard.index === 1 ? [...own, ...last] : own;
}

/** Whether nothing may run beside a check. */
export function runsAlone(check: PlannedCheck): boolean {
  return check.property.runsAlone === true || usesUpQuota(check);
}

/** Whether a check sends until it is refused, and so neither shares its time nor keeps a pace. */
export function usesUpQuota({ property }: PlannedCheck): boolean {
  return property.usesUpQuota === true;
}
