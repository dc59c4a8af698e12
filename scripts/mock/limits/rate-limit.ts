import type { ApiModel } from '../../core/api-model.ts';
import type { Clock } from '../../core/clock.ts';
import { arrayOf, textOf } from '../../core/json.ts';
import { append, type Pointer } from '../../core/json-pointer.ts';
import type { RateLimitPolicy } from '../../core/policies.ts';
import { UserError } from '../../core/user-error.ts';
import type { Principal } from '../access/authenticate.ts';
import { credentialsOf } from '../access/credentials.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { groupOf } from '../state/namespace.ts';
import type { Store } from '../state/store.ts';

/** How a client stands in one category: what the rate limit headers say. */
export interface Standing {
  readonly limit: number;
  readonly used: number;
  /** Milliseconds since the epoch. */
  readonly windowEnd: number;
}

/** How a client stands in a window that has not ended. */
export interface ClientStanding extends Standing {
  readonly namespace: string;
  readonly api: string;
  readonly category: string;
  /** Id of the credential, or the address, that is counted. */
  readonly client: string;
}

interface Sender {
  readonly namespace: string;
  readonly principal: Principal | undefined;
  readonly address: string;
}

export interface RateLimiter {
  /** Counts a request, and refuses it when it is one too many. */
  readonly count: (sender: Sender, category: string | undefined) => Promise<CountedRequest>;
  /** Tells how counting a request would end. */
  readonly rehearse: (sender: Sender, category: string | undefined) => Promise<CountedRequest>;
  /** Everybody who has been counted in a window that has not ended. */
  readonly list: () => Promise<readonly ClientStanding[]>;
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
  readonly store: Store;
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
  { clock, store, plan, enforced }: LimiterOptions,
): RateLimiter {
  const shown = api.fixtures.unmatchedCategory ?? Object.keys(policy.quotas)[0] ?? '';
  const length = policy.window * 1000;
  checkQuotas(api, policy, [plan, ...api.fixtures.credentials.map((it) => it.plan)]);
  const isAbsolute = policy.headers.resetUnit === 'unix-seconds';
  const names = FIGURES.flatMap((figure) => {
    const name = policy.headers[figure];
    return name === undefined ? [] : [[figure, name.toLowerCase()] as const];
  });
  const known = credentialsOf(api);
  const windowEnd = () => (Math.floor(clock.now() / length) + 1) * length;
  const limitOf = ({ principal }: Sender, category: string) =>
    quotaOf(api, policy, category, plan ?? principal?.plan).quota;
  const partitionOf = ({ principal, address }: Sender) =>
    policy.partition === 'address' ? address : principal?.id;
  const read = async ({ group, id }: Counter) => Number((await store.get(group, id)) ?? 0);

  const look: RateLimiter['look'] = async (sender, category = shown) => {
    const end = windowEnd();
    const partition = partitionOf(sender);
    const counter = counterOf(api, sender.namespace, [category, partition ?? '', end]);
    const used = partition === undefined ? 0 : await read(counter);
    return { limit: limitOf(sender, category), used, windowEnd: end };
  };

  const countBy = async (
    sender: Sender,
    category: string | undefined,
    increment: (counter: Counter, until: number) => Promise<number>,
  ): Promise<CountedRequest> => {
    const partition = partitionOf(sender);
    if (partition === undefined || category === undefined) {
      return { standing: await look(sender, category), refusal: undefined };
    }
    const end = windowEnd();
    const used = await increment(counterOf(api, sender.namespace, [category, partition, end]), end);
    const wanted = plan ?? sender.principal?.plan;
    const { quota, constraint } = quotaOf(api, policy, category, wanted);
    const standing = { limit: quota, used, windowEnd: end };
    const isRefused = enforced && used > quota;
    const refusal = isRefused ? tooMany(policy, standing, constraint, clock) : undefined;
    return { standing, refusal };
  };
  const planOf = (client: string) =>
    known.find(({ id, plan: own }) => own !== undefined && client.split('+').includes(id))?.plan;

  return {
    look,
    count: (sender, category) =>
      countBy(sender, category, ({ group, id }, until) => store.increment(group, id, { until })),
    rehearse: (sender, category) =>
      countBy(sender, category, async (counter) => (await read(counter)) + 1),
    async list() {
      return (await store.list('')).flatMap(({ group, id, value }) => {
        const namespace = group.slice(0, group.indexOf('/'));
        if (group !== counterGroup(api, namespace)) return [];
        const [category = '', client = '', end = ''] = arrayOf(JSON.parse(id)).map(textOf);
        const { quota } = quotaOf(api, policy, category, plan ?? planOf(client));
        const standing = { limit: quota, used: Number(value), windowEnd: Number(end) };
        return [{ ...standing, namespace, api: api.name, category, client }];
      });
    },
    headersOf({ limit, used, windowEnd: end }) {
      const reset = isAbsolute ? end / 1000 : secondsUntil(end, clock);
      const figures = { limit, remaining: Math.max(0, limit - used), reset };
      return Object.fromEntries(names.map(([figure, name]) => [name, String(figures[figure])]));
    },
  };
}

/** Where in the store a count is. */
interface Counter {
  readonly group: string;
  readonly id: string;
}

/** The end of the window is part of the id: a clock that is set back finds its own count. */
function counterOf(
  api: ApiModel,
  namespace: string,
  id: readonly [category: string, partition: string, windowEnd: number],
): Counter {
  return { group: counterGroup(api, namespace), id: JSON.stringify(id) };
}

function counterGroup({ name }: ApiModel, namespace: string): string {
  return groupOf(namespace, 'rate', name);
}

function tooMany(
  { headers }: RateLimitPolicy,
  { limit, windowEnd }: Standing,
  constraint: Pointer,
  clock: Clock,
): Refusal {
  const seconds = secondsUntil(windowEnd, clock);
  // RFC 9110, section 10.2.3: seconds to wait, whatever the unit of the other headers is.
  const names = ['retry-after', headers.retryAfter?.toLowerCase() ?? 'retry-after'];
  return refuse(
    'rateLimited',
    `The quota of ${limit} requests is used up; the next window begins in ${seconds} s.`,
    { headers: Object.fromEntries(names.map((name) => [name, String(seconds)])), constraint },
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

interface Quota {
  readonly quota: number;
  /** Where it is declared. */
  readonly constraint: Pointer;
}

/** Requests per window of a plan: documented, else the fixtures' own, else the category's first plan's. */
function quotaOf(
  { fixtures, locate }: ApiModel,
  { quotas, pointer }: RateLimitPolicy,
  category: string,
  wanted: string | undefined,
): Quota {
  const plans = quotas[category] ?? {};
  const own = wanted === undefined || wanted in plans ? undefined : fixtures.customQuotas[wanted];
  if (own !== undefined) return { quota: own, constraint: append(pointer, 'quotas', category) };
  const plan = wanted !== undefined && wanted in plans ? wanted : (Object.keys(plans)[0] ?? '');
  const declared = plans[plan];
  const quota = declared === 'custom' ? fixtures.customQuotas[plan] : declared;
  const constraint = append(pointer, 'quotas', category, plan);
  if (quota !== undefined) return { quota, constraint };
  throw new UserError('no-quota', `The mock has no figure for the ${plan} quota of "${category}"`, {
    at: locate(append(pointer, 'quotas')),
    hint: `Name the category under x-rate-limits, or set customQuotas.${plan} in mock.yaml.`,
  });
}
