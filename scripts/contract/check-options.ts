import type { ApiModel } from '../model/api-model.ts';
import type { Violation } from '../result/contract-run.ts';
import type { HeaderFields } from '../wire/exchange.ts';
import type { PassTime } from './bench.ts';
import type { Repeat } from './complaint.ts';
import type { Letterbox } from './letterbox.ts';
import type { Doorman } from './run/doorman.ts';
import type { FailureBook } from './run/failure-book.ts';
import type { Shunned } from './run/shunned.ts';
import type { Successes } from './run/successes.ts';
import type { Pool } from './things/pool.ts';
import type { Profiles } from './wire/profiles.ts';
import type { QuotaWait } from './wire/quota-wait.ts';
import type { Send } from './wire/send.ts';

/**
 * Where each documented server really is: its URL in the description to a base address, which is what
 * a request's URL begins with, up to the operation's path.
 */
export type Targets = ReadonlyMap<string, string>;

/** What one check needs, besides its operation and its property. */
export interface CheckOptions {
  readonly api: ApiModel;
  readonly targets: Targets;
  readonly profiles: Profiles;
  /** Header fields of every request, in place of generated ones; as secret as credentials. */
  readonly headers?: HeaderFields | undefined;
  readonly seed: number;
  /** Generated requests for each property and operation. */
  readonly runs: number;
  /** Set where all that is the same each time was tried before: only what is made up is tried, by another seed. */
  readonly isRepeated?: boolean | undefined;
  /** Whether operations that may change something are tried. */
  readonly writes: boolean;
  /** Whether what rests on claims that no source states blames nobody; false unless said. */
  readonly isLenient?: boolean | undefined;
  /** Whether quotas are used up; true unless said. */
  readonly quotas?: boolean;
  readonly send: Send;
  /** Lets time pass for the targets, whose clock `now` is then; left out where nobody can. */
  readonly passTime?: PassTime | undefined;
  /** How a used up quota is waited for; by `passTime` when left out, and not at all without both. */
  readonly quotaWait?: QuotaWait | undefined;
  readonly now: () => number;
  /** Where the targets' webhooks arrive; left out where nobody listens for them. */
  readonly letterbox?: Letterbox | undefined;
  /** The things of the run, as far as its answers have shown them; left out for a mock of ours. */
  readonly pool?: Pool | undefined;
  /** Whoever finds out whether credentials that nobody gave are asked for; left out where none is needed. */
  readonly doorman?: Doorman | undefined;
  /** Optional parameters that hide the rest, as far as the run has learnt. */
  readonly shunned?: Shunned | undefined;
  /** Requests of the run that succeeded; left out for a mock of ours. */
  readonly successes?: Successes | undefined;
  /** Where it is noted which operations failed, whichever check asked them. */
  readonly failures?: FailureBook | undefined;
  /** Whether exchanges are kept for a report of them. */
  readonly keepExchanges?: boolean | undefined;
  /** Set where nobody asks what the exchanges exercised: it is not counted then. */
  readonly skipsCoverage?: boolean | undefined;
  /** What the lines that repeat a violation need. */
  readonly repeat?: Repeat | undefined;
  /** Requests that may be sent to make one violation smaller; 200 when left out. */
  readonly effort?: number | undefined;
  /** Waits until a check may go on, which says what it has found so far; nobody waits when left out. */
  readonly takeTurn?: ((found: () => readonly Violation[]) => Promise<void>) | undefined;
}
