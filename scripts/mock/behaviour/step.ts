import type { ApiModel, MediaType, Operation } from '../../model/api-model.ts';
import type { Clock } from '../../base/clock.ts';
import type { Json } from '../../base/json.ts';
import type { JobOptions } from '../async/job-options.ts';
import type { Principal } from '../access/principal.ts';
import type { Call } from '../../wire/call.ts';
import type { Eventual } from '../../base/eventual.ts';
import type { Preferences } from '../request/prefer.ts';
import type { ReadParameter } from '../../refusal/read-parameters.ts';
import type { Refusal } from '../../refusal/refusal.ts';
import type { Store } from '../state/store.ts';
import { withoutWriteOnly } from '../../values/without-write-only.ts';
import type { Deliver } from '../../wire/webhook-request.ts';
import type { Delivery } from '../webhooks/delivery-log.ts';
import type { WebhookTarget } from '../webhooks/targets.ts';

/** A request that passed every check. */
export interface Accepted {
  readonly operation: Operation;
  readonly call: Call;
  readonly namespace: string;
  readonly principal: Principal | undefined;
  readonly parameters: readonly ReadParameter[];
  /** The body as its schema sees it; undefined where there is none. */
  readonly body: Json | undefined;
}

/** The same, with what its sender prefers. */
export interface Asked extends Accepted {
  readonly preferences: Preferences;
}

/** A success answer in the making. */
export interface AnswerDraft {
  /** Undefined where the response has no content. */
  readonly media: MediaType | undefined;
  readonly value: Json;
  /** What is sent in place of the value. */
  readonly file?: Buffer | undefined;
  /** Why there is no content though some is documented. */
  readonly reason?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** One thing the mock does with an accepted request: it shapes the answer, or refuses after all. */
export type Step = (asked: Asked, draft: AnswerDraft) => Eventual<AnswerDraft | Refusal>;

/** What steps are made of. */
export interface Surroundings {
  readonly api: ApiModel;
  readonly store: Store;
  readonly clock: Clock;
  readonly seed: number;
  readonly jobs: JobOptions;
  /** Whether only what requests have made is there, and nothing that only examples show. */
  readonly isStrict: boolean;
  /** Whether what requests make, change and delete is remembered. */
  readonly remembers: boolean;
  readonly webhooks: WebhookService;
}

/** How webhooks leave. */
interface WebhookService {
  readonly targets: readonly WebhookTarget[];
  readonly deliver: Deliver;
  readonly record: (delivery: Delivery) => void;
}

/** The draft with another value, if its schema allows it; else the draft as it was. */
export function withValue({ schemas }: ApiModel, draft: AnswerDraft, value: Json): AnswerDraft {
  const schema = draft.media?.schema;
  if (schema === undefined) return { ...draft, value };
  const breaches = schemas.check(schema, value, 'response');
  if (breaches.length === 0) return { ...draft, value };
  // What a request says and an answer never does may have come from one.
  const answer = withoutWriteOnly(value, breaches);
  const isValid = answer !== value && schemas.check(schema, answer, 'response').length === 0;
  return isValid ? { ...draft, value: answer } : draft;
}

export function parameterOf({ parameters }: Accepted, name: string): Json | undefined {
  return parameters.find(({ parameter }) => parameter.name === name)?.value;
}
