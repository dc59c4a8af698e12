import type { DocumentFact, FactSection, PlacedFact } from './document-fact.ts';
import { pairChanges } from './pair-changes.ts';
import { pairSections } from './pair-sections.ts';

export interface Alignment {
  readonly old: readonly PlacedFact[];
  readonly fresh: readonly PlacedFact[];
  /** What became of each old fact that is not stated as before: another one in its place, or undefined where it is gone. */
  readonly changed: ReadonlyMap<PlacedFact, PlacedFact | undefined>;
  /** Facts that were not there. */
  readonly added: readonly PlacedFact[];
  /** From sections of the old document to those of the new one. */
  readonly sections: ReadonlyMap<number, number>;
}

/**
 * Finds each fact of a document again in a new one: by what it is, what it is a fact of, and the
 * facts beside it. Prose counts for nothing, so that re-wording is silent; sections may move.
 */
export function alignFacts(was: readonly FactSection[], is: readonly FactSection[]): Alignment {
  const old = placed(was);
  const fresh = placed(is);
  const sections = pairSections(was, is);
  const matches = new Map<PlacedFact, PlacedFact>();
  const changes = new Map<PlacedFact, PlacedFact | undefined>();
  const taken = new Set<PlacedFact>();
  const owners = new Set(fresh.map(({ section, label }) => join(section, label)));
  // What still has a value of its own in the section did not lend it to another.
  const isAnchored = ({ label, section, kind }: PlacedFact) =>
    label !== '' && kind !== 'path' && owners.has(join(sections.get(section) ?? 'nowhere', label));
  const pass = (
    nameOf: (fact: PlacedFact, place: number | string) => string | undefined,
    isFree = false,
  ) => {
    const waiting = Map.groupBy(
      fresh.filter((it) => !taken.has(it)),
      (it) => nameOf(it, it.section) ?? '',
    );
    for (const fact of old) {
      if (matches.has(fact) || changes.has(fact) || (isFree && isAnchored(fact))) continue;
      const name = nameOf(fact, sections.get(fact.section) ?? 'nowhere');
      const found = name === undefined ? undefined : waiting.get(name)?.shift();
      if (!found) continue;
      matches.set(fact, found);
      taken.add(found);
    }
  };
  pass(({ kind, key, label, before, after }, at) => join(at, kind, key, label, before, after));
  pass(({ kind, key, label, before }, at) => join(at, kind, key, label, before));
  pass(({ kind, key, label, after }, at) => join(at, kind, key, label, after));
  pass(({ kind, key, label }, at) => join(at, kind, key, label));
  pass(({ kind, key, before, after }) => join(kind, key, before, after), true);
  pass(({ kind, key, label, before }) => join(kind, key, label, before));
  pass(({ kind, key, label, after }) => join(kind, key, label, after));
  const left = () => old.filter((it) => !matches.has(it) && !changes.has(it));
  const spare = () => fresh.filter((it) => !taken.has(it));
  const replace = (least: number) => {
    for (const [from, to] of pairChanges(left(), spare(), { matches, sections, least })) {
      changes.set(from, to);
      taken.add(to);
    }
  };
  // What stands in the very place of another is that one changed, before it is taken for a third that moved.
  pass(({ kind, key }, at) =>
    kind === 'figure' || kind === 'value' ? undefined : join(at, kind, key),
  );
  pass((fact, at) => join(at, classOf(fact), fact.key));
  const counts = [countsOf(old), countsOf(fresh)];
  pass((fact) => {
    const name = join(classOf(fact), fact.key);
    return counts[0]?.get(name) === counts[1]?.get(name) ? name : undefined;
  }, true);
  replace(2.5);
  pass((fact) => (fact.label === '' ? undefined : join(fact.kind, fact.key, fact.label)));
  const isLost = ({ section, label }: PlacedFact) =>
    left().some((it) => it.kind === 'field' && it.section === section && it.text === label) ||
    [...changes.keys()].some((it) => it.section === section && it.text === label);
  for (const fact of left()) {
    // What a field held goes with the field.
    if (fact.label !== '' && fact.kind !== 'path' && isLost(fact)) continue;
    if (isRepeated(fact, matches, sections) || isSpelled(fact, is, sections)) continue;
    changes.set(fact, undefined);
  }
  for (const [from, to] of matches) if (isOtherMethod(from, to)) changes.set(from, to);
  return { old, fresh, changed: changes, added: spare(), sections };
}

/** The same path with another method is another operation. */
function isOtherMethod(from: PlacedFact, to: PlacedFact): boolean {
  return from.kind === 'path' && from.label !== '' && to.label !== '' && from.label !== to.label;
}

function placed(sections: readonly FactSection[]): PlacedFact[] {
  let index = 0;
  return sections.flatMap(({ facts }, section) =>
    facts.map((fact, at) => ({
      ...fact,
      section,
      before: facts[at - 1]?.key ?? '',
      after: facts[at + 1]?.key ?? '',
      index: index++,
    })),
  );
}

function join(...parts: readonly (string | number)[]): string {
  return parts.join('\u0000');
}

/** A field of a table may be a word in a sentence of the new document, and a value one in code. */
function classOf({ kind }: DocumentFact): string {
  return kind === 'field' || kind === 'name' || kind === 'value' ? 'word' : kind;
}

function countsOf(facts: readonly PlacedFact[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const name = join(classOf(fact), fact.key);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** What the section still says once need not be said twice. */
function isRepeated(
  fact: PlacedFact,
  matches: ReadonlyMap<PlacedFact, PlacedFact>,
  sections: ReadonlyMap<number, number>,
): boolean {
  if (fact.kind === 'field') return false;
  const at = sections.get(fact.section);
  return matches
    .values()
    .some(
      (it) =>
        it.section === at &&
        it.key === fact.key &&
        (it.kind === 'name' ||
          it.kind === 'field' ||
          (fact.label !== '' && it.label === fact.label)),
    );
}

/** Whether the section says it in words: `thirty`, or a value that no longer looks like one beside what has it. */
function isSpelled(
  { kind, key, text, label, section }: PlacedFact,
  is: readonly FactSection[],
  sections: ReadonlyMap<number, number>,
): boolean {
  const prose = is[sections.get(section) ?? -1]?.text ?? '';
  if (kind === 'figure') {
    const word = NUMBERS[key];
    return word !== undefined && new RegExp(`\\b${word}\\b`, 'i').test(prose);
  }
  if ((kind !== 'value' && kind !== 'name') || text.length < 3) return false;
  return prose
    .split('\n')
    .some((line) => hasWord(line, text) && (label === '' || line.includes(label)));
}

function hasWord(line: string, word: string): boolean {
  const at = line.indexOf(word);
  return at >= 0 && !/\w/.test(`${line[at - 1] ?? ''}${line[at + word.length] ?? ''}`);
}

const NUMBERS: Readonly<Record<string, string>> = {
  1: 'one',
  2: 'two|twice',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  10: 'ten',
  12: 'twelve|dozen',
  15: 'fifteen',
  20: 'twenty',
  30: 'thirty',
  40: 'forty',
  50: 'fifty',
  60: 'sixty',
  100: 'hundred',
  500: 'five hundred',
  1000: 'thousand',
  86400: 'day',
};
