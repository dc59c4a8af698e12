import type { PlacedFact } from './document-fact.ts';
import { toFit } from './fit-facts.ts';

/** What has become of facts so far; the maps grow. */
export interface FactMatches {
  readonly old: readonly PlacedFact[];
  readonly fresh: readonly PlacedFact[];
  /** From sections of the old document to those of the new one. */
  readonly sections: ReadonlyMap<number, number>;
  /** Where each old fact is said today. */
  readonly matches: Map<PlacedFact, PlacedFact>;
  /** What each old fact that is said no longer has become, undefined where it is gone. */
  readonly changes: Map<PlacedFact, PlacedFact | undefined>;
  /** Facts of today that somebody has found or become. */
  readonly taken: Set<PlacedFact>;
  /** Whether one that says the same may be the one that was meant. */
  readonly fits: (from: PlacedFact, to: PlacedFact) => boolean;
}

export function toFactMatches(
  old: readonly PlacedFact[],
  fresh: readonly PlacedFact[],
  sections: ReadonlyMap<number, number>,
): FactMatches {
  const matches = new Map<PlacedFact, PlacedFact>();
  const fits = toFit(old, fresh, { sections, matches });
  return { old, fresh, sections, matches, changes: new Map(), taken: new Set(), fits };
}

/** Whether nobody knows yet what has become of a fact, or where one of today comes from. */
export function isLeft(fact: PlacedFact, { matches, changes, taken }: FactMatches): boolean {
  return !matches.has(fact) && !changes.has(fact) && !taken.has(fact);
}

export function matchFact(from: PlacedFact, to: PlacedFact, { matches, taken }: FactMatches): void {
  matches.set(from, to);
  taken.add(to);
}

export function replaceFact(
  from: PlacedFact,
  to: PlacedFact,
  { changes, taken }: FactMatches,
): void {
  changes.set(from, to);
  taken.add(to);
}

/** What a fact is looked up by; nothing where it is not. `at` is its section in the document of today. */
type Naming = (fact: PlacedFact, at: number | string) => readonly (number | string)[] | undefined;

/** Finds facts that are left, what is guessed to be a field excepted, by a name that both have, the first that fits in the order of the document. */
export function matchBy(naming: Naming, matching: FactMatches): void {
  const { old, fresh, sections, fits } = matching;
  const nameOf = (fact: PlacedFact, at: number | string) => naming(fact, at)?.join('\u0000');
  const waiting = Map.groupBy(
    fresh.filter((it) => isLeft(it, matching)),
    (it) => nameOf(it, it.section),
  );
  for (const fact of old) {
    if (!isLeft(fact, matching)) continue;
    const name = nameOf(fact, sections.get(fact.section) ?? 'nowhere');
    const found = name === undefined ? [] : (waiting.get(name) ?? []);
    const fitting = found.find(
      (it) => isLeft(it, matching) && it.isGuess !== true && fits(fact, it),
    );
    if (fitting) matchFact(fact, fitting, matching);
  }
}
