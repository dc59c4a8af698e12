import { createHash } from 'node:crypto';

/** A seed for each check, so that none depends on which others run, or in which order. */
export function seedOf(seed: number, operation: string, property: string): number {
  const digest = createHash('sha256').update(`${seed}\n${operation}\n${property}`).digest();
  return digest.readInt32BE(0);
}

/** What tells the seed of a round from that before. */
const ROUND = 1_000_003;
/** Rounds of a run that are told apart. */
const MOST_ROUNDS = 1000;

/** The seed of a round: a run that has time left does the most telling checks again. */
export function seedOfRound(seed: number, round: number): number {
  return seed + round * ROUND;
}

/** The round of a run in which a check had a seed of its own; the first where it was in none. */
export function roundOf(seed: number, operation: string, property: string, own: number): number {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (seedOf(seedOfRound(seed, round), operation, property) === own) return round;
  }
  return 0;
}
