import type { ApiModel } from './api-model.ts';
import { citationsIn, type Citation } from './citations.ts';
import type { Claim, EvidenceLedger, FactKind, PrintedFact, SourceSection } from './evidence.ts';
import { kindOfClaim, landmarksOf } from './fact-kinds.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { findPrinted } from './printed-facts.ts';

/** How much of its sources a description holds. */
export interface Coverage {
  readonly claims: readonly ClaimCoverage[];
  readonly sections: readonly SectionCoverage[];
}

export interface ClaimCoverage {
  readonly claim: Claim;
  /** Undefined where nothing in the description rests on the claim. */
  readonly kind: FactKind | undefined;
  readonly citations: readonly Citation[];
}

export interface SectionCoverage {
  /** Id of the source whose section it is. */
  readonly source: string;
  readonly section: SourceSection;
  readonly claims: readonly Claim[];
  readonly prints: readonly {
    readonly fact: PrintedFact;
    readonly foundAt: Pointer | undefined;
  }[];
}

/** Holds a description against its ledger. */
export function toCoverage(api: ApiModel, ledger: EvidenceLedger): Coverage {
  const landmarks = landmarksOf(api);
  const byClaim = Map.groupBy(citationsIn(api.document), ({ id }) => id);
  const claims = [...ledger.claims.values()].map((claim) => {
    const citations = byClaim.get(claim.id) ?? [];
    return { claim, kind: kindOfClaim(citations, landmarks), citations };
  });
  return { claims, sections: sectionsOf(api, ledger) };
}

function sectionsOf(api: ApiModel, ledger: EvidenceLedger): SectionCoverage[] {
  return [...ledger.sources].flatMap(([source, { sections }]) => {
    const headings = sections.map(({ heading }) => heading);
    const standing = [...ledger.claims.values()].map((claim) => ({
      claim,
      in: headingsOf(claim, source, headings, ledger),
    }));
    return sections.map((section) => ({
      source,
      section,
      claims: standing.filter((it) => it.in.includes(section.heading)).map((it) => it.claim),
      prints: section.prints.map((fact) => ({ fact, foundAt: findPrinted(fact, api) })),
    }));
  });
}

/**
 * The headings of a source that a claim's `at` names. `at` lists places with semicolons between them;
 * a place begins with a heading, and one in another source says so: `Errors; table of codes in S2`.
 */
function headingsOf(
  { sources, at }: Claim,
  source: string,
  headings: readonly string[],
  ledger: EvidenceLedger,
): string[] {
  // A conclusion names no source: it is drawn from the document whose sections are listed.
  if (sources.length > 0 && !sources.includes(source)) return [];
  return (at ?? '').split(';').flatMap((place) => {
    const named = (place.match(/\w+/g) ?? []).filter((word) => ledger.sources.has(word));
    if (named.length > 0 && !named.includes(source)) return [];
    return longestStart(place.trim(), headings) ?? [];
  });
}

/** Of the headings with which a place begins, the most specific. */
function longestStart(place: string, headings: readonly string[]): string | undefined {
  return headings
    .filter((it) => place.startsWith(it) && /^(?:$|[, ])/.test(place.slice(it.length)))
    .toSorted((left, right) => right.length - left.length)[0];
}
