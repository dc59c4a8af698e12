import type { Io } from './io.ts';

/** A line about work that takes a while: drawn over itself on a terminal, printed now and then elsewhere. */
export interface Progress {
  readonly update: (text: string) => void;
  readonly clear: () => void;
}

/** Milliseconds between two lines where they cannot be drawn over. */
const PLAIN_INTERVAL = 5000;
/** Milliseconds between two drawings: more often than this nobody reads. */
const DRAWN_INTERVAL = 80;

export function createProgress({ err, isTerminal, now }: Io): Progress {
  let last = isTerminal ? -Infinity : now();
  let drawn = false;
  return {
    update(text) {
      if (now() - last < (isTerminal ? DRAWN_INTERVAL : PLAIN_INTERVAL)) return;
      last = now();
      drawn = isTerminal;
      err(isTerminal ? `\r\u001B[2K${text}` : `${text}\n`);
    },
    clear() {
      if (drawn) err('\r\u001B[2K');
      drawn = false;
    },
  };
}
