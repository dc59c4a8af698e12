import type { Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';

/** How sure a claim is: printed in a source, confirmed by a second, concluded, disputed, or left open. */
export const CLAIM_STATUSES = [
  'documented',
  'corroborated',
  'inferred',
  'contradicted',
  'unstated',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** `evidence.yaml`: what the description's constraints rest on. */
export interface EvidenceLedger {
  /** Path of the ledger. */
  readonly file: string;
  readonly sources: ReadonlyMap<string, EvidenceSource>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** What the description says where, so that nobody changes it unawares. */
  readonly facts: readonly LedgerFact[];
}

/** A place of the bundled description, and what stands there. */
export interface LedgerFact {
  readonly at: Pointer;
  /** Undefined where it is enough that there is something. */
  readonly is: Json | undefined;
  /** The claim that the place must rest on; any where none is named. */
  readonly claim: string | undefined;
  /** Line of the fact in the ledger. */
  readonly line: number;
}

export interface EvidenceSource {
  readonly title: string;
  /** Who wrote it; what one author says twice is said once. */
  readonly author: string | undefined;
  readonly address: string;
  /** Id of the source of which it is a copy or a capture, or from which it was written. */
  readonly copyOf: string | undefined;
  /** Date of reading, `YYYY-MM-DD`. */
  readonly retrieved: string;
  /** Every heading of a document that the description is to cover; none for any other source. */
  readonly sections: readonly SourceSection[];
  /** Line of the source in the ledger. */
  readonly line: number;
}

/** One heading of a source, in the order of the document. */
export interface SourceSection {
  readonly heading: string;
  /** Names and figures that stand under the heading, to be found again in the description. */
  readonly prints: readonly PrintedFact[];
  /** Why no claim stands in it. */
  readonly omitted: string | undefined;
  /** Line of the section in the ledger. */
  readonly line: number;
}

/** What a fact is about; the first five are what a document can print a name or a figure of. */
export const FACT_KINDS = [
  'operations',
  'authentication',
  'limits',
  'errors',
  'fields',
  'lifecycle',
  'general',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A name or a figure as the source prints it: `POST /pets`, `429`, `maxLength`'s 50, `petId`. */
export interface PrintedFact {
  readonly kind: FactKind;
  readonly text: string;
  /** For a field: the schema under `components`, the operation or the webhook that must have it. */
  readonly owner?: string;
}

export interface Claim {
  readonly id: string;
  readonly status: ClaimStatus;
  /** Ids of the sources; empty only where the status is `inferred` or `unstated`. */
  readonly sources: readonly string[];
  /** Heading, table or example within the source. */
  readonly at: string | undefined;
  /** The fact in our words. */
  readonly says: string;
  /** Whether the source says it of all there are, in words, and not of an example. */
  readonly always?: boolean;
  /** Why an inferred claim is believed. */
  readonly because: string | undefined;
  /** How a contradiction was resolved. */
  readonly resolved: string | undefined;
  /** The names and figures in the sources without which nobody could claim it. */
  readonly prints: readonly ClaimPrint[];
  /** Where it stands beside the node that it backs, the file of that; the ledger's otherwise. */
  readonly file?: string;
  /** Line of the claim in its file. */
  readonly line: number;
}

/** A fact that a claim rests on, as the source prints it: `1000 events`, `POST /pets`, `limit` with 30. */
export interface ClaimPrint {
  readonly source: string;
  /** Heading of the document under which it stands; undefined where the claim's `at` says enough. */
  readonly section: string | undefined;
  readonly text: string;
  /** What it is a fact of, where the text alone does not tell: the field whose default is 30. */
  readonly label: string | undefined;
  /** Which of several under the heading, beginning with 1; undefined for all of them. */
  readonly occurrence: number | undefined;
}
