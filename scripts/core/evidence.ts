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
}

export interface EvidenceSource {
  readonly title: string;
  readonly address: string;
  /** Date of reading, `YYYY-MM-DD`. */
  readonly retrieved: string;
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
  /** Why an inferred claim is believed. */
  readonly because: string | undefined;
  /** How a contradiction was resolved. */
  readonly resolved: string | undefined;
  /** Line of the claim in the ledger. */
  readonly line: number;
}
