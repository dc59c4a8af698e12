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

/** The properties of which every seed tries something else. */
const VARYING = ['conformance', 'input.accepted', 'input.rejected', 'input.hostile'];

/** The checks that find more when they are done again with another seed, the most telling ones. */
export function varyingOf(checks: readonly PlannedCheck[]): PlannedCheck[] {
  return checks.filter(({ property }) => VARYING.includes(property.id));
}

/** Whether nothing may run beside a check. */
export function runsAlone(check: PlannedCheck): boolean {
  return check.property.runsAlone === true || usesUpQuota(check);
}

/** Whether a check sends until it is refused, and so neither shares its time nor keeps a pace. */
export function usesUpQuota({ property }: PlannedCheck): boolean {
  return property.usesUpQuota === true;
}

/** Turns of a check that belong to its first pass: an example and one more request. */
const FIRST = 2;
/** Those of conformance: an example, all that may be said, and what is not there. */
const OPENING = 3;
/** Those of conformance where the server refused each valid request so far: all others show little before one is taken. */
const KNOCKING = 12;
/** Turns of the most telling checks that come before the first of those that tell least. */
const SECOND = 6;
/** Turns up to which later passes go, each over all operations before the next begins. */
const LATER = [8, 32, Infinity] as const;
/** The passes that come before those: by what a property tells, alone last. */
const PASSES = { opening: 0, input: 1, access: 2, second: 3, named: 4, rest: 5, alone: 6 } as const;
/** The pass of what uses a quota up. */
const LAST = PASSES.alone + LATER.length + 1;
/**
 * A property that asks much about little, but first for what a server names itself. Up to its first find the rest goes
 * before what is random, and then after it.
 */
const LATE = 'input.unstated';
/** A property whose every draft breaks another constraint: each of them tells as much as two of others. */
const MANIFOLD = 'input.rejected';

/**
 * The pass of a run in which a check takes its next turn, when it has had so many: every operation has had
 * one pass before any has the next. An example and a valid request come first, then what breaks single
 * constraints, then credentials; then more of what tells most, before the first of all the rest, for a slow server
 * takes no more in the time that there is. What is random goes on last. `isRefused` says that the operation was sent
 * valid requests, and refused them all as invalid.
 */
export function passOf(check: PlannedCheck, turns: number, isRefused = false): number {
  const { id } = check.property;
  if (id === 'conformance' && isRefused && turns >= OPENING && turns < KNOCKING)
    return PASSES.input;
  if (usesUpQuota(check)) return LAST;
  if (runsAlone(check)) return PASSES.alone;
  if (id === LATE) return [PASSES.named, PASSES.alone][turns] ?? PASSES.alone + 2;
  const taken = id === MANIFOLD ? turns / 2 : turns;
  const isTelling = VARYING.includes(id);
  if (taken < (id === 'conformance' ? OPENING : FIRST)) return firstPassOf(id, isTelling);
  if (isTelling && taken < SECOND) return PASSES.second;
  return PASSES.alone + 1 + LATER.findIndex((most) => taken < most);
}

function firstPassOf(property: string, isTelling: boolean): number {
  if (property === 'conformance') return PASSES.opening;
  if (isTelling) return PASSES.input;
  return property.startsWith('auth.') ? PASSES.access : PASSES.rest;
}
