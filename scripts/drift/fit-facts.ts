import type { PlacedFact } from './document-fact.ts';
import { isOtherColumn } from './place-facts.ts';

interface Found {
  /** From sections of the old document to those of the new one. */
  readonly sections: ReadonlyMap<number, number>;
  /** What has been found again so far; it may grow. */
  readonly matches: ReadonlyMap<PlacedFact, PlacedFact>;
}

/**
 * Tells whether a fact that says the same may be the one that was meant: a value that belongs to a
 * field or a row that is still there is not the equal value of another one.
 */
export function toFit(
  old: readonly PlacedFact[],
  fresh: readonly PlacedFact[],
  { sections, matches }: Found,
): (from: PlacedFact, to: PlacedFact) => boolean {
  const [before, now] = [labelsOf(old), labelsOf(fresh)];
  const holding = new Set(fresh.map(({ owner }) => owner));
  return (from, to) => {
    if (isOtherColumn(from, to)) return false;
    const holder = matches.get(old[from.owner ?? -1] ?? from);
    if (holder && from.owner !== undefined && holding.has(holder.index)) {
      return to.owner === holder.index;
    }
    if (from.kind === 'path' || from.label === to.label) return true;
    const isStill = now.has(placeOf(sections.get(from.section) ?? 'nowhere', from.label));
    if (to.label === '' || from.label === '') return from.label === '' || !isStill;
    const home = [...sections].find(([, section]) => section === to.section)?.[0];
    return !isStill || !before.has(placeOf(home ?? 'nowhere', to.label));
  };
}

function labelsOf(facts: readonly PlacedFact[]): ReadonlySet<string> {
  return new Set(facts.map(({ section, label }) => placeOf(section, label)));
}

function placeOf(section: number | string, label: string): string {
  return `${section}\u0000${label}`;
}
