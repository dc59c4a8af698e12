import { toDrift, type SourceDrift } from '../../scripts/drift/drift.ts';
import { extractFacts } from '../../scripts/drift/extract-facts.ts';
import type { FactSection } from '../../scripts/drift/document-fact.ts';
import { readDocument } from '../../scripts/drift/read-document.ts';
import type { EvidenceLedger } from '../../scripts/model/evidence.ts';
import { editings, type Edit, type Expected } from './edits.ts';
import { applied, mutate, shown, targetsIn } from './mutations.ts';
import { REWORDINGS, toDraw, type Draw } from './rewordings.ts';

/** A document with the ledger that rests on it. */
export interface DriftSubject {
  readonly text: string;
  readonly name: string;
  readonly ledger: EvidenceLedger;
  readonly source: string;
  /** Makes the document of the text, where the text is not the document itself. */
  readonly toDocument?: (text: string) => string;
}

export interface Tally {
  /** By kind: how many were changed, and how many were named by their claim. */
  readonly kinds: Map<string, { tried: number; named: number; replaced: number }>;
  readonly missed: string[];
  /** What was reported and nobody had changed. */
  readonly invented: string[];
}

export function newTally(): Tally {
  return { kinds: new Map(), missed: [], invented: [] };
}

/** Facts of a document as they are kept. */
export function keptOf({ text, name, ledger, source, toDocument }: DriftSubject): FactSection[] {
  const headings = (ledger.sources.get(source)?.sections ?? []).map(({ heading }) => heading);
  return extractFacts(readDocument(toDocument?.(text) ?? text, name, headings));
}

/** Changes facts of a document, a few in each copy, rewords the rest, and counts what is said of it. */
export function tryChanges(subject: DriftSubject, seed: number, count: number, tally: Tally): void {
  const draw = toDraw(seed);
  const kept = keptOf(subject);
  const targets = targetsIn(subject, kept);
  let left = count;
  while (left > 0) {
    const copy = Math.min(left, targets.length, 4);
    left -= copy;
    const mutations = pick(targets, copy, draw).flatMap(
      (it) => mutate(it, draw, subject.text) ?? [],
    );
    const text = reword(applied(subject.text, mutations), draw, 3);
    const expected = mutations.map((it): Expected => ({ ...it, was: shown(it) }));
    judge(compare(subject, kept, text), { expected }, `seed ${seed}`, tally);
  }
}

/** Makes one larger change in each copy, of each kind in turn, rewords the rest, and counts what is said of it. */
export function tryEdits(subject: DriftSubject, seed: number, rounds: number, tally: Tally): void {
  const draw = toDraw(seed);
  const kept = keptOf(subject);
  const targets = targetsIn(subject, kept);
  for (let round = 0; round < rounds; round += 1) {
    for (const editing of editings(kept)) {
      const edit = editing(subject.text, targets, draw);
      const text = edit && reword(edit.text, draw, 2);
      if (edit && text !== undefined) {
        judge(compare(subject, kept, text), edit, `seed ${seed}`, tally);
      }
    }
  }
}

/** Rewords a document in each way alone, and counts what is said of it. */
export function tryRewordings(subject: DriftSubject, seed: number, tally: Tally): void {
  const kept = keptOf(subject);
  for (const [name, change] of Object.entries(REWORDINGS)) {
    const text = change(subject.text, toDraw(seed));
    if (text === subject.text) continue;
    judge(compare(subject, kept, text), { expected: [] }, name, tally);
    const counted = tally.kinds.get('rewording') ?? { tried: 0, named: 0, replaced: 0 };
    tally.kinds.set('rewording', { ...counted, tried: counted.tried + 1 });
  }
}

export function compare(
  { ledger, source, name, toDocument }: DriftSubject,
  kept: readonly FactSection[],
  text: string,
): SourceDrift {
  const now = toDocument?.(text) ?? text;
  return toDrift({ ledger, source, kept, text: now, name, described: new Set() });
}

function pick<Item>(items: readonly Item[], count: number, draw: Draw): Item[] {
  const chosen = new Set<Item>();
  for (let tries = 0; chosen.size < count && tries < 100; tries += 1) {
    const item = items[Math.floor(draw() * items.length)];
    if (item !== undefined) chosen.add(item);
  }
  return [...chosen];
}

function reword(text: string, draw: Draw, times: number): string {
  const all = Object.values(REWORDINGS);
  return pick(all, times, draw).reduce((told, change) => change(told, draw), text);
}

function judge(
  drift: SourceDrift,
  { expected, mayTell }: Pick<Edit, 'expected'> & Partial<Edit>,
  label: string,
  tally: Tally,
): void {
  const changes = drift.claims.flatMap(({ claim, changes: own }) =>
    own.map((it) => ({ ...it, claim: claim.id })),
  );
  for (const { kind, was, to, claims } of expected) {
    const counted = tally.kinds.get(kind) ?? { tried: 0, named: 0, replaced: 0 };
    const named =
      claims.length === 0
        ? drift.news.filter(({ text }) => text.includes(was)).map(({ text }) => ({ now: text }))
        : changes.filter((it) => claims.includes(it.claim) && it.was === was);
    tally.kinds.set(kind, {
      tried: counted.tried + 1,
      named: counted.named + (named.length > 0 ? 1 : 0),
      replaced: counted.replaced + (named.some((it) => it.now !== undefined) ? 1 : 0),
    });
    if (named.length === 0) {
      tally.missed.push(`${label}: ${kind} ${was} → ${to} of ${claims.join()}`);
    }
  }
  const known = new Set(expected.map(({ was }) => was));
  const words = expected.map(({ to }) => to).filter((it) => it !== '');
  const said = [...changes, ...drift.unclaimed].filter(
    (it) => !known.has(it.was) && mayTell?.(it.was) !== true,
  );
  const news = drift.news.filter(({ text }) => !words.some((it) => text.includes(it)));
  tally.invented.push(
    ...said.map((it) => `${label}: ${it.was} → ${it.now ?? 'gone'} (${it.at})`),
    ...news.map((it) => `${label}: new ${it.text} (${it.at})`),
  );
}

/** `figure 12 of 12 (9 with what stands there now)`, kind by kind. */
export function renderTally({ kinds }: Tally): string {
  return [...kinds]
    .map(([kind, { tried, named, replaced }]) =>
      kind === 'rewording'
        ? `${kind} ${tried}`
        : `${kind} ${named} of ${tried} (${replaced} with what stands there now)`,
    )
    .toSorted()
    .join('\n');
}
