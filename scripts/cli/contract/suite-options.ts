import type { PassTime } from '../../contract/bench.ts';
import type { Targets } from '../../contract/check-options.ts';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { Repeat } from '../../contract/complaint.ts';
import type { Cleaning } from '../../contract/things/delete-things.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import type { Renewal } from '../../contract/wire/renew.ts';
import type { CheckResult, Shard, Violation } from '../../result/contract-run.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import type { HandedModel } from './handed-model.ts';

/** What the checks of a run need. */
export interface SuiteOptions {
  readonly targets: Targets;
  readonly profiles: Profiles;
  /** Header fields of every request. */
  readonly headers?: HeaderFields | undefined;
  /** How those of their secrets are renewed that end. */
  readonly renewals?: readonly Renewal[] | undefined;
  readonly seed: number;
  readonly runs: number;
  readonly writes: boolean;
  /** Whether what rests on claims that no source states blames nobody. */
  readonly isLenient: boolean;
  /** Whether quotas are used up. */
  readonly quotas: boolean;
  /** Whether a mock of ours answers there. */
  readonly isMock: boolean;
  /** Whether whatever is on the server may be deleted. */
  readonly isThrowAway: boolean;
  readonly maxRequests: number | undefined;
  /** Milliseconds for the whole run; what was not tried by then is not. */
  readonly budget?: number | undefined;
  /** Checks at a time. */
  readonly concurrency: number;
  /** Milliseconds in which a request must have been answered. */
  readonly timeout: number;
  /** Whether the documented pace is kept, and the requests per second that the user allows. */
  readonly pace: { readonly isDocumented: boolean; readonly perSecond: number | undefined };
  /** Regular expression over `operation property`: what is tried. */
  readonly grep: string;
  readonly shard: Shard | undefined;
  /** Whether exchanges are kept for a report of them. */
  readonly keepExchanges?: boolean | undefined;
  /** What the lines that repeat a violation need. */
  readonly repeat?: Repeat | undefined;
  /** Where the targets' webhooks arrive; left out where nobody listens for them. */
  readonly letterbox?: Letterbox | undefined;
  /** Lets time pass for a mock whose clock can be moved: whoever meets the end of a quota does so. */
  readonly passTime?: PassTime | undefined;
}

/** The same as it goes from one thread to another. */
export interface SuiteInput extends Omit<SuiteOptions, 'letterbox' | 'passTime'> {
  readonly description: HandedModel;
  /** Name of the channel that tells when to stop. */
  readonly stop: string;
  /** Name of the channel that tells what webhooks came; undefined where nobody listens for them. */
  readonly letterbox: string | undefined;
  /** Name of the channel that moves the clock; undefined where nobody can. */
  readonly clock: string | undefined;
}

/** What the thread tells: a check that has ended, or what one that has not has found so far. */
export type SuiteMessage =
  | { readonly is: 'ended'; readonly result: CheckResult }
  /** One that had ended was done once more, by another seed. */
  | { readonly is: 'more'; readonly result: CheckResult }
  | {
      readonly is: 'found';
      readonly operation: string;
      readonly property: string;
      readonly violations: readonly Violation[];
    }
  | { readonly is: 'sent'; readonly requests: number; readonly operations: number }
  | { readonly is: 'cleaned'; readonly cleaning: Cleaning };
