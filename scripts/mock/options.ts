import type { Clock } from '../base/clock.ts';
import type { ErrorKind } from '../model/policies.ts';
import type { JobProgress } from '../model/job-progress.ts';
import type { Answer } from '../wire/answer.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Ending } from './service.ts';
import type { Refusal } from '../refusal/refusal.ts';
import type { Arrival } from './http/arrival.ts';
import type { AuthMode } from './access/authenticate.ts';
import type { Tls } from './http/tls.ts';
import type { Store } from './state/store.ts';
import type { Deliver } from '../wire/webhook-request.ts';
import type { WebhookTarget } from './webhooks/targets.ts';

export interface MockOptions {
  /** Drives windows and expiry. */
  readonly clock: Clock;
  /** Treats every client as on this plan, whatever its credential says. */
  readonly plan?: string | undefined;
  /** False counts requests and never refuses one for their number. */
  readonly limits: boolean;
  /** `any` takes every credential of the right form, `off` needs none; only known ones are taken when left out. */
  readonly auth?: AuthMode | undefined;
  /** Root of every random choice; 1 when left out. */
  readonly seed?: number | undefined;
  /** How accepted jobs are worked off; two seconds, or what mock.yaml says, when left out. */
  readonly progress?: JobProgress | undefined;
  /** Every so manieth job fails. */
  readonly failEvery?: number | undefined;
  /** True knows only what requests have made, and nothing that only examples show. */
  readonly isStrict?: boolean | undefined;
  /** True takes a request that breaks nothing but what no source states; false, or left out, refuses it. */
  readonly isLenient?: boolean | undefined;
  /** False answers each request as if it were the first. */
  readonly remembers?: boolean | undefined;
  /** Where webhooks go; nowhere when left out. */
  readonly webhooks?: readonly WebhookTarget[] | undefined;
  /** Whether callbacks may go to other machines. */
  readonly isAnywhere?: boolean | undefined;
  /** Sends a webhook; over HTTP when left out. */
  readonly deliver?: Deliver | undefined;
  /** Where counters, sessions and state are kept; this process when left out. */
  readonly store?: Store | undefined;
  /** What is done otherwise than the descriptions say. */
  readonly faults?: FaultPlan | undefined;
  /** Serves HTTPS with this certificate; HTTP when left out. */
  readonly tls?: Tls | undefined;
  /** Origins whose pages may use the mock; those of all when left out, of none when false. */
  readonly cors?: readonly string[] | false | undefined;
  /** Asked to watch each request, from its coming to its end. */
  readonly watch?: ((arrival: Arrival) => Watch) | undefined;
  /** Called after each answer. */
  readonly onRequest?: ((event: MockEvent) => void) | undefined;
}

export interface Watch {
  /** The request to answer in place of the one that came. */
  readonly arrival: Arrival;
  readonly end: (outcome: Outcome) => void;
}

/** How a request ended; without an ending of an API when it was for none. */
export interface Outcome {
  readonly answer: Answer;
  readonly ending: Ending | undefined;
  readonly refusal: Refusal | undefined;
}

/** What happened to one request, without secrets: no query, no header, no body. */
export interface MockEvent {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly api: string | undefined;
  /** Id of the operation. */
  readonly operation: string | undefined;
  /** Id of the credential. */
  readonly credential: string | undefined;
  readonly refused: ErrorKind | undefined;
  /** What the client was not told. */
  readonly reason: string | undefined;
}
