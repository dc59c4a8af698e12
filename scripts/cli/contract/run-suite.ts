import type { Targets } from '../../contract/contract.ts';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { PlannedCheck } from '../../contract/run/plan.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import type { Renewal } from '../../contract/wire/renew.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Shard } from '../../result/contract-run.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import { rootToLoad } from '../descriptions.ts';
import type { Io } from '../io.ts';
import type { SuiteInput, SuiteMessage } from './do-checks.ts';
import { lendLetterbox } from './letterbox-channel.ts';

const WORKER = new URL('./contract-worker.ts', import.meta.url);

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
  /** Where the targets' webhooks arrive; left out where nobody listens for them. */
  readonly letterbox?: Letterbox | undefined;
}

/** Has a thread do the checks, and gives what went wrong with Kiln itself. */
export async function runSuite(
  io: Io,
  api: ApiModel,
  { targets, profiles, letterbox, ...options }: SuiteOptions,
  checks: readonly PlannedCheck[],
  stop: string,
  onMessage: (message: SuiteMessage) => void,
): Promise<Error | undefined> {
  if (checks.length === 0) return undefined;
  const { seed, runs, writes, quotas, maxRequests, concurrency, timeout, pace } = options;
  const { grep, shard, renewals = [], headers = [], keepExchanges = false } = options;
  const { isMock, isThrowAway, budget } = options;
  const lent = letterbox && lendLetterbox(letterbox);
  const input: SuiteInput = {
    root: rootToLoad(api),
    targets: [...targets],
    profiles: {
      good: [...profiles.good],
      expired: [...profiles.expired],
      readOnly: [...profiles.readOnly],
      narrow: [...profiles.narrow],
      metered: [...profiles.metered],
      other: [...profiles.other],
    },
    renewals,
    headers,
    seed,
    runs,
    writes,
    quotas,
    isMock,
    isThrowAway,
    maxRequests,
    budget,
    concurrency,
    timeout,
    pace,
    grep,
    shard,
    keepExchanges,
    stop,
    letterbox: lent?.channel,
  };
  try {
    await io.thread(WORKER, input, (message) => onMessage(message as SuiteMessage));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    lent?.close();
  }
}
