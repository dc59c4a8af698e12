import type { PassTime } from '../bench.ts';

/** Waits for a fresh window where a quota is used up, once for all who meet its end together. */
export interface QuotaWait {
  /** The window that a request is sent in, for `pass`. */
  readonly window: () => number;
  /** Lets a window pass, unless it has passed since. */
  readonly pass: (window: number) => Promise<void>;
}

/** `seconds` is the length of a window; time passes for the target alone, or for everybody. */
export function createQuotaWait(passTime: PassTime, seconds: number): QuotaWait {
  let passed = 0;
  let passing: Promise<void> | undefined;
  const passOne = async (): Promise<void> => {
    await passTime(seconds * 1000);
    passed += 1;
    passing = undefined;
  };
  return {
    window: () => passed,
    async pass(window) {
      if (window !== passed) return;
      passing ??= passOne();
      await passing;
    },
  };
}
