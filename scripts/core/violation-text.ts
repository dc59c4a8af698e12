import type { Violation } from './contract-run.ts';
import { renderLocation } from './source-location.ts';

/** A violation as a few lines of text: what, the clause, what was seen, and how to see it again. */
export function renderViolation(violation: Violation): string {
  const { operation, property, message, proof, curl, id } = violation;
  return [
    `${operation}  ${property}  ${message}`,
    `  clause  ${renderLocation(proof.location)}  ${proof.states}`,
    `  seen    ${proof.seen}`,
    ...proof.claims.map((claim) => `  claim   ${claim}`),
    `  again   ${curl}`,
    `  id      ${id}`,
  ].join('\n');
}
