import type { ApiModel } from '../../model/api-model.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import { UserError } from '../../base/user-error.ts';

/** Requests that a client may send in one window. */
export interface Quota {
  readonly quota: number;
  /** Where it is declared. */
  readonly constraint: Pointer;
}

/** The quota of a category for a client on a plan. */
export type Quotas = (category: string, plan: string | undefined) => Quota;

/**
 * The quotas of a description, each found once. Throws a UserError at the start, not at the first
 * request that needs it, when one for these plans has no figure.
 */
export function toQuotas(
  api: ApiModel,
  policy: RateLimitPolicy,
  plans: readonly (string | undefined)[],
): Quotas {
  const known = new Map<string | undefined, Map<string, Quota>>();
  const find: Quotas = (category, plan) => {
    const ofPlan = known.get(plan) ?? new Map<string, Quota>();
    const quota = ofPlan.get(category) ?? quotaOf(api, policy, category, plan);
    if (!ofPlan.has(category)) known.set(plan, ofPlan.set(category, quota));
    return quota;
  };
  for (const category of categoriesOf(api, policy)) {
    for (const plan of plans) find(category, plan);
  }
  return find;
}

function categoriesOf(
  { operations, fixtures: { unmatchedCategory } }: ApiModel,
  { quotas }: RateLimitPolicy,
): ReadonlySet<string> {
  const used = operations.flatMap(({ rateCategory }) => rateCategory ?? []);
  const shown = unmatchedCategory === undefined ? [] : [unmatchedCategory];
  return new Set([...Object.keys(quotas), ...used, ...shown]);
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
