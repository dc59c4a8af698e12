import { stringify } from 'yaml';
import type { JsonObject } from '../../base/json.ts';
import type { SketchClaim } from '../dress/cite.ts';

/** The document that a description is made from. */
export interface SketchSource {
  readonly title: string;
  /** Its address, or the name of its file. */
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly retrieved: string;
}

/** `evidence.yaml`: the source with its sections and what they print, and the claims. */
export function ledgerText(
  { title, address, retrieved }: SketchSource,
  claims: readonly SketchClaim[],
): string {
  const headings = [...new Set(claims.flatMap(({ section }) => section ?? []))];
  const sections = headings.map((heading): JsonObject => ({
    heading,
    ...(/^[A-Z]+ \//.test(heading) && { prints: { operations: [heading] } }),
  }));
  const ledger = {
    sources: { S1: { title, address, retrieved, sections } },
    claims: claims.map(({ id, status, says, because, section }) => ({
      id,
      status,
      ...(section !== undefined && { sources: ['S1'], at: section }),
      says,
      // What a description has it has of every answer.
      ...(status === 'documented' && { always: true }),
      ...(because !== undefined && { because }),
    })),
  };
  return `${EXPLAINED}${stringify(ledger, { lineWidth: 120 })}`;
}

/** An example of each part, for who goes on by hand. */
const EXPLAINED = `# What each rule of this description rests on: specs/EVIDENCE.md explains every part, and has examples.
#
# sources:
#   S2: { title: Guide to errors, author: another one than of S1, address: https://docs.pets.test/errors, retrieved: '2026-01-31' }
# claims:
#   - { id: PETS-101, status: documented, sources: [S2], at: Errors, says: A refusal has a code. }
#   - { id: PETS-102, status: corroborated, sources: [S1, S2], at: GET /pets; Errors in S2, says: 404 is answered. }
#   - { id: PETS-103, status: inferred, at: Errors, says: Codes may be added., because: The list ends with "such as". }
#   - { id: PETS-104, status: contradicted, sources: [S1, S2], at: GET /pets; Errors in S2, says: They name two limits.,
#       resolved: The lower one is kept; x-upstream notes the other. }
#   - { id: PETS-105, status: unstated, at: Errors, says: How long a message may be is not stated. }
`;
