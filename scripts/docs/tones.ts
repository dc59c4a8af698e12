import type { ClaimStatus } from '../model/evidence.ts';

/** The colours of the claims' statuses, by the names that the pages' styles give them. */
export const TONES: Readonly<Record<ClaimStatus, string>> = {
  documented: 'good',
  corroborated: 'steady',
  inferred: 'caution',
  contradicted: 'bad',
  unstated: 'quiet',
};
