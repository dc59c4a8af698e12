import type { Claim, ClaimPrint, EvidenceLedger } from '../model/evidence.ts';
import { toKey, type DocumentFact, type FactSection } from './document-fact.ts';
import { tokensIn } from './fact-tokens.ts';
import { plainHeading } from './pair-sections.ts';

/**
 * Indexes of the sections that a claim's `at` names, or of all where it names none of the document.
 * `at` lists places with semicolons between them; one in another source says so.
 */
export function sectionsOfClaim(
  { at = '' }: Claim,
  source: string,
  ledger: EvidenceLedger,
  sections: readonly FactSection[],
): number[] {
  const headings = (ledger.sources.get(source)?.sections ?? []).map(({ heading }) => heading);
  const known = headings.map(plainHeading);
  const named = at.split(';').flatMap((place) => {
    const others = (place.match(/\w+/g) ?? []).filter((it) => ledger.sources.has(it));
    if (others.length > 0 && !others.includes(source)) return [];
    const heading = longestStart(place.trim(), headings) ?? place;
    const found = sectionsUnder(heading, sections, known);
    if (found.length > 0) return found;
    // A heading that a copied page has lost stands under the one before it.
    return sectionsUnder(heading.split(', ').slice(0, -1).join(', ') || '-', sections);
  });
  return named.length > 0 ? [...new Set(named)] : [...sections.keys()];
}

/** Indexes of the sections under a heading: itself, and those below it that the ledger does not list. */
export function sectionsUnder(
  heading: string,
  sections: readonly FactSection[],
  listed: readonly string[] = [],
): number[] {
  const wanted = plainHeading(heading);
  return headingsOf(sections).flatMap((own, index) => {
    if (own === wanted) return [index];
    const isBelow = own.startsWith(`${wanted} `);
    const isListed = listed.some(
      (it) => it.length > wanted.length && (own === it || own.startsWith(`${it} `)),
    );
    return isBelow && !isListed ? [index] : [];
  });
}

/** They are asked for by every claim. */
const PLAIN_HEADINGS = new WeakMap<readonly FactSection[], readonly string[]>();

function headingsOf(sections: readonly FactSection[]): readonly string[] {
  const known = PLAIN_HEADINGS.get(sections) ?? sections.map((it) => plainHeading(it.heading));
  PLAIN_HEADINGS.set(sections, known);
  return known;
}

function longestStart(place: string, headings: readonly string[]): string | undefined {
  return headings
    .filter((it) => place.startsWith(it) && /^(?:$|[, ])/.test(place.slice(it.length)))
    .toSorted((left, right) => right.length - left.length)[0];
}

/** What of the sections a claim's print means: all facts that say the same, or the one that it counts out. */
export function factsOfPrint<Fact extends DocumentFact>(
  { text, label, occurrence }: ClaimPrint,
  facts: readonly Fact[],
): Fact[] {
  const keys = keysOfPrint(text);
  const found = facts.filter(
    (it) =>
      keys.has(it.key) &&
      (label === undefined || it.label === label) &&
      (keys.get(it.key) === '' || it.label === keys.get(it.key)),
  );
  if (occurrence === undefined) return found;
  return found.slice(occurrence - 1, occurrence);
}

/** What a written fact may be in the document, each with the method that it needs. */
function keysOfPrint(text: string): ReadonlyMap<string, string> {
  const keys = new Map(
    [
      text,
      toKey('figure', text),
      toKey('date', text),
      toKey('value', text),
      toKey('name', text),
    ].map((it) => [it, '']),
  );
  const [first] = tokensIn(text, { label: '', isCode: false, at: 0 });
  if (first && text.startsWith(first.text)) keys.set(first.key, '');
  const [, method, path] = /^([A-Z]+) (\S.*)$/.exec(text) ?? [];
  if (method !== undefined && path !== undefined && path.includes('/')) keys.set(path, method);
  return keys;
}
