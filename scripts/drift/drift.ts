import type { Claim, ClaimPrint, EvidenceLedger } from '../model/evidence.ts';
import { alignFacts, type Alignment } from './align-facts.ts';
import { factsOfPrint, sectionsOfClaim, sectionsUnder } from './claim-places.ts';
import { renderFact, type FactSection, type PlacedFact } from './document-fact.ts';
import { toNews, type DocumentNews } from './document-news.ts';
import { extractFacts } from './extract-facts.ts';
import type { DocumentSection } from './document.ts';
import { readDocument } from './read-document.ts';

/** What became of a source since its facts were kept. */
export interface SourceDrift {
  /** Id of the source in the ledger. */
  readonly source: string;
  readonly claims: readonly ClaimDrift[];
  /** Claims that rest on the source and name no fact in it. */
  readonly unfollowed: readonly Claim[];
  /** Facts that no claim rests on, such as values of examples. */
  readonly unclaimed: readonly FactChange[];
  readonly news: readonly DocumentNews[];
}

/** A claim with what is no longer stated of it; nothing where all is. */
interface ClaimDrift {
  readonly claim: Claim;
  readonly changes: readonly FactChange[];
}

export interface FactChange {
  readonly was: string;
  /** What stands in its place; undefined where it is gone. */
  readonly now: string | undefined;
  /** Heading under which it stood, and stands. */
  readonly at: string;
}

export interface DriftInput {
  readonly ledger: EvidenceLedger;
  readonly source: string;
  /** The facts that were kept of the source. */
  readonly kept: readonly FactSection[];
  /** The document of today, and its name. */
  readonly text: string;
  readonly name: string;
  /** Names, paths and statuses that the description has. */
  readonly described: ReadonlySet<string>;
}

/** Holds a document against the facts that were kept of it, claim by claim. */
export function toDrift({ ledger, source, kept, text, name, described }: DriftInput): SourceDrift {
  const headings = [
    ...kept.map(({ heading }) => heading),
    ...(ledger.sources.get(source)?.sections ?? []).map(({ heading }) => heading),
  ].filter((it) => it !== '');
  const sections = readDocument(text, name, headings);
  const { fresh, alignment } = alignWithDocument(kept, sections);
  const claimed = new Set<PlacedFact>();
  const resting = [...ledger.claims.values()].filter((it) => restsOn(it, source));
  const claims = resting.map((claim): ClaimDrift => {
    const scope = sectionsOfClaim(claim, source, ledger, kept);
    const changes = printsIn(claim, source).flatMap((print) =>
      changesOf(print, { alignment, scope, kept, fresh, claimed }),
    );
    return { claim, changes: withoutRepeats(changes) };
  });
  const others = alignment.old.filter(
    (it) => alignment.changed.has(it) && !alignment.followed.has(it) && !claimed.has(it),
  );
  return {
    source,
    claims: claims.filter(({ claim }) => printsIn(claim, source).length > 0),
    unfollowed: resting.filter(
      (it) => it.sources.includes(source) && printsIn(it, source).length === 0,
    ),
    unclaimed: withoutRepeats(others.map((it) => toChange(it, alignment, kept))),
    news: toNews(alignment, kept, fresh, described),
  };
}

/** What seems gone may only have lost the look of a field: it is looked for once more, wherever a line begins with it. */
function alignWithDocument(kept: readonly FactSection[], sections: readonly DocumentSection[]) {
  const fresh = extractFacts(sections);
  const alignment = alignFacts(kept, fresh);
  const lost = [...alignment.changed.keys()].filter(({ kind }) => kind === 'field');
  if (lost.length === 0) return { fresh, alignment };
  const again = extractFacts(sections, new Set(lost.map((it) => it.text)));
  return { fresh: again, alignment: alignFacts(kept, again) };
}

function restsOn(claim: Claim, source: string): boolean {
  return claim.sources.includes(source) || printsIn(claim, source).length > 0;
}

function printsIn({ prints }: Claim, source: string): ClaimPrint[] {
  return prints.filter((it) => it.source === source);
}

interface Sight {
  readonly alignment: Alignment;
  readonly scope: readonly number[];
  readonly kept: readonly FactSection[];
  readonly fresh: readonly FactSection[];
  /** Takes the facts that claims rest on. */
  readonly claimed: Set<PlacedFact>;
}

function changesOf(
  print: ClaimPrint,
  { alignment, scope, kept, fresh, claimed }: Sight,
): FactChange[] {
  const within = print.section === undefined ? scope : sectionsUnder(print.section, kept);
  const standing = alignment.old.filter((it) => within.includes(it.section));
  const inPlace = factsOfPrint(print, standing);
  const facts = inPlace.length > 0 ? inPlace : factsOfPrint(print, alignment.old);
  for (const fact of facts) claimed.add(fact);
  if (facts.length === 0) return isWritten(print, fresh) ? [] : [toLoss(print)];
  return facts.filter((it) => alignment.changed.has(it)).map((it) => toChange(it, alignment, kept));
}

/** A word that is no fact by its look, such as a scheme's name, is looked up in the text. */
function isWritten({ text }: ClaimPrint, fresh: readonly FactSection[]): boolean {
  const escaped = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const word = new RegExp(String.raw`(?<!\w)${escaped}(?!\w)`);
  return fresh.some((it) => word.test(it.text.replaceAll(/\s+/g, ' ')));
}

function toLoss({ text, label, section = '' }: ClaimPrint): FactChange {
  return { was: label === undefined ? text : `${label}: ${text}`, now: undefined, at: section };
}

function toChange(
  fact: PlacedFact,
  { changed }: Alignment,
  kept: readonly FactSection[],
): FactChange {
  const now = changed.get(fact);
  const at = kept[fact.section]?.heading ?? '';
  return { was: renderFact(fact), now: now && renderFact(now), at };
}

function withoutRepeats(changes: readonly FactChange[]): FactChange[] {
  const seen = new Map(changes.map((it) => [JSON.stringify(it), it]));
  return [...seen.values()];
}
