import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Ground } from '../../result/ground.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { PassTime } from '../bench.ts';
import type { Letterbox } from '../letterbox.ts';
import type { Pool } from '../things/pool.ts';
import type { AppliedCredential } from '../wire/credentials.ts';
import type { Profiles } from '../wire/profiles.ts';
import type { QuotaWait } from '../wire/quota-wait.ts';
import type { Repeat } from '../complaint.ts';
import type { Redactor } from '../wire/redact.ts';
import type { Send } from '../wire/send.ts';
import type { FailureBook } from './failure-book.ts';
import type { Shunned } from './shunned.ts';
import type { Successes } from './successes.ts';

/** What a bench is made of: one operation, one property, and how to ask. */
export interface BenchOptions {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly property: string;
  /** What its complaints rest on, unless they say. */
  readonly ground: Ground | undefined;
  /** Whether what rests on claims that no source states blames nobody. */
  readonly isLenient: boolean;
  /** Whether answers to a quota that is used up are what it is about. */
  readonly isAboutQuotas: boolean;
  readonly target: string;
  /** Where another operation is served; undefined where the run has no address for it. */
  readonly targetOf: (operation: Operation) => string | undefined;
  readonly credential: AppliedCredential;
  readonly profiles: Profiles;
  readonly passTime: PassTime | undefined;
  readonly quotaWait: QuotaWait | undefined;
  readonly letterbox: Letterbox | undefined;
  readonly pool: Pool | undefined;
  readonly failures: FailureBook | undefined;
  readonly shunned: Shunned | undefined;
  readonly successes: Successes | undefined;
  readonly now: () => number;
  readonly seed: number;
  readonly runs: number;
  /** Whether all that is the same each time was tried before. */
  readonly isRepeated: boolean;
  /** Requests that may be sent to make one violation smaller. */
  readonly effort: number;
  readonly send: Send;
  readonly redactor: Redactor;
  /** What the lines that repeat a violation need. */
  readonly repeat?: Repeat | undefined;
  /** Told of each exchange of the operation, and whether it was sent as a well-behaved client would. */
  readonly observe: (exchange: Exchange, isPlain: boolean) => void;
  /** Waits before a request that is made up until it is the check's turn. */
  readonly takeTurn: () => Promise<void>;
}
