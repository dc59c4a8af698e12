import type { Eventual } from '../base/eventual.ts';
import type { Fault } from '../faults/fault.ts';
import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Refusal } from '../refusal/refusal.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import type { Preflight } from './http/cors.ts';
import type { Principal } from './access/principal.ts';
import type { ClientStanding, Standing } from './limits/rate-limit.ts';
import type { VetoCall } from './webhooks/veto.ts';

/** How a request ended, and what was known of it by then. */
export interface Ending {
  readonly answer: Answer;
  readonly api: ApiModel;
  readonly operation: Operation | undefined;
  readonly principal: Principal | undefined;
  readonly refusal: Refusal | undefined;
  /** How the sender stood; undefined where the API has no quotas. */
  readonly standing: Standing | undefined;
  /** What is done when the answer is on its way: callbacks. */
  readonly after?: (() => void) | undefined;
  /** The faults that the request was exposed to, where there are any. */
  readonly faults?: readonly Fault[];
  /** In a rehearsal: whose answers to webhooks would decide. */
  readonly asks?: readonly VetoCall[];
}

/** One API in the mock. */
export interface Service {
  /** Never rejects: a failure of ours is an ending as well. */
  readonly answer: (call: Call, server: string | undefined) => Eventual<Ending>;
  /** Tells how a request would end if every webhook were answered as it should be; nothing is counted or changed. */
  readonly rehearse: (call: Call, server: string | undefined) => Promise<Ending>;
  /** Answers what a page of another origin asks before its request. */
  readonly preflight: (preflight: Preflight, path: string, server: string | undefined) => Ending;
  /** Ends a request that came to no stage: malformed HTTP, a path beside the mounts. */
  readonly refuse: (refusal: Refusal, address: string) => Eventual<Ending>;
  /** Everybody who has been counted in a window that has not ended. */
  readonly standings: () => Promise<readonly ClientStanding[]>;
}
