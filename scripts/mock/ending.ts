import { conclude, type Eventual } from '../base/eventual.ts';
import type { ApiModel } from '../model/api-model.ts';
import { isRefusal, type Refusal } from '../refusal/refusal.ts';
import { renderRefusal } from '../refusal/render-refusal.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import { DEFAULT_NAMESPACE } from '../wire/namespace.ts';
import type { RateLimiter, Standing } from './limits/rate-limit.ts';
import type { Ending } from './service.ts';
import type { Trail } from './trail.ts';

type End = (outcome: Answer | Refusal, trail: Trail, from: From) => Eventual<Ending>;

/** Who is answered, and what it accepts. */
type From = Pick<Call, 'address'> & Partial<Pick<Call, 'headers'>>;

/** Whatever the ending, this one place words it and adds the headers that every answer has. */
export function toEnding(api: ApiModel, limiter: RateLimiter | undefined): End {
  /** Tells how a sender stands who was not counted. */
  const look = (
    { operation, principal, namespace = DEFAULT_NAMESPACE }: Trail,
    address: string,
  ): Eventual<Standing | undefined> =>
    limiter?.look({ namespace, principal, address }, operation?.rateCategory);

  return (outcome, trail, from) => {
    const { operation, principal } = trail;
    const refusal = isRefusal(outcome) ? outcome : undefined;
    const answer = isRefusal(outcome)
      ? renderRefusal(api, operation, outcome, acceptOf(from))
      : outcome;
    const tell = (standing: Standing | undefined): Ending => {
      const headers = standing && limiter?.tell(answer.headers, standing);
      return {
        answer: headers ? { ...answer, headers } : answer,
        api,
        operation,
        principal,
        refusal,
        standing,
      };
    };
    if (!limiter || trail.standing) return tell(trail.standing);
    // Without a count there is still an answer, though not its headers.
    return conclude(() => look(trail, from.address), { recover: () => undefined, proceed: tell });
  };
}

function acceptOf({ headers }: From): string | undefined {
  const accept = headers?.['accept'];
  return Array.isArray(accept) ? accept.join(', ') : accept;
}
