/** Where a generator's choices come from. The same source gives the same value, and 0 is the simplest choice. */
export interface Draw {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** Another source, for another attempt at the same place. */
  readonly fork: (attempt: number) => Draw;
}

const SPAN = 2 ** 32;

/** Choices from a list of numbers below 2^32; when it has ended, the simplest. Shrinking the list shrinks the value. */
export function drawFrom(choices: readonly number[]): Draw {
  let next = 0;
  return {
    below(count) {
      if (count <= 1) return 0;
      const choice = choices[next] ?? 0;
      next += 1;
      return Math.floor((choice / SPAN) * count);
    },
    fork: (attempt) => drawBySeed(`${choices[next] ?? 0} ${attempt}`),
  };
}

/** Always the simplest choice. */
export const LEAST_DRAW: Draw = drawFrom([]);

/** Choices by chance, the same for the same seed. */
export function drawBySeed(seed: string): Draw {
  let state = hashOf(seed);
  return {
    below(count) {
      if (count <= 1) return 0;
      state = (state + 0x6d2b79f5) | 0;
      return Math.floor((mixed(state) / SPAN) * count);
    },
    fork: (attempt) => drawBySeed(`${seed} ${state} ${attempt}`),
  };
}

/** FNV-1a: seeds that differ in one character lead to states that have nothing in common. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

function mixed(state: number): number {
  let mix = Math.imul(state ^ (state >>> 15), state | 1);
  mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
  return (mix ^ (mix >>> 14)) >>> 0;
}

/** One of several. */
export function drawOne<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[draw.below(items.length)] ?? items[0];
}

/** The items, begun at a place that is drawn: each comes once. */
export function drawOrder<Item>(draw: Draw, items: readonly Item[]): readonly Item[] {
  const start = draw.below(items.length);
  return start === 0 ? items : [...items.slice(start), ...items.slice(0, start)];
}
