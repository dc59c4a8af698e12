import { distanceOf } from '../base/nearest.ts';
import type { PlacedFact } from './document-fact.ts';
import { areAlike } from './place-facts.ts';

interface Known {
  readonly matches: ReadonlyMap<PlacedFact, PlacedFact>;
  readonly sections: ReadonlyMap<number, number>;
  /** How sure it has to be that one stands where the other stood. */
  readonly least: number;
}

/** Which of the facts that nobody has found again became which of the new ones. */
export function pairChanges(
  left: readonly PlacedFact[],
  spare: readonly PlacedFact[],
  { matches, sections, least }: Known,
): [PlacedFact, PlacedFact][] {
  const ledTo = new Map([...matches].map(([from, to]) => [from.index, to.index]));
  const candidates = left.flatMap((from) => {
    const home = sections.get(from.section);
    const [before, after] = neighboursOf(from, ledTo, left);
    return spare.flatMap((to) => {
      if (!areAlike(from, to)) return [];
      const beside = Number(isNear(before, to.index, 1)) + Number(isNear(after, to.index, -1));
      const isHome = home === to.section;
      if (!isHome && beside === 0) return [];
      const isSameLabel = from.label === to.label;
      const score =
        2 * beside +
        (isSameLabel ? (from.label === '' ? 0.5 : 2) : 0) +
        (isHome ? 1 : 0) +
        (from.kind === to.kind ? 0.5 : 0) +
        likeness(from.text, to.text);
      return score >= least ? [{ from, to, score }] : [];
    });
  });
  const pairs = new Map<PlacedFact, PlacedFact>();
  const taken = new Set<PlacedFact>();
  for (const { from, to } of candidates.toSorted((one, other) => other.score - one.score)) {
    if (pairs.has(from) || taken.has(to)) continue;
    pairs.set(from, to);
    taken.add(to);
  }
  return [...pairs];
}

/** Where the nearest facts around it, that were found again, stand now; with how many lost ones lie between. */
function neighboursOf(
  { index }: PlacedFact,
  ledTo: ReadonlyMap<number, number>,
  left: readonly PlacedFact[],
): [Neighbour | undefined, Neighbour | undefined] {
  const lost = new Set(left.map((it) => it.index));
  const look = (step: 1 | -1): Neighbour | undefined => {
    for (let gap = 1; gap <= 4; gap += 1) {
      const at = ledTo.get(index + step * gap);
      if (at !== undefined) return { at, gap };
      if (!lost.has(index + step * gap)) return undefined;
    }
    return undefined;
  };
  return [look(-1), look(1)];
}

interface Neighbour {
  readonly at: number;
  readonly gap: number;
}

function isNear(neighbour: Neighbour | undefined, index: number, side: 1 | -1): boolean {
  return neighbour !== undefined && index - neighbour.at === side * neighbour.gap;
}

/** From 0, nothing in common, to 1. */
function likeness(left: string, right: string): number {
  const longest = Math.max(left.length, right.length, 1);
  return 1 - distanceOf(left, right) / longest;
}
