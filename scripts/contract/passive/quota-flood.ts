import type { Counted } from './counted.ts';

/** Counts what a client sends where no answer tells when its window ends. */
export interface Flood {
  /** Takes a request that was answered with success; gives what no fixed window allows. */
  readonly take: (counted: Counted, remaining: number | undefined) => Flooding | undefined;
}

interface Flooding {
  readonly seen: string;
  /** Whether no two windows allow it, wherever they begin. */
  readonly isProven: boolean;
}

/** Answers that say that nothing is left, within one window: of three, two are of the same window. */
const EMPTY = 3;

/**
 * A time as long as a window lies in two of them at most, and one that is longer in one more for each of
 * its lengths. So a client that is let through more often than that is let through too often, wherever
 * the windows begin. This takes the memory of a figure: what a bucket holds that leaks a quota in a window.
 */
export function createFlood(): Flood {
  /** The most that any begin of counting gives, in requests; it leaks as time passes. */
  let level = 0;
  let since = Number.NaN;
  let empty: number[] = [];
  return {
    take({ step, quota, policy: { window } }, remaining) {
      const { began = 0, ended = 0 } = step;
      if (remaining === undefined || remaining > 0) empty = [];
      else empty = [...empty, began].slice(-EMPTY);
      const [first = 0] = empty;
      if (empty.length === EMPTY && ended - first < window * 1000) {
        const seen = `${EMPTY} requests within ${window} seconds are answered although nothing is left`;
        return { seen, isProven: true };
      }
      if (quota === undefined) return undefined;
      const rate = quota / (window * 1000);
      if (Number.isNaN(since)) since = began;
      level = Math.max(level - (began - since) * rate, 0) + 1;
      since = began;
      // What the last of them took to be answered may lie in a later window.
      const held = level - (ended - began) * rate;
      if (held <= quota) return undefined;
      if (held <= 2 * quota)
        return {
          seen: `more than ${quota} requests within ${window} seconds, which may be of two windows`,
          isProven: false,
        };
      level = 0;
      return {
        seen: `more than ${2 * quota} requests within ${window} seconds, so more than ${quota} in one of two windows`,
        isProven: true,
      };
    },
  };
}
