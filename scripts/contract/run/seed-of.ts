import { createHash } from 'node:crypto';

/** A seed for each check, so that none depends on which others run, or in which order. */
export function seedOf(seed: number, operation: string, property: string): number {
  const digest = createHash('sha256').update(`${seed}\n${operation}\n${property}`).digest();
  return digest.readInt32BE(0);
}
