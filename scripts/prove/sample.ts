import type { SeededFault } from '../result/fault-trial.ts';

/**
 * Draws so many faults by a seed, so that each operator is there before any has two, and with them
 * each family and difficulty.
 */
export function sampleFaults(
  faults: readonly SeededFault[],
  count: number,
  seed: number,
): readonly SeededFault[] {
  if (faults.length <= count) return faults;
  const drawn = new Map(faults.map((it) => [it, drawOf(seed, it.name)]));
  const shuffled = (some: readonly SeededFault[]) =>
    some.toSorted((left, right) => (drawn.get(left) ?? 0) - (drawn.get(right) ?? 0));
  const piles = [...Map.groupBy(faults, (it) => it.operator).values()].map(shuffled);
  const longest = Math.max(...piles.map((it) => it.length));
  const inTurn = Array.from({ length: longest }, (_, round) =>
    shuffled(piles.flatMap((pile) => pile.slice(round, round + 1))),
  ).flat();
  const chosen = new Set(inTurn.slice(0, count));
  return faults.filter((it) => chosen.has(it));
}

/** A number from 0 up to 2³² that the same seed and name always give (FNV-1a). */
function drawOf(seed: number, name: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const letter of `${seed}\n${name}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  // The last letters of names differ most, and FNV leaves them in the low bits.
  return Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d) >>> 0;
}
