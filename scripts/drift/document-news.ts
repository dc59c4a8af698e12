import type { Alignment } from './align-facts.ts';
import {
  renderFact,
  type DocumentFact,
  type FactSection,
  type PlacedFact,
} from './document-fact.ts';

/** Something that the document did not print before. */
export interface DocumentNews {
  readonly text: string;
  /** Heading under which it stands. */
  readonly at: string;
  /** Whether the description has it, in another place perhaps. */
  readonly isDescribed: boolean;
}

function isOtherOperation(fact: DocumentFact, other: DocumentFact): boolean {
  return fact.kind === 'path' && fact.label !== '' && fact.label !== other.label;
}

/** What a document prints now that it did not print; a second mention is nothing new. */
export function toNews(
  { old, added, sections }: Alignment,
  kept: readonly FactSection[],
  fresh: readonly FactSection[],
  described: ReadonlySet<string>,
): DocumentNews[] {
  const cameFrom = new Map([...sections].map(([from, to]) => [to, from]));
  const everywhere = new Set(old.flatMap((it) => [it.key, renderFact(it)]));
  const isKnownAt = (fact: PlacedFact) => {
    const before = kept[cameFrom.get(fact.section) ?? -1]?.facts ?? [];
    return before.some((it) => it.key === fact.key && !isOtherOperation(fact, it));
  };
  const fields = new Set(
    added.filter((it) => it.kind === 'field' && !isKnownAt(it)).map(({ text }) => text),
  );
  const news = added.filter((it) => {
    if (isKnownAt(it)) return false;
    if (it.kind === 'path') return !everywhere.has(renderFact(it));
    if (it.kind === 'name') return !everywhere.has(it.key);
    // What a new field holds comes with the field.
    if (fields.has(it.label)) return false;
    return it.kind === 'value' ? it.label !== '' && !everywhere.has(it.key) : true;
  });
  const shown = news.map((it): DocumentNews => ({
    text: renderFact(it),
    at: fresh[it.section]?.heading ?? '',
    isDescribed: described.has(it.kind === 'path' ? renderFact(it) : it.text),
  }));
  return [...new Map(shown.map((it) => [JSON.stringify(it), it])).values()];
}
