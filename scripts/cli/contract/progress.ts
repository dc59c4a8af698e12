import type { Io } from '../io.ts';

/** A line about work that takes a while: drawn over itself on a terminal, printed now and then elsewhere. */
export interface Progress {
  readonly update: (text: string) => void;
  readonly clear: () => void;
}

/** How far a run has come. */
export interface RunState {
  readonly api: string;
  readonly operations: number;
  /** Operations that a request was sent to. */
  readonly reached: number;
  /** Checks done, of so many. */
  readonly done: number;
  readonly checks: number;
  readonly requests: number;
  readonly violations: number;
  /** Milliseconds since it began, and those that it may take in all; none where it may take any. */
  readonly elapsed: number;
  readonly budget: number | undefined;
}

/** Milliseconds between two lines where they cannot be drawn over. */
const PLAIN_INTERVAL = 5000;
/** Milliseconds between two drawings: more often than this nobody reads. */
const DRAWN_INTERVAL = 80;
/** Checks before which nobody knows how long the others take. */
const ENOUGH = 5;

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

/** `parcels: 3 of 3 operations reached, 12 of 48 checks, 240 requests, 1 violation, 20 s left`. */
export function renderState(state: RunState): string {
  const { api, operations, reached, done, checks, requests, violations } = state;
  const left = timeLeft(state);
  return [
    `${api}: ${reached} of ${operations} operations reached`,
    `${done} of ${checks} checks`,
    `${requests.toLocaleString('en-US')} requests`,
    `${violations} ${violations === 1 ? 'violation' : 'violations'}`,
    ...(left === undefined ? [] : [`${left} left`]),
  ].join(', ');
}

/** As long as the checks so far took, in proportion, and no longer than the budget. */
function timeLeft({ done, checks, elapsed, budget = Infinity }: RunState): string | undefined {
  const estimate = done < ENOUGH ? Infinity : (elapsed / done) * (checks - done);
  const seconds = Math.ceil(Math.min(estimate, Math.max(0, budget - elapsed)) / 1000);
  if (!Number.isFinite(seconds)) return undefined;
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
