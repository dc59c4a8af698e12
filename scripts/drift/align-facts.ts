import type { FactSection, PlacedFact } from './document-fact.ts';
import {
  isLeft,
  matchBy,
  matchFact,
  replaceFact,
  toFactMatches,
  type FactMatches,
} from './fact-matches.ts';
import { pairChanges } from './pair-changes.ts';
import { pairGaps } from './pair-gaps.ts';
import { pairInOrder } from './pair-in-order.ts';
import { pairSections } from './pair-sections.ts';
import { areAlike, classOf, placeFacts, saySame, withSharedColumns } from './place-facts.ts';
import { isRepeated, isSpelled } from './still-said.ts';

export interface Alignment {
  readonly old: readonly PlacedFact[];
  readonly fresh: readonly PlacedFact[];
  /** What became of each old fact that is not stated as before: another one in its place, or undefined where it is gone. */
  readonly changed: ReadonlyMap<PlacedFact, PlacedFact | undefined>;
  /** What is gone because the field that held it is. */
  readonly followed: ReadonlySet<PlacedFact>;
  /** Facts that were not there. */
  readonly added: readonly PlacedFact[];
  /** From sections of the old document to those of the new one. */
  readonly sections: ReadonlyMap<number, number>;
}

/**
 * Finds each fact of a document again in a new one: by its place among the facts of its section first,
 * then by what it is, what it is a fact of, and the facts beside it. Prose counts for nothing, so that
 * re-wording is silent; sections may move.
 */
export function alignFacts(was: readonly FactSection[], is: readonly FactSection[]): Alignment {
  const sections = pairSections(was, is);
  const matching = toFactMatches(placed(was, is), placed(is, was), sections);
  const { old, fresh, matches, changes } = matching;
  const orders = inOrder(matching);
  matchInPlace(orders, matching);
  matchBy(
    ({ kind, key, label, before, after }, at) => [at, kind, key, label, before, after],
    matching,
  );
  matchBy(({ kind, key, label, before }, at) => [at, kind, key, label, before], matching);
  matchBy(({ kind, key, label, after }, at) => [at, kind, key, label, after], matching);
  matchBy(({ kind, key, label }, at) => [at, kind, key, label], matching);
  for (const { was: before, is: now, pairs } of orders) {
    const found = pairs.filter(([from, to]) => matches.get(from) === to);
    const gaps = pairGaps(found, before, now, (it) => isLeft(it, matching));
    for (const [from, to] of gaps) replaceFact(from, to, matching);
  }
  matchElsewhere(matching);
  const followed = giveUp(is, matching);
  for (const [from, to] of matches) if (isOther(from, to)) changes.set(from, to);
  const added = fresh.filter((it) => isLeft(it, matching) && it.isGuess !== true);
  return { old, fresh, changed: changes, followed, added, sections };
}

function placed(sections: readonly FactSection[], others: readonly FactSection[]): PlacedFact[] {
  const facts = others.flatMap((it) => it.facts);
  return withSharedColumns(placeFacts(sections), facts);
}

interface Order {
  readonly was: readonly PlacedFact[];
  readonly is: readonly PlacedFact[];
  readonly pairs: readonly (readonly [PlacedFact, PlacedFact])[];
}

function inOrder({ old, fresh, sections }: FactMatches): Order[] {
  const [earlier, today] = [old, fresh].map((it) => Map.groupBy(it, ({ section }) => section));
  return [...sections].map(([from, to]) => {
    const [was, is] = [earlier?.get(from) ?? [], today?.get(to) ?? []];
    return { was, is, pairs: pairInOrder(was, is) };
  });
}

/** What says the same in the same place, and what a field that is still there holds now. */
function matchInPlace(orders: readonly Order[], matching: FactMatches): void {
  const { old, matches, fits } = matching;
  const pairs = orders.flatMap((it) => it.pairs);
  const same = pairs.filter(([from, to]) => saySame(from, to));
  for (const [from, to] of same) if (from.label === to.label) matchFact(from, to, matching);
  for (const [from, to] of same) {
    if (isLeft(from, matching) && fits(from, to)) matchFact(from, to, matching);
  }
  for (const [from, to] of pairs) {
    const holder = old[from.owner ?? -1];
    const isHeld = holder !== undefined && matches.get(holder)?.index === to.owner;
    if (isHeld && isLeft(from, matching) && areAlike(from, to)) replaceFact(from, to, matching);
  }
}

/** What stands elsewhere now, or beside other facts. */
function matchElsewhere(matching: FactMatches): void {
  const { old, fresh, sections, matches } = matching;
  const counts = [countsOf(old), countsOf(fresh)];
  matchBy(({ kind, key, before, after }) => [kind, key, before, after], matching);
  matchBy(({ kind, key, label, before }) => [kind, key, label, before], matching);
  matchBy(({ kind, key, label, after }) => [kind, key, label, after], matching);
  matchBy((fact, at) => [at, classOf(fact), fact.key], matching);
  matchBy((fact) => {
    const name = nameOf(fact);
    return counts[0]?.get(name) === counts[1]?.get(name) ? [name] : undefined;
  }, matching);
  const [lost, spare] = [old, fresh].map((facts) => facts.filter((it) => isLeft(it, matching)));
  const pairs = pairChanges(lost ?? [], spare ?? [], { matches, sections, least: 2.5 });
  for (const [from, to] of pairs) replaceFact(from, to, matching);
  matchBy(({ kind, key, label }) => (label === '' ? undefined : [kind, key, label]), matching);
}

function countsOf(facts: readonly PlacedFact[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(nameOf(fact), (counts.get(nameOf(fact)) ?? 0) + 1);
  return counts;
}

function nameOf(fact: PlacedFact): string {
  return `${fact.kind} ${fact.key}`;
}

/** What nothing has become of is gone, unless it is said in words or said still. Returns what went with its field. */
function giveUp(is: readonly FactSection[], matching: FactMatches): ReadonlySet<PlacedFact> {
  const { old, matches, changes, sections } = matching;
  const followed = new Set<PlacedFact>();
  for (const fact of old.filter((it) => isLeft(it, matching))) {
    const holder = old[fact.owner ?? -1];
    const renamed = holder && changes.get(holder);
    // A value is looked for beside what its field is called now.
    const wanted = renamed ? { ...fact, label: renamed.text } : fact;
    if (holder && !renamed && !matches.has(holder)) followed.add(fact);
    else if (isRepeated(fact, old, matches) || isSpelled(wanted, is, sections)) continue;
    changes.set(fact, undefined);
  }
  return followed;
}

/** The same path with another method is another operation, the same figure in another time another rate. */
function isOther(from: PlacedFact, to: PlacedFact): boolean {
  const isOperation = from.kind === 'path' && from.label !== '' && to.label !== '';
  if (isOperation) return from.label !== to.label;
  return from.per !== undefined && to.per !== undefined && from.per !== to.per;
}
