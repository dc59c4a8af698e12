import type { ApiModel } from '../../model/api-model.ts';
import {
  CLAIM_STATUSES,
  FACT_KINDS,
  type ClaimStatus,
  type EvidenceLedger,
  type FactKind,
} from '../../model/evidence.ts';
import type { FactAudit } from '../../result/fact-result.ts';
import type { ClaimCoverage, Coverage } from '../../model/evidence-coverage.ts';

/** One description with its ledger, held against each other. */
export interface Audit {
  readonly api: ApiModel;
  readonly ledger: EvidenceLedger;
  readonly coverage: Coverage;
  /** What became of the facts that a second reader listed. */
  readonly secondReading: FactAudit | undefined;
}

export const KIND_NAMES: Readonly<Record<FactKind, string>> = {
  operations: 'Operations',
  authentication: 'Authentication',
  limits: 'Limits',
  errors: 'Errors',
  fields: 'Fields and their rules',
  lifecycle: 'Lifecycle',
  general: 'The API as a whole',
};

/** What a source says, rightly or not; the other statuses are conclusions and silence. */
function isStated({ claim }: ClaimCoverage): boolean {
  return STATED.has(claim.status);
}

const STATED: ReadonlySet<ClaimStatus> = new Set(['documented', 'corroborated', 'contradicted']);

/** How much was there and how much of it was found. */
export interface EvidenceShare {
  readonly part: number;
  readonly whole: number;
}

/** Stated facts on which the description rests. */
export function factShare(claims: readonly ClaimCoverage[]): EvidenceShare {
  const stated = claims.filter(isStated);
  return {
    part: stated.filter(({ citations }) => citations.length > 0).length,
    whole: stated.length,
  };
}

/** Names and figures of the documents that the description has, too. */
export function printShare({ sections }: Coverage, kind?: FactKind): EvidenceShare {
  const prints = sections
    .flatMap((section) => section.prints)
    .filter(({ fact }) => kind === undefined || fact.kind === kind);
  return {
    part: prints.filter(({ foundAt }) => foundAt !== undefined).length,
    whole: prints.length,
  };
}

/** Sections that have a claim, or a reason to have none. */
export function sectionShare({ sections }: Coverage): EvidenceShare {
  const covered = sections.filter(
    ({ claims, section }) => claims.length > 0 || section.omitted !== undefined,
  );
  return { part: covered.length, whole: sections.length };
}

export function sumShares(shares: readonly EvidenceShare[]): EvidenceShare {
  return {
    part: shares.reduce((sum, { part }) => sum + part, 0),
    whole: shares.reduce((sum, { whole }) => sum + whole, 0),
  };
}

/** Number of claims by kind and status; `undefined` is for those that back nothing. */
export function countClaims(
  claims: readonly ClaimCoverage[],
): ReadonlyMap<FactKind | undefined, Readonly<Record<ClaimStatus, number>>> {
  return new Map(
    [...FACT_KINDS, undefined].map((kind) => {
      const ofKind = claims.filter((it) => it.kind === kind);
      const entries = CLAIM_STATUSES.map((status) => [
        status,
        ofKind.filter(({ claim }) => claim.status === status).length,
      ]);
      // The entries are one for each status.
      return [kind, Object.fromEntries(entries) as Record<ClaimStatus, number>];
    }),
  );
}
