import { isEqual, type Json } from '../../base/json.ts';
import { accepts, isAmong } from './accepts.ts';
import type { Conjunct } from './conjunct.ts';
import type { Alternative } from './alternative.ts';
import { finiteValues } from './finite-values.ts';
import type { Forge } from './forge.ts';
import { fits } from './least.ts';
import { isLeast, oneLower, withDraw, type MakeBelow, type Making } from './making.ts';
import { negated } from './negations.ts';
import { arrayPlan, type ArrayPlan, type Contains } from './plans.ts';

/** Items beyond the least that are made, where the schema allows more. */
const MORE = 3;
/** Longer arrays are left to properties that are about sizes. */
const LONGEST = 20;
/** No array that has to be longer is made. */
const MOST_ITEMS = 10_000;
const ATTEMPTS = 8;
const ENOUGH_LEVELS = 24;

/** An array (JSON Schema 2020-12, core, section 10.3.1, and validation, section 6.4). */
export function makeArray(
  alternative: Alternative,
  making: Making,
  make: MakeBelow,
): Json | undefined {
  const { forge } = making;
  const plan = arrayPlan(forge, alternative);
  if (plan.least > MOST_ITEMS) return undefined;
  const apart = fill(plan, making, make, false);
  // Where one may not be there twice, what several `contains` want is one item.
  const isShared = plan.contains.length > 1 && !isContained(forge, plan, apart);
  return isShared ? fill(plan, making, make, true) : apart;
}

function isContained(forge: Forge, plan: ArrayPlan, items: readonly Json[] | undefined): boolean {
  return plan.contains.every(({ wanted, least, most }) => {
    const count = items?.filter((it) => accepts(forge.resolver, wanted, it)).length ?? -1;
    return count >= least && count <= most;
  });
}

function fill(
  plan: ArrayPlan,
  making: Making,
  make: MakeBelow,
  isShared: boolean,
): Json[] | undefined {
  const { forge } = making;
  const length = isShared ? Math.min(plan.most, plan.least) : lengthOf(plan, making);
  const placed = placeContained(plan, making, length);
  if (!placed) return undefined;
  const lower = oneLower(making);
  const items: Json[] = [];
  const counts = new Map(plan.contains.map((it) => [it, 0]));
  for (let index = 0; index < length; index += 1) {
    const own = placed.get(index) ?? [];
    const wanted = [
      ...plan.item(
        index,
        own.map(({ part }) => part),
      ),
      ...own.map((it) => it.wanted),
    ];
    const all = [...wanted, ...kept(lower, counts, own, wanted)];
    const item = repeated(plan, making, all, items) ?? itemFor(lower, plan, all, items, make);
    if (item === undefined)
      return index >= plan.least && index > lastOf(placed) ? items : undefined;
    items.push(item);
    for (const it of plan.contains) {
      if (accepts(forge.resolver, it.wanted, item)) counts.set(it, (counts.get(it) ?? 0) + 1);
    }
  }
  return items;
}

/** An item that is there already and can be there again, where two have to be equal and none are yet. */
function repeated(
  plan: ArrayPlan,
  { forge }: Making,
  wanted: readonly Conjunct[],
  items: readonly Json[],
): Json | undefined {
  if (!plan.isRepeated) return undefined;
  const isThere = items.some((it, index) => isAmong(items.slice(0, index), it));
  if (isThere) return undefined;
  return items.find((item) => wanted.every((it) => accepts(forge.resolver, it, item)));
}

function lastOf(placed: ReadonlyMap<number, unknown>): number {
  return Math.max(-1, ...placed.keys());
}

/** What an item must not be, so that no `contains` is met too often. */
function kept(
  making: Making,
  counts: ReadonlyMap<Contains, number>,
  own: readonly Contains[],
  wanted: readonly Conjunct[],
): readonly Conjunct[] {
  return [...counts].flatMap(([it, count]) => {
    if (own.includes(it) || it.most === Infinity) return [];
    const forbidden = negated(it.wanted);
    const isTooMany = count >= it.most || count >= it.least;
    return isTooMany && fits(making.forge, [...wanted, forbidden], ENOUGH_LEVELS)
      ? [forbidden]
      : [];
  });
}

function lengthOf(plan: ArrayPlan, making: Making): number {
  const { forge, draw, style, left } = making;
  const contained = plan.contains.reduce((sum, it) => sum + it.least, 0);
  const least = Math.min(plan.most, Math.max(plan.least, contained));
  const isOpen = (index: number) =>
    fits(
      forge,
      plan.item(index),
      index < least ? ENOUGH_LEVELS : Math.min(ENOUGH_LEVELS, left - 1),
    );
  const wish =
    isLeast(making) || least >= LONGEST
      ? least
      : style === 'sample'
        ? Math.max(least, 1, plan.prefix)
        : least + (draw.below(12) === 7 ? LONGEST - least : draw.below(MORE + 1));
  const longest = Math.min(plan.most, wish);
  let length = least;
  while (length < longest && isOpen(length)) length += 1;
  return length;
}

/** Which items are made for which `contains`: each for one while there is room, then for several. */
function placeContained(
  { contains, item }: ArrayPlan,
  { forge, left }: Making,
  length: number,
): ReadonlyMap<number, readonly Contains[]> | undefined {
  const placed = new Map<number, Contains[]>();
  const missing = contains.flatMap((it) => Array.from({ length: it.least }, () => it));
  const canTake = (index: number, it: Contains, levels = ENOUGH_LEVELS): boolean => {
    const there = placed.get(index) ?? [];
    if (there.includes(it)) return false;
    const all = [...there, it];
    const parts = all.map(({ part }) => part);
    const wanted = all.map((one) => one.wanted);
    return fits(forge, [...item(index, parts), ...wanted], levels);
  };
  for (const it of missing) {
    const places = Array.from({ length }, (_, i) => i);
    const soon = Math.min(ENOUGH_LEVELS, left - 1);
    const place =
      places.find((index) => !placed.has(index) && canTake(index, it, soon)) ??
      places.find((index) => !placed.has(index) && canTake(index, it)) ??
      places.find((index) => canTake(index, it));
    if (place === undefined) return undefined;
    placed.set(place, [...(placed.get(place) ?? []), it]);
  }
  return placed;
}

function itemFor(
  making: Making,
  plan: ArrayPlan,
  wanted: readonly Conjunct[],
  items: readonly Json[],
  make: MakeBelow,
): Json | undefined {
  const isNew = (item: Json) => !plan.isUnique || !items.some((it) => isEqual(it, item));
  const attempts = plan.isUnique ? ATTEMPTS : 1;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // What is drawn may have come to its end, and then is always the same.
    const own =
      attempt === 0 ? making : withDraw(making, making.draw.fork(items.length * 100 + attempt));
    const item = make(own, wanted);
    if (item === undefined) return undefined;
    if (isNew(item)) return item;
  }
  return finiteValues(making.forge, wanted, 2_000)?.find(isNew);
}
