/** Milliseconds since the Unix epoch. A parameter everywhere, so that windows and expiry are testable. */
export interface Clock {
  readonly now: () => number;
}
