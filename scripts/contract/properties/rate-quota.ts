import { append } from '../../base/json-pointer.ts';
import type { Bench } from '../bench.ts';
import { useUpQuota, type Burst } from '../flows/burst.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeRetryAfter } from '../judges/quota-figures.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';
import { meteredQuotas } from '../wire/profiles.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** A larger quota would take too many requests to use up. */
const LARGEST = 200;
/** Windows tried before giving up: one may end in the middle of a burst. */
const TRIES = 3;

export const rateQuota: Property = {
  id: 'rate.quota',
  title:
    'a quota lasts for as many requests as documented, for each client by itself, ends in a refusal and begins anew',
  usesUpQuota: true,
  unless({ api, operation, profiles, canWait }) {
    const { rateCategory } = operation;
    if (!api.policies.rateLimits || rateCategory === undefined) return 'no quota is documented';
    const first = api.operations.find((it) => it.rateCategory === rateCategory);
    // Where no time can pass, what one operation has used up is gone for the others as well.
    if (first !== operation && !canWait)
      return `the quota of its category is tried on ${first?.id ?? 'another'}`;
    if (!credentialFor(api, operation, profiles.metered))
      return 'no credential with a quota is at hand';
    const quota = meteredQuotas(api).get(rateCategory) ?? Infinity;
    return quota > LARGEST ? 'the quota takes too many requests to use up' : undefined;
  },
  async check(bench) {
    const { api, operation, profiles, passTime } = bench;
    const credential = credentialFor(api, operation, profiles.metered);
    const category = operation.rateCategory ?? '';
    const quota = meteredQuotas(api).get(category);
    const policy = api.policies.rateLimits;
    const [draft] = exampleDrafts(api, operation);
    if (!credential || quota === undefined || !policy || !draft) return;
    const clause = append(policy.pointer, 'quotas', category);
    const burst: Burst = { policy, clause, quota, credential, draft };
    for (let tries = 0; tries < TRIES; tries += 1) {
      await passTime?.(policy.window * 1000);
      const refusal = await useUpQuota(bench, burst);
      if (refusal === 'lapsed') {
        await bench.awaitWindow?.();
        continue;
      }
      if (refusal === undefined) return;
      const verdict = judgeRetryAfter(policy, refusal, bench);
      if (verdict !== undefined && verdict !== 'irrelevant') bench.complain(verdict, refusal);
      await tryOther(bench, burst);
      await tryLater(bench, burst);
      return;
    }
    bench.learnNothing('no window was left that nobody had used');
  },
};

/** What one client has used up is no other's. */
async function tryOther({ api, operation, profiles, exchange, complain }: Bench, burst: Burst) {
  const credential = credentialFor(api, operation, profiles.other);
  if (!credential || burst.policy.partition !== 'credential') return;
  const answered = await exchange(burst.draft, { credential });
  const status = answered.response?.status;
  if (status !== statusOfRefusal(operation, 'rateLimited')) return;
  complain(
    {
      message: 'the quota of one client ends with that of another',
      clause: append(burst.policy.pointer, 'partition'),
      states: 'partition: credential',
      seen: `another client sends its first request, and the answer is ${status}`,
    },
    answered,
  );
}

/** The next window brings the whole quota again. */
async function tryLater({ operation, exchange, complain, passTime }: Bench, burst: Burst) {
  const { policy, clause, quota, credential, draft } = burst;
  if (!passTime) return;
  await passTime(policy.window * 1000);
  const answered = await exchange(draft, { credential });
  const status = answered.response?.status;
  if (status !== statusOfRefusal(operation, 'rateLimited')) return;
  complain(
    {
      message: 'the quota does not begin anew',
      clause,
      states: `${quota} requests in ${policy.window} seconds`,
      seen: `the window has passed, and the first request is answered ${status}`,
    },
    answered,
  );
}
