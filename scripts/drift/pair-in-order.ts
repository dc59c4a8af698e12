import type { PlacedFact } from './document-fact.ts';
import { areAlike, saySame } from './place-facts.ts';

/** Weights of pairs: what is found again counts more than any number of changes in between. */
const SAME = 100_000;
const OTHER_KIND = 80_000;
const OTHER_LABEL = 70_000;
const CHANGED_OF_LABEL = 12;
const CHANGED = 6;

/** How many pairs are weighed at most, 16 MB; sections that would need more are left to other ways. */
const MOST_PAIRS = 4_000_000;

/**
 * Pairs the facts of a section with those of its new state so that as many as can be are found again
 * without changing their order (Needleman and Wunsch, 1970). What stands between the same neighbours
 * is paired, too, though it says something else.
 */
export function pairInOrder(
  old: readonly PlacedFact[],
  fresh: readonly PlacedFact[],
): [PlacedFact, PlacedFact][] {
  const start = sharedStart(old, fresh);
  const end = sharedStart(old.slice(start).toReversed(), fresh.slice(start).toReversed());
  const [left, right] = [
    old.slice(start, old.length - end),
    fresh.slice(start, fresh.length - end),
  ];
  const shared = [...old.slice(0, start).keys()].map((it): [number, number] => [it, it]);
  const tail = [...Array.from({ length: end }).keys()].map((it): [number, number] => [
    old.length - end + it,
    fresh.length - end + it,
  ]);
  const middle =
    left.length * right.length > MOST_PAIRS
      ? []
      : pairMiddle(left, right).map(([from, to]): [number, number] => [start + from, start + to]);
  return [...shared, ...middle, ...tail].flatMap(([from, to]) => {
    const [one, other] = [old[from], fresh[to]];
    return one && other ? [[one, other]] : [];
  });
}

function sharedStart(old: readonly PlacedFact[], fresh: readonly PlacedFact[]): number {
  const differs = old.findIndex((fact, index) => {
    const other = fresh[index];
    return !other || !isSame(fact, other);
  });
  return differs < 0 ? old.length : differs;
}

function pairMiddle(old: readonly PlacedFact[], fresh: readonly PlacedFact[]): [number, number][] {
  const width = fresh.length + 1;
  // The best sum of weights for what begins at a place of the one and a place of the other.
  const best = new Int32Array((old.length + 1) * width);
  const bestAt = (from: number, to: number) => best[from * width + to] ?? 0;
  for (let from = old.length - 1; from >= 0; from -= 1) {
    for (let to = fresh.length - 1; to >= 0; to -= 1) {
      const both = weightOf(old[from], fresh[to]) + bestAt(from + 1, to + 1);
      best[from * width + to] = Math.max(both, bestAt(from + 1, to), bestAt(from, to + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [from, to] = [0, 0];
  while (from < old.length && to < fresh.length) {
    const weight = weightOf(old[from], fresh[to]);
    if (weight > 0 && bestAt(from, to) === weight + bestAt(from + 1, to + 1)) {
      pairs.push([from, to]);
      from += 1;
      to += 1;
    } else if (bestAt(from, to) === bestAt(from + 1, to)) {
      from += 1;
    } else {
      to += 1;
    }
  }
  return pairs;
}

function isSame(from: PlacedFact, to: PlacedFact): boolean {
  return saySame(from, to) && from.kind === to.kind && from.label === to.label;
}

function weightOf(from: PlacedFact | undefined, to: PlacedFact | undefined): number {
  if (!from || !to) return 0;
  if (saySame(from, to)) {
    if (from.label !== to.label) return OTHER_LABEL;
    return from.kind === to.kind ? SAME : OTHER_KIND;
  }
  if (!areAlike(from, to)) return 0;
  return from.label === to.label && from.label !== '' ? CHANGED_OF_LABEL : CHANGED;
}
