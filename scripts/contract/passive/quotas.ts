import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { headerOf, type WireResponse } from '../../wire/exchange.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { figuresOf, judgeFigures, judgeRetryAfter } from '../judges/quota-figures.ts';
import { remarksOf, type PassiveContext, type PassiveProperty } from './judgement.ts';
import { toldPlan } from './known-credentials.ts';
import { createQuotaBook } from './quota-book.ts';
import { judgeRateHeaders } from './rate-headers.ts';
import type { RecordedStep } from './recorded-step.ts';

/** What a client may send, as far as the recording and the description tell; undefined where they do not. */
function quotaFor(
  { api, known }: PassiveContext,
  policy: RateLimitPolicy,
  step: RecordedStep,
  response: WireResponse,
): { readonly quota: number | undefined; readonly isKnown: boolean } {
  const plans = policy.quotas[step.operation.rateCategory ?? ''] ?? {};
  const plan = toldPlan(known, step);
  const own = plan === undefined ? undefined : plans[plan];
  if (typeof own === 'number') return { quota: own, isKnown: true };
  const custom = plan === undefined ? undefined : api.fixtures.customQuotas[plan];
  if (custom !== undefined) return { quota: custom, isKnown: true };
  // Whose plan nobody knows is on the one that its answers tell.
  const { limit } = figuresOf(policy, response, { timeOf: () => Number.NaN });
  if (limit !== undefined) return { quota: limit, isKnown: false };
  const all = Object.values(plans);
  const numbers = all.filter((it) => typeof it === 'number');
  const isOpen = all.length === 0 || numbers.length < all.length;
  return { quota: isOpen ? undefined : Math.max(...numbers), isKnown: false };
}

/** What time it was for a server when it answered, if it tells: the recorder's clock may be another. */
const SERVER_CLOCK = {
  timeOf: (response: WireResponse) => Date.parse(headerOf(response, 'date') ?? ''),
};

const withoutQuota = ({ policies }: ApiModel, { rateCategory }: Operation) =>
  policies.rateLimits && rateCategory !== undefined ? undefined : 'no quota is documented';

/** A recorder that keeps no header fields proves nothing about one that is missing. */
function unlessHeaders({ shown }: PassiveContext): () => string | undefined {
  return () =>
    shown.keepsHeaders() ? undefined : 'the recording shows no header that tells of a quota';
}

/** Statements about quotas (`x-rate-limits`). */
export const QUOTA_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'rate.headers',
    title: 'every answer tells how the client stands, in figures that can be true together',
    unless: (api, operation) => {
      const { headers } = api.policies.rateLimits ?? { headers: {} };
      const isTold = 'limit' in headers || 'remaining' in headers || 'reset' in headers;
      return (
        withoutQuota(api, operation) ?? (isTold ? undefined : 'no header is documented that tells')
      );
    },
    lacking: 'no successful answer was recorded with its headers',
    begin: (context) => (step) => {
      const { policies } = step.api;
      const { exchange, operation } = step;
      const { response } = exchange;
      const policy = policies.rateLimits;
      if (!policy || !response || response.headers.length === 0) return 'irrelevant';
      const { limit, remaining, reset } = policy.headers;
      const names = [limit, remaining, reset].filter((it) => it !== undefined);
      const isCounted =
        operation.rateCategory !== undefined && isSuccess(exchange) && !step.isCached;
      // A refusal for another reason may come before anything is counted.
      if (names.length === 0 || !isCounted) return judgeRateHeaders(step.api, exchange);
      const { quota, isKnown } = quotaFor(context, policy, step, response);
      const told = isKnown ? quota : undefined;
      const remarks = remarksOf(judgeFigures(policy, exchange, told, SERVER_CLOCK));
      if (remarks === 'irrelevant') return remarks;
      return remarks.map((it) => ({ ...it, unless: unlessHeaders(context) }));
    },
  },
  {
    id: 'rate.retry-after',
    title: 'a refusal for the number of requests tells when to try again',
    unless: withoutQuota,
    lacking: 'no request was refused for the number of requests',
    begin: () => (step) => {
      const policy = step.api.policies.rateLimits;
      const { response } = step.exchange;
      if (!policy || step.operation.rateCategory === undefined) return 'irrelevant';
      if (response?.status !== statusOfRefusal(step.operation, 'rateLimited')) return 'irrelevant';
      const verdict = judgeRetryAfter(policy, step.exchange, SERVER_CLOCK);
      return remarksOf(verdict);
    },
  },
  {
    id: 'rate.quota',
    title:
      'a quota lasts for as many requests as documented, for each client by itself, ends in a refusal and begins anew',
    unless: withoutQuota,
    lacking: ({ api, shown }) => {
      if (api.policies.rateLimits?.partition === 'address')
        return 'the quota is counted by address, and a recording does not tell whose requests it holds';
      if (shown.hidesSecrets()) return 'the recording hides its credentials';
      return (
        shown.lacksTimes() ?? 'no client was recorded with a quota and the time of its requests'
      );
    },
    begin: (context) => {
      const book = createQuotaBook();
      return (step) => {
        const policy = step.api.policies.rateLimits;
        const { response } = step.exchange;
        const { rateCategory: category, errors } = step.operation;
        if (!policy || category === undefined || policy.partition !== 'credential')
          return 'irrelevant';
        if (!response || step.who === undefined || step.isCached) return 'irrelevant';
        const refused = statusOfRefusal({ errors }, 'rateLimited');
        if (refused < 400) return 'irrelevant';
        const { quota } = quotaFor(context, policy, step, response);
        return book.take({
          step,
          response,
          policy,
          quota,
          // Other servers of the same API may count by themselves.
          category: `${step.base} ${category}`,
          client: `${step.base} ${category} ${step.who}`,
          clause: append(policy.pointer, 'quotas', category),
          refused,
        });
      };
    },
  },
];
