import type { ApiModel } from '../../model/api-model.ts';
import type { Clock } from '../../base/clock.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { Principal } from '../access/principal.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import type { Answer } from '../../wire/answer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';
import { remember } from '../../base/remember.ts';
import { groupOf } from '../state/namespace.ts';
import type { Store } from '../state/store.ts';
import { toQuotas, type Quota } from './quotas.ts';
import { encodeComponent } from '../../base/encode-component.ts';

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
  readonly count: (sender: Sender, category: string | undefined) => Eventual<CountedRequest>;
  /** Tells how counting a request would end. */
  readonly rehearse: (sender: Sender, category: string | undefined) => Eventual<CountedRequest>;
  /** Everybody who has been counted in a window that has not ended. */
  readonly list: () => Promise<readonly ClientStanding[]>;
  /** Tells how a client stands without counting: for answers given before anything is counted. */
  readonly look: (sender: Sender, category: string | undefined) => Eventual<Standing>;
  /** The fields of an answer with those that tell how a client stands; names in lower case. */
  readonly tell: (headers: Answer['headers'], standing: Standing) => Answer['headers'];
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
  const quotaOf = toQuotas(api, policy, [plan, ...api.fixtures.credentials.map((it) => it.plan)]);
  const isAbsolute = policy.headers.resetUnit === 'unix-seconds';
  const names = FIGURES.flatMap((figure) => {
    const name = policy.headers[figure];
    return name === undefined ? [] : [[figure, name.toLowerCase()] as const];
  });
  const known = credentialsOf(api);
  const windowEnd = () => (Math.floor(clock.now() / length) + 1) * length;
  const quotaFor = ({ principal }: Pick<Sender, 'principal'>, category: string): Quota =>
    quotaOf(category, plan ?? principal?.plan);
  const partitionOf = ({ principal, address }: Sender) =>
    policy.partition === 'address' ? address : principal?.id;
  const groupIn = remember((namespace) => groupOf(namespace, 'rate', api.name));
  const spelled = remember(encodeComponent);
  // The end of the window is part of the id: a clock that is set back finds its own count.
  const counterOf = (namespace: string, { category, partition, end }: Counted): Counter => ({
    group: groupIn(namespace),
    id: `${end} ${spelled(category)} ${partition}`,
  });
  const read = ({ group, id }: Counter) => whenThere(store.get(group, id), (it) => Number(it ?? 0));

  const look: RateLimiter['look'] = (sender, category = shown) => {
    const end = windowEnd();
    const { quota: limit } = quotaFor(sender, category);
    const partition = partitionOf(sender);
    if (partition === undefined) return { limit, used: 0, windowEnd: end };
    const counter = counterOf(sender.namespace, { category, partition, end });
    return whenThere(read(counter), (used) => ({ limit, used, windowEnd: end }));
  };

  const countBy = (
    sender: Sender,
    category: string | undefined,
    increment: (counter: Counter, until: number) => Eventual<number>,
  ): Eventual<CountedRequest> => {
    const partition = partitionOf(sender);
    if (partition === undefined || category === undefined) {
      return whenThere(look(sender, category), (standing) => ({ standing, refusal: undefined }));
    }
    const end = windowEnd();
    const counter = counterOf(sender.namespace, { category, partition, end });
    return whenThere(increment(counter, end), (used) => {
      const { quota, constraint } = quotaFor(sender, category);
      const standing = { limit: quota, used, windowEnd: end };
      const isRefused = enforced && used > quota;
      return {
        standing,
        refusal: isRefused ? tooMany(policy, standing, constraint, clock) : undefined,
      };
    });
  };
  const planOf = (client: string) =>
    known.find(({ id, plan: own }) => own !== undefined && client.split('+').includes(id))?.plan;

  return {
    look,
    count: (sender, category) =>
      countBy(sender, category, ({ group, id }, until) => store.increment(group, id, { until })),
    rehearse: (sender, category) =>
      countBy(sender, category, (counter) => whenThere(read(counter), (used) => used + 1)),
    async list() {
      return (await store.list('')).flatMap(({ group, id, value }) => {
        const namespace = group.slice(0, group.indexOf('/'));
        if (group !== groupIn(namespace)) return [];
        const { category, partition: client, end } = partsOf(id);
        const { quota } = quotaOf(category, plan ?? planOf(client));
        const standing = { limit: quota, used: Number(value), windowEnd: end };
        return [{ ...standing, namespace, api: api.name, category, client }];
      });
    },
    tell(headers, { limit, used, windowEnd: end }) {
      const reset = isAbsolute ? end / 1000 : secondsUntil(end, clock);
      const figures = { limit, remaining: Math.max(0, limit - used), reset };
      const told: Record<string, string> = { ...headers };
      for (const [figure, name] of names) told[name] = String(figures[figure]);
      return told;
    },
  };
}

/** Where in the store a count is. */
interface Counter {
  readonly group: string;
  readonly id: string;
}

/** Who is counted, and for what. */
interface Counted {
  readonly category: string;
  readonly partition: string;
  readonly end: number;
}

function partsOf(id: string): Counted {
  const [end = '', category = '', ...partition] = id.split(' ');
  return {
    category: decodeURIComponent(category),
    partition: partition.join(' '),
    end: Number(end),
  };
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
