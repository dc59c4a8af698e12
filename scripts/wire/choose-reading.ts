import type { Json } from '../base/json.ts';

/** Takes one of the values that a text may stand for. */
export type Pick = (candidates: readonly Json[]) => Json;

/** Readings of one body that are tried. */
const MOST_TRIED = 64;

/**
 * The reading of a body that breaks least. What is built first takes the first candidate everywhere; where
 * that breaks anything, other candidates are tried place by place, and kept where fewer things are broken.
 */
export function chooseReading(
  build: (pick: Pick) => Json,
  breachesOf: (value: Json) => number,
): Json {
  const choices: number[] = [];
  const sizes: number[] = [];
  const read = (): Json => {
    sizes.length = 0;
    return build((candidates) => {
      // A place may offer less than it did, where another one is read otherwise.
      const choice = Math.min(choices[sizes.length] ?? 0, candidates.length - 1);
      sizes.push(candidates.length);
      return candidates[choice] ?? null;
    });
  };
  let best = read();
  if (sizes.every((size) => size < 2)) return best;
  let fewest = breachesOf(best);
  let tried = 0;
  for (let place = 0; place < sizes.length && fewest > 0; place += 1) {
    for (let choice = 1; choice < (sizes[place] ?? 0) && fewest > 0; choice += 1) {
      tried += 1;
      if (tried > MOST_TRIED) return best;
      const before = choices[place] ?? 0;
      choices[place] = choice;
      const value = read();
      const count = breachesOf(value);
      if (count < fewest) [best, fewest] = [value, count];
      else choices[place] = before;
    }
  }
  return best;
}
