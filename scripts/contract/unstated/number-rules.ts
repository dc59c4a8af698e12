import { isNumber } from '../../values/exact-numbers.ts';
import { declaredTypes } from '../../values/declared-types.ts';
import type { Given, InputPlace } from './input-place.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Asks with a value at a place: whether it is taken; undefined where that cannot be told. */
export type Try = (value: Given) => Promise<boolean | undefined>;

/** Figures up to which servers count, the greatest first: what JSON carries, 32 bits, and round ones. */
const HIGH = [2 ** 53 - 1, 2 ** 32, 2 ** 31, 2 ** 31 - 1, 1_000_000, 10_000, 1000, 100];
const LOW = [-(2 ** 53) + 1, -(2 ** 31) - 1, -(2 ** 31), -1_000_000, -1000, -1, 0];
/** Requests that look for the exact bound. */
const STEPS = 60;

/** Values of a number that show whether a bound is kept that nobody states. */
export const NUMBER_PROBES: readonly number[] = [-1, 0, 2 ** 53 - 1, 2 ** 31 - 1, 100_000];

/** Finds bounds of a number, starting at a value that is taken. */
export async function numberRules(
  place: InputPlace,
  start: number,
  tries: Try,
): Promise<UnstatedRule[]> {
  const isWhole = !declaredTypes(place.schema).includes('number') || isStepped(place);
  const found: UnstatedRule[] = [];
  for (const [find, inwards] of [
    [boundBelow, 1],
    [boundAbove, -1],
  ] as const) {
    const bound = await find(start, tries);
    const rule =
      bound === undefined ? undefined : await ruleAt(bound, inwards, start, isWhole, tries);
    if (rule) found.push(rule);
  }
  return found;
}

/** What is known of a bound by what stands on both of its sides; undefined where it is none. */
async function ruleAt(
  bound: number,
  inwards: 1 | -1,
  start: number,
  isWhole: boolean,
  tries: Try,
): Promise<UnstatedRule | undefined> {
  const near = isWhole ? false : await tries(bound - inwards + inwards * NEAR);
  // Between two whole numbers it may stand anywhere else.
  const isExact = near === true || isWhole || (await tries(bound - inwards * NEAR)) === false;
  if (near === undefined || !isExact) return undefined;
  const taken = [bound];
  for (const value of [bound + inwards, bound + 2 * inwards, bound + 9 * inwards]) {
    const isTaken = await tries(value);
    if (isTaken) taken.push(value);
    // One more that is refused there is told by another rule.
    else if (isTaken === false && Math.abs(value - bound) < 9) return undefined;
  }
  const values = [...new Set([...taken, start])];
  if (values.length < 3) return undefined;
  return ruleOf(bound, inwards, near, values);
}

/** How near a fraction comes to a whole number that is tried with it. */
const NEAR = 2 ** -10;

function isStepped({ schema }: InputPlace): boolean {
  return isNumber(schema['multipleOf']) && Number(schema['multipleOf']) >= 1;
}

/** The least whole number that is taken; undefined where none is refused. */
async function boundBelow(start: number, tries: Try): Promise<number | undefined> {
  let refused: number | undefined;
  for (const value of LOW) {
    if (value >= start) break;
    const isTaken = await tries(value);
    if (isTaken === undefined) continue;
    if (!isTaken) refused = value;
    else if (refused !== undefined) return await between(refused, value, tries);
    // What is lower than all that is taken was not refused.
    else return undefined;
  }
  return refused === undefined ? undefined : await between(refused, Math.floor(start), tries);
}

async function boundAbove(start: number, tries: Try): Promise<number | undefined> {
  let refused: number | undefined;
  for (const value of HIGH) {
    if (value <= start) break;
    const isTaken = await tries(value);
    if (isTaken === undefined) continue;
    if (!isTaken) refused = value;
    else if (refused !== undefined) return await between(refused, value, tries);
    else return undefined;
  }
  return refused === undefined ? undefined : await between(refused, Math.ceil(start), tries);
}

/** The last whole number that is taken on the way to one that is refused; undefined where that cannot be told. */
export async function between(
  refused: number,
  taken: number,
  tries: Try,
): Promise<number | undefined> {
  let [outer, inner] = [refused, taken];
  for (let step = 0; step < STEPS; step += 1) {
    if (Math.abs(outer - inner) <= 1) return inner;
    const middle = Math.trunc((outer + inner) / 2);
    const isTaken = await tries(middle);
    if (isTaken === undefined) return undefined;
    if (isTaken) inner = middle;
    else outer = middle;
  }
  return undefined;
}

function ruleOf(
  bound: number,
  inwards: 1 | -1,
  isOpen: boolean,
  taken: readonly number[],
): UnstatedRule {
  const keyword = inwards > 0 ? 'minimum' : 'maximum';
  const open = inwards > 0 ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const end = isOpen ? bound - inwards : bound;
  const side = inwards > 0 ? 'below' : 'above';
  return {
    keyword,
    what: isOpen ? `${end} and every number ${side} it` : `every number ${side} ${end}`,
    state: isOpen ? `${open}: ${end}` : `${keyword}: ${end}`,
    refused: [1, 2, 11, 1001].map((it) => bound - inwards * it),
    taken: (time) => taken[time % taken.length] ?? bound,
    isBound: true,
  };
}

/** Milliseconds in a day. */
const DAY = 86_400_000;
/** Moments are counted in figures above this one, in seconds or milliseconds since 1970. */
const MOMENT = 1e8;

/**
 * Whether a bound is a figure that people write: what a server happens to hold is seldom one, and a moment or a
 * year that is near moves on. `now` is in milliseconds since the epoch.
 */
export function isPlausible({ keyword, refused, isBound }: UnstatedRule, now: number): boolean {
  const [first] = refused;
  if (isBound !== true || typeof first !== 'number') return true;
  const bound = keyword === 'minimum' ? first + 1 : first - 1;
  const size = Math.abs(bound);
  const isNear = [bound, bound * 1000].some((it) => Math.abs(it - now) < 400 * DAY);
  if (bound > MOMENT && isNear) return false;
  if (Math.abs(bound - new Date(now).getUTCFullYear()) <= 1) return false;
  if (keyword === 'minimum' && size <= 1) return true;
  const isPower = [size - 1, size, size + 1].some(
    (it) => it >= 16 && Number.isInteger(Math.log2(it)),
  );
  const isRound = size >= 10 && size % 10 === 0;
  return isPower || isRound || USUAL.includes(size) || /^9{2,}$/.test(String(size));
}

/** Months, hours, weekdays, weeks, minutes and days of a year. */
const USUAL = [7, 8, 12, 18, 23, 24, 25, 31, 52, 53, 59, 75, 365, 366];
