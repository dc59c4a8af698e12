import type { ApiModel } from '../core/api-model.ts';
import type { Clock } from '../core/clock.ts';
import { append } from '../core/json-pointer.ts';
import type { RateLimitPolicy } from '../core/policies.ts';
import { UserError } from '../core/user-error.ts';
import type { Principal } from './authenticate.ts';
import type { CounterStore } from './counter-store.ts';
import { refuse, type Refusal } from './refusal.ts';

/** How a client stands in one category: what the rate limit headers say. */
export interface Standing {
  readonly limit: number;
  readonly used: number;
  /** Milliseconds since the epoch. */
  readonly windowEnd: number;
}

interface Sender {
  readonly principal: Principal | undefined;
  readonly address: string;
}

export interface RateLimiter {
  /** Counts a request, and refuses it when it is one too many. */
  readonly count: (sender: Sender, category: string | undefined) => Promise<CountedRequest>;
  /** Tells how a client stands without counting: for answers given before anything is counted. */
  readonly look: (sender: Sender, category: string | undefined) => Promise<Standing>;
  /** Names in lower case. */
  readonly headersOf: (standing: Standing) => Readonly<Record<string, string>>;
}

interface CountedRequest {
  readonly standing: Standing;
  readonly refusal: Refusal | undefined;
}

const FIGURES = ['limit', 'remaining', 'reset'] as const;

interface LimiterOptions {
  readonly clock: Clock;
  readonly counters: CounterStore;
  /** Plan of every client, whatever its credential says. */
  readonly plan: string | undefined;
  /** False never refuses. */
  readonly enforced: boolean;
}

/**
 * `x-rate-limits`: fixed windows that begin at multiples of their length, a quota per category and
 * partition (draft-ietf-httpapi-ratelimit-headers-10, section 2). A client that is not known has
 * no counter: it is shown the whole quota of the first plan.
 */
export function toRateLimiter(
  api: ApiModel,
  policy: RateLimitPolicy,
  { clock, counters, plan, enforced }: LimiterOptions,
): RateLimiter {
  const shown = api.fixtures.unmatchedCategory ?? Object.keys(policy.quotas)[0] ?? '';
  const length = policy.window * 1000;
  checkQuotas(api, policy, [plan, ...api.fixtures.credentials.map((it) => it.plan)]);
  const isAbsolute = policy.headers.resetUnit === 'unix-seconds';
  const names = FIGURES.flatMap((figure) => {
    const name = policy.headers[figure];
    return name === undefined ? [] : [[figure, name.toLowerCase()] as const];
  });
  const windowEnd = () => (Math.floor(clock.now() / length) + 1) * length;
  const limitOf = ({ principal }: Sender, category: string) =>
    quotaOf(api, policy, category, plan ?? principal?.plan);
  const keyOf = ({ principal, address }: Sender, category: string) => {
    const partition = policy.partition === 'address' ? address : principal?.id;
    return partition === undefined ? undefined : JSON.stringify([api.name, category, partition]);
  };

  const look: RateLimiter['look'] = async (sender, category = shown) => {
    const end = windowEnd();
    const key = keyOf(sender, category);
    const used = key === undefined ? 0 : await counters.read(key, end);
    return { limit: limitOf(sender, category), used, windowEnd: end };
  };

  return {
    look,
    async count(sender, category) {
      const key = category === undefined ? undefined : keyOf(sender, category);
      if (key === undefined || category === undefined) {
        return { standing: await look(sender, category), refusal: undefined };
      }
      const end = windowEnd();
      const used = await counters.increment(key, end);
      const standing = { limit: limitOf(sender, category), used, windowEnd: end };
      const isRefused = enforced && used > standing.limit;
      return { standing, refusal: isRefused ? tooMany(policy, standing, clock) : undefined };
    },
    headersOf({ limit, used, windowEnd: end }) {
      const reset = isAbsolute ? end / 1000 : secondsUntil(end, clock);
      const figures = { limit, remaining: Math.max(0, limit - used), reset };
      return Object.fromEntries(names.map(([figure, name]) => [name, String(figures[figure])]));
    },
  };
}

function tooMany(
  { headers }: RateLimitPolicy,
  { limit, windowEnd }: Standing,
  clock: Clock,
): Refusal {
  const seconds = secondsUntil(windowEnd, clock);
  // RFC 9110, section 10.2.3: seconds to wait, whatever the unit of the other headers is.
  const names = ['retry-after', headers.retryAfter?.toLowerCase() ?? 'retry-after'];
  return refuse(
    'rateLimited',
    `The quota of ${limit} requests is used up; the next window begins in ${seconds} s.`,
    { headers: Object.fromEntries(names.map((name) => [name, String(seconds)])) },
  );
}

function secondsUntil(instant: number, clock: Clock): number {
  return Math.max(1, Math.ceil((instant - clock.now()) / 1000));
}

/** Finds a quota without a figure at the start, not at the first request that needs it. */
function checkQuotas(
  api: ApiModel,
  policy: RateLimitPolicy,
  plans: readonly (string | undefined)[],
): void {
  const used = api.operations.flatMap(({ rateCategory }) => rateCategory ?? []);
  const categories = new Set([
    ...Object.keys(policy.quotas),
    ...used,
    ...(api.fixtures.unmatchedCategory === undefined ? [] : [api.fixtures.unmatchedCategory]),
  ]);
  for (const category of categories) {
    for (const plan of plans) quotaOf(api, policy, category, plan);
  }
}

/** Requests per window of a plan; of the category's first plan where it does not know the plan. */
function quotaOf(
  { fixtures, locate }: ApiModel,
  { quotas, pointer }: RateLimitPolicy,
  category: string,
  wanted: string | undefined,
): number {
  const plans = quotas[category] ?? {};
  const plan = wanted !== undefined && wanted in plans ? wanted : (Object.keys(plans)[0] ?? '');
  const declared = plans[plan];
  const quota = declared === 'custom' ? fixtures.customQuotas[plan] : declared;
  if (quota !== undefined) return quota;
  throw new UserError('no-quota', `The mock has no figure for the ${plan} quota of "${category}"`, {
    at: locate(append(pointer, 'quotas')),
    hint: `Name the category under x-rate-limits, or set customQuotas.${plan} in mock.yaml.`,
  });
}
