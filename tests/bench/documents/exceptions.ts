/** What falls short for a reason: lines of shortfalls, and what is behind them. */
export interface Exception {
  /** Matched against `document stage: …`. */
  readonly pattern: RegExp;
  readonly why: string;
}

export const EXCEPTIONS: readonly Exception[] = [];
