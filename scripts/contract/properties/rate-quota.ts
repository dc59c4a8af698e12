import { headerOf, type Exchange } from '../../core/exchange.ts';
import { append, type Pointer } from '../../core/json-pointer.ts';
import type { RateLimitPolicy } from '../../core/policies.ts';
import type { Bench } from '../bench.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';
import { credentialFor, type AppliedCredential } from '../wire/credentials.ts';
import { meteredQuotas } from '../wire/profiles.ts';

/** A larger quota would take too many requests to use up. */
const LARGEST = 200;
/** Windows tried before giving up: one may end in the middle of a burst. */
const TRIES = 3;

export const rateQuota: Property = {
  id: 'rate.quota',
  title: 'a quota lasts for as many requests as documented, counts down, and ends in a refusal',
  unless(api, operation, profiles) {
    const { rateCategory } = operation;
    if (!api.policies.rateLimits || rateCategory === undefined) return 'no quota is documented';
    const first = api.operations.find((it) => it.rateCategory === rateCategory);
    if (first !== operation)
      return `the quota of its category is tried on ${first?.id ?? 'another'}`;
    if (!credentialFor(api, operation, profiles.metered))
      return 'no credential with a quota is at hand';
    const quota = meteredQuotas(api).get(rateCategory) ?? Infinity;
    return quota > LARGEST ? 'the quota takes too many requests to use up' : undefined;
  },
  async check(bench) {
    const { api, operation, profiles } = bench;
    const credential = credentialFor(api, operation, profiles.metered);
    const category = operation.rateCategory ?? '';
    const quota = meteredQuotas(api).get(category);
    const policy = api.policies.rateLimits;
    if (!credential || quota === undefined || !policy) return;
    const clause = append(policy.pointer, 'quotas', category);
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await useUp(bench, { policy, clause, quota, credential })) return;
    }
  },
};

interface Burst {
  readonly policy: RateLimitPolicy;
  readonly clause: Pointer;
  readonly quota: number;
  readonly credential: AppliedCredential;
}

/** Sends until the quota has ended; false when the window ended first and nothing was learnt. */
async function useUp(bench: Bench, { policy, clause, quota, credential }: Burst): Promise<boolean> {
  const { api, operation, exchange, complain } = bench;
  const [draft] = exampleDrafts(api, operation);
  if (!draft) return true;
  const refused = operation.errors.rateLimited?.status ?? 429;
  const states = `${quota} requests in ${policy.window} seconds`;
  let window: string | undefined;
  let left: number | undefined;
  for (let sent = 1; sent <= quota + 1; sent += 1) {
    const answered = await exchange(draft, { credential });
    const { response } = answered;
    if (!response) return true;
    const ends = figureOf(policy.headers.reset, answered);
    // Seconds from now shrink as the window goes on; an instant stays what it is.
    if (policy.headers.resetUnit === 'unix-seconds' && window !== undefined && ends !== window) {
      return false;
    }
    window = ends;
    const remaining = Number(figureOf(policy.headers.remaining, answered) ?? Number.NaN);
    if (sent === 1 && remaining < quota - 1) return false;
    if (left !== undefined && remaining > left) return false;
    if (response.status === refused && sent <= quota) {
      const seen = `request ${sent} of ${quota} is answered ${refused}`;
      complain({ message: 'the quota ends too early', clause, states, seen }, answered);
      return true;
    }
    if (sent <= quota && left !== undefined && remaining === left) {
      const seen = `${policy.headers.remaining}: ${remaining}, twice`;
      complain(
        { message: 'the remaining requests are not counted down', clause, states, seen },
        answered,
      );
      return true;
    }
    left = Number.isNaN(remaining) ? undefined : remaining;
    if (sent > quota && response.status !== refused) {
      const seen = `request ${sent} is answered ${response.status}`;
      complain(
        { message: `more requests than the quota are let through`, clause, states, seen },
        answered,
      );
    }
  }
  return true;
}

function figureOf(name: string | undefined, { response }: Exchange): string | undefined {
  return name === undefined || !response ? undefined : headerOf(response, name);
}
