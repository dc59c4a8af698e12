import type { WireRequest } from '../wire/exchange.ts';

/** A webhook as its receiver got it. */
export interface Letter {
  /** Its name in the description; empty where the address that it came to does not tell. */
  readonly webhook: string;
  readonly request: WireRequest;
}

/** How a receiver of webhooks answers: by a status, not at all, or so that everything may go on. */
export type Reception = number | 'silence' | undefined;

/** Where the webhooks of a target arrive, so that a check sees them and decides. */
export interface Letterbox {
  /** What every webhook is answered from now on; what lets pass to begin with. */
  readonly answerWith: (reception: Reception) => Promise<void>;
  /** Takes what has come since the last time, the oldest first. */
  readonly empty: () => Promise<readonly Letter[]>;
}
