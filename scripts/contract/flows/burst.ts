import type { Exchange } from '../../wire/exchange.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { Bench } from '../bench.ts';
import type { Draft } from '../generation/draft.ts';
import { figuresOf, judgeFigures } from '../judges/quota-figures.ts';
import type { AppliedCredential } from '../wire/credentials.ts';
import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export interface Burst {
  readonly policy: RateLimitPolicy;
  /** Where the quota is written. */
  readonly clause: Pointer;
  readonly quota: number;
  readonly credential: AppliedCredential;
  readonly draft: Draft;
}

/**
 * Sends until a quota has ended, and says what is wrong on the way. Gives the refusal at its end;
 * `lapsed` when the window ended first, and nothing when the server was at fault or is gone.
 */
export async function useUpQuota(
  bench: Bench,
  { policy, clause, quota, credential, draft }: Burst,
): Promise<Exchange | 'lapsed' | undefined> {
  const { operation, exchange, complain } = bench;
  const refused = statusOfRefusal(operation, 'rateLimited');
  const states = `${quota} requests in ${policy.window} seconds`;
  const toldBy = (remaining: number | undefined) => `${policy.headers.remaining}: ${remaining}`;
  let left: number | undefined;
  for (let used = 1; used <= quota + 1; used += 1) {
    const answered = await exchange(draft, { credential });
    const { response } = answered;
    if (!response) return undefined;
    const blame = (message: string, seen: string) =>
      complain({ message, clause, states, seen }, answered);
    const isOtherwise = response.status === refused && documentsOthers(operation, refused, policy);
    const figures = isOtherwise ? undefined : judgeFigures(policy, answered, quota, bench);
    if (figures !== undefined && figures !== 'irrelevant') {
      complain(figures, answered);
      return undefined;
    }
    const { remaining } = figuresOf(policy, response, bench);
    if (left === undefined && remaining !== undefined && response.status !== refused) {
      if (remaining > quota - 1) {
        blame('the first request is not counted', toldBy(remaining));
        return undefined;
      }
      // Somebody has used some of it before.
      used = quota - remaining;
    }
    if (left === undefined && response.status === refused && used === 1) return 'lapsed';
    if (left !== undefined && remaining !== undefined && remaining > left) return 'lapsed';
    if (response.status === refused) {
      if (used > quota) return answered;
      blame('the quota ends too early', `request ${used} of ${quota} is answered ${refused}`);
      return undefined;
    }
    if (used > quota) {
      const seen = `request ${used} is answered ${response.status}`;
      blame('more requests than the quota are let through', seen);
      return undefined;
    }
    if (left !== undefined && remaining === left) {
      blame('the remaining requests are not counted down', toldBy(remaining));
      return undefined;
    }
    left = remaining;
  }
  return undefined;
}

/** Whether the refusal is documented with headers of its own, and none that tells how the client stands. */
function documentsOthers(
  operation: Operation,
  status: number,
  { headers: { limit, remaining, reset } }: RateLimitPolicy,
): boolean {
  const names = responseFor(operation, status)?.headers.map(({ name }) => name.toLowerCase()) ?? [];
  const telling = [limit, remaining, reset].map((it) => it?.toLowerCase());
  return names.length > 0 && !names.some((name) => telling.includes(name));
}
