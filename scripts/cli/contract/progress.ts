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
/** Milliseconds before the first of them: what is done by then needs none. */
const PLAIN_PATIENCE = 2000;
/** Milliseconds between two drawings: more often than this nobody reads. */
const DRAWN_INTERVAL = 80;
/** Milliseconds after which something is told again where nothing has changed, so that it is seen to go on. */
const PULSE = 1000;
/** Checks before which nobody knows how long the others take. */
const ENOUGH = 5;

/** Begins to tell of work that takes a while. It goes on at a steady pace until it is cleared, also where nothing changes. */
export function createProgress({ err, isTerminal, now, progressColumns }: Io): Progress {
  const began = now();
  const interval = isTerminal ? DRAWN_INTERVAL : PLAIN_INTERVAL;
  let due = isTerminal ? -Infinity : began + PLAIN_PATIENCE;
  let isDrawn = false;
  let latest: string | undefined;
  let changed = began;
  let pulse: NodeJS.Timeout | undefined;
  const tell = (text: string) => {
    if (now() < due) return;
    due = now() + interval;
    isDrawn = isTerminal;
    err(isTerminal ? `\r\u001B[2K${cut(text, progressColumns)}` : `${text}\n`);
  };
  const again = () => {
    if (latest === undefined || now() - changed < PULSE) return;
    tell(`${latest} (${Math.floor((now() - began) / 1000)} s)`);
  };
  return {
    update(text) {
      [latest, changed] = [text, now()];
      pulse ??= setInterval(again, PULSE).unref();
      tell(text);
    },
    clear() {
      clearInterval(pulse);
      pulse = undefined;
      latest = undefined;
      if (isDrawn) err('\r\u001B[2K');
      isDrawn = false;
    },
  };
}

/**
 * Does something that takes a while, and says on a terminal what it is until it is done. Elsewhere the lines
 * that a command prints of its own accord tell as much.
 */
export async function withProgress<Result>(
  io: Io,
  text: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!io.isTerminal) return await work();
  const progress = createProgress(io);
  progress.update(text);
  try {
    return await work();
  } finally {
    progress.clear();
  }
}

/** Text on one line of a terminal: a longer one could not be drawn over. */
function cut(text: string, columns = Infinity): string {
  return text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2))}…`;
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

/** As long as the checks so far took, in proportion, and no longer than the budget, which is used up once all are done. */
function timeLeft({ done, checks, elapsed, budget = Infinity }: RunState): string | undefined {
  const isUnknown = done < ENOUGH || done === checks;
  const estimate = isUnknown ? Infinity : (elapsed / done) * (checks - done);
  const seconds = Math.ceil(Math.min(estimate, Math.max(0, budget - elapsed)) / 1000);
  if (!Number.isFinite(seconds)) return undefined;
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
