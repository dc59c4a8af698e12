/** Milliseconds since the Unix epoch. A parameter everywhere, so that windows and expiry are testable. */
export interface Clock {
  readonly now: () => number;
}

/** A clock that can be stopped, set and moved on, for those who cannot wait for tomorrow. */
export interface ControllableClock extends Clock {
  readonly state: () => ClockState;
  /** Stops at an instant, or where it stands. */
  readonly freeze: (instant?: number) => void;
  /** Moves on by milliseconds, whether it stands or runs. */
  readonly advance: (milliseconds: number) => void;
  /** Follows the real time again. */
  readonly resume: () => void;
}

export interface ClockState {
  readonly now: number;
  readonly isFrozen: boolean;
  /** How far it is ahead of the real time, in milliseconds. */
  readonly offset: number;
}

export function createControllableClock(real: Clock): ControllableClock {
  let frozen: number | undefined;
  let offset = 0;
  const now = () => frozen ?? real.now() + offset;
  return {
    now,
    state: () => ({ now: now(), isFrozen: frozen !== undefined, offset: now() - real.now() }),
    freeze: (instant = now()) => void (frozen = instant),
    advance(milliseconds) {
      if (frozen === undefined) offset += milliseconds;
      else frozen += milliseconds;
    },
    resume() {
      frozen = undefined;
      offset = 0;
    },
  };
}
