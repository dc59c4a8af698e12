import type { Alignment, PlacedFact } from './align-facts.ts';
import { renderFact, type FactSection } from './document-fact.ts';

/** Something that the document did not print before. */
export interface DocumentNews {
  readonly text: string;
  /** Heading under which it stands. */
  readonly at: string;
  /** Whether the description has it, in another place perhaps. */
  readonly isDescribed: boolean;
}

/** What a document prints now that it did not print; a second mention is nothing new. */
export function toNews(
  { old, added, sections }: Alignment,
  kept: readonly FactSection[],
  fresh: readonly FactSection[],
  described: ReadonlySet<string>,
): DocumentNews[] {
  const cameFrom = new Map([...sections].map(([from, to]) => [to, from]));
  const everywhere = new Set(old.map(({ key }) => key));
  const isKnownAt = (fact: PlacedFact) => {
    const before = kept[cameFrom.get(fact.section) ?? -1]?.facts ?? [];
    return before.some(({ key }) => key === fact.key);
  };
  const fields = new Set(
    added.filter((it) => it.kind === 'field' && !isKnownAt(it)).map(({ text }) => text),
  );
  const news = added.filter((it) => {
    if (isKnownAt(it)) return false;
    if (it.kind === 'name' || it.kind === 'path') return !everywhere.has(it.key);
    // What a new field holds comes with the field.
    if (fields.has(it.label)) return false;
    return it.kind === 'value' ? it.label !== '' && !everywhere.has(it.key) : true;
  });
  const shown = news.map((it): DocumentNews => ({
    text: renderFact(it),
    at: fresh[it.section]?.heading ?? '',
    isDescribed: described.has(it.text),
  }));
  return [...new Map(shown.map((it) => [JSON.stringify(it), it])).values()];
}
