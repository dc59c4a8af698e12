import { toDrift, type SourceDrift } from '../../scripts/drift/drift.ts';
import { extractFacts } from '../../scripts/drift/extract-facts.ts';
import type { FactSection } from '../../scripts/drift/document-fact.ts';
import { readDocument } from '../../scripts/drift/read-document.ts';
import type { EvidenceLedger } from '../../scripts/model/evidence.ts';
import { applied, mutate, shown, targetsIn, type Mutation } from './mutations.ts';
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
    judge(compare(subject, kept, text), mutations, `seed ${seed}`, tally);
  }
}

/** Rewords a document in each way alone, and counts what is said of it. */
export function tryRewordings(subject: DriftSubject, seed: number, tally: Tally): void {
  const kept = keptOf(subject);
  for (const [name, change] of Object.entries(REWORDINGS)) {
    const text = change(subject.text, toDraw(seed));
    if (text === subject.text) continue;
    judge(compare(subject, kept, text), [], name, tally);
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
  mutations: readonly Mutation[],
  label: string,
  tally: Tally,
): void {
  const changes = drift.claims.flatMap(({ claim, changes: own }) =>
    own.map((it) => ({ ...it, claim: claim.id })),
  );
  for (const mutation of mutations) {
    const counted = tally.kinds.get(mutation.kind) ?? { tried: 0, named: 0, replaced: 0 };
    const named = changes.filter(
      (it) => mutation.claims.includes(it.claim) && it.was === shown(mutation),
    );
    tally.kinds.set(mutation.kind, {
      tried: counted.tried + 1,
      named: counted.named + (named.length > 0 ? 1 : 0),
      replaced: counted.replaced + (named.some((it) => it.now !== undefined) ? 1 : 0),
    });
    if (named.length === 0) {
      tally.missed.push(
        `${label}: ${mutation.kind} ${shown(mutation)} → ${mutation.to} of ${mutation.claims.join()}`,
      );
    }
  }
  const known = new Set(mutations.map(shown));
  const words = mutations.map(({ to }) => to);
  const said = [...changes, ...drift.unclaimed].filter((it) => !known.has(it.was));
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
