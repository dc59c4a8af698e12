import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { Client } from './access.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';

/** Counts requests as `x-rate-limits` says, window by window and client by client. */
export interface Meter {
  /** Counts a request; undefined where it is not counted. */
  readonly count: (
    operation: Operation,
    client: Client | undefined,
    at: number,
  ) => Standing | undefined;
}

export interface Standing {
  readonly policy: RateLimitPolicy;
  readonly category: string;
  readonly quota: number;
  readonly used: number;
  /** Milliseconds since the Unix epoch. */
  readonly windowEnd: number;
}

export function createMeter({ policies, fixtures }: ApiModel): Meter {
  const counts = new Map<string, number>();
  return {
    count({ rateCategory: category }, client, at) {
      const policy = policies.rateLimits;
      if (!policy || category === undefined || !client) return undefined;
      const plans = policy.quotas[category] ?? {};
      const plan = client.plan ?? Object.keys(plans)[0] ?? '';
      const stated = plans[plan] ?? 'custom';
      const quota = stated === 'custom' ? fixtures.customQuotas[plan] : stated;
      if (quota === undefined) return undefined;
      const length = policy.window * 1000;
      const windowEnd = (Math.floor(at / length) + 1) * length;
      const key = `${category} ${policy.partition === 'address' ? '' : client.id} ${windowEnd}`;
      const used = (counts.get(key) ?? 0) + 1;
      counts.set(key, used);
      return { policy, category, quota, used, windowEnd };
    },
  };
}

/** Whether an answer tells truly how its client stands. */
export function standingObjections(
  { policy, category, quota, used, windowEnd }: Standing,
  operation: Operation,
  { at, response }: Recorded,
): readonly Objection[] {
  const { limit, remaining, reset, resetUnit, retryAfter } = policy.headers;
  const objections: Objection[] = [];
  const expectFigure = (
    figure: string,
    name: string | undefined,
    holds: (value: number) => boolean,
  ) => {
    if (name === undefined) return;
    const value = response.headers[name.toLowerCase()] ?? 'missing';
    if (/^\d+$/.test(value) && holds(Number(value))) return;
    const clause = append(policy.pointer, 'headers', figure);
    objections.push({ clause, seen: `${name}: ${value}, request ${used} of ${quota}` });
  };
  expectFigure('limit', limit, (value) => value === quota);
  expectFigure('remaining', remaining, (value) => value === Math.max(0, quota - used));
  expectFigure('reset', reset, (value) => {
    const ends = resetUnit === 'unix-seconds' ? value * 1000 : at + value * 1000;
    return ends > at && ends <= windowEnd + 1000;
  });
  const clause = append(policy.pointer, 'quotas', category);
  const refused = operation.errors.rateLimited?.status ?? 429;
  const seen = `request ${used} of ${quota} is answered ${response.status}`;
  if ((response.status === refused) !== used > quota) objections.push({ clause, seen });
  if (response.status === refused && used > quota) {
    const name = retryAfter ?? 'Retry-After';
    const later = response.headers[name.toLowerCase()];
    // A date is as good as seconds, and only a documented header must be there.
    const isSoon =
      later !== undefined && /^\d+$/.test(later) && at + Number(later) * 1000 < windowEnd - 1000;
    if (isSoon || (later === undefined && retryAfter !== undefined)) {
      const told = append(policy.pointer, 'headers');
      objections.push({
        clause: told,
        seen: `${name}: ${later ?? 'missing'} in a window that lasts`,
      });
    }
  }
  return objections;
}
