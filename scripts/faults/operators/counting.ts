import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Credential } from '../../model/fixtures.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import { readPresented } from '../../wire/credentials.ts';
import { lastingOf, secretOf, waysInto, withSecrets } from '../credential-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Sent, WitnessStep } from '../operator.ts';
import { namespaceIn } from '../request-parts.ts';

/** More requests than these are no witness that anybody waits for. */
const MOST_REQUESTS = 1000;

/** Everything about how an operation is counted. */
export interface Counting {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly policy: RateLimitPolicy;
  /** Lower-case names of the headers that tell how a client stands. */
  readonly names: Readonly<Record<'limit' | 'remaining' | 'reset', string | undefined>>;
  readonly scheme: string;
  /** A request by the client with the smallest quota. */
  readonly draft: RequestDraft;
  readonly quota: number;
  /** The same by another client of the same plan. */
  readonly other: RequestDraft | undefined;
}

/** As many requests as the quota has. */
export function upToQuota({ draft, quota }: Counting): readonly WitnessStep[] {
  return Array.from({ length: quota }, () => ({ send: draft }));
}

export function overQuota(counting: Counting): readonly WitnessStep[] {
  return [...upToQuota(counting), { send: counting.draft }];
}

/** What tells one client from another. */
export function senderOf({ securitySchemes }: ApiModel, sent: Sent): string {
  const shown = [...securitySchemes.values()].map((scheme) => readPresented(scheme, sent));
  return JSON.stringify([...shown, sent.address, namespaceIn(sent)]);
}

/** The clients of one scheme and plan. */
export function alike(api: ApiModel, { scheme, plan }: Credential): readonly Credential[] {
  return lastingOf(api, scheme).filter((it) => it.plan === plan);
}

/** How an operation is counted; undefined where no credential has a quota that can be used up. */
export function countingOf(api: ApiModel, operation: Operation): Counting | undefined {
  const policy = api.policies.rateLimits;
  const category = operation.rateCategory;
  const valid = exampleRequest(api, operation);
  const [way] = waysInto(api, operation);
  const [name, second] = [...(way?.requirement.keys() ?? [])];
  if (!policy || category === undefined || !valid || name === undefined || second !== undefined)
    return undefined;
  const clients = lastingOf(api, name)
    .map((it) => ({ it, quota: quotaOf(api, policy, category, it) }))
    .toSorted((left, right) => left.quota - right.quota);
  const [first] = clients;
  if (!first || first.quota > MOST_REQUESTS) return undefined;
  const next = alike(api, first.it).find((it) => it !== first.it);
  const { limit, remaining, reset } = policy.headers;
  const by = (it: Credential) => withSecrets(api, valid, secretOf(api, it));
  return {
    api,
    operation,
    policy,
    names: { limit: lower(limit), remaining: lower(remaining), reset: lower(reset) },
    draft: by(first.it),
    quota: first.quota,
    other: next && by(next),
    scheme: name,
  };
}

function quotaOf(
  { fixtures }: ApiModel,
  { quotas }: RateLimitPolicy,
  category: string,
  { plan }: Credential,
): number {
  const plans = quotas[category] ?? {};
  const known = plan !== undefined && plan in plans ? plan : (Object.keys(plans)[0] ?? '');
  const quota = plans[known];
  return quota === 'custom' ? (fixtures.customQuotas[known] ?? Infinity) : (quota ?? Infinity);
}

function lower(header: string | undefined): string | undefined {
  return header?.toLowerCase();
}
