import type { ApiModel } from '../model/api-model.ts';

/** How the hooks keep Schemathesis below documented quotas; they read it as JSON. */
export interface SchemathesisPace {
  /** By operation, as `POST /pets`: the group whose requests are spaced together. */
  readonly groups: Readonly<Record<string, string>>;
  /** By group: seconds between two requests. */
  readonly intervals: Readonly<Record<string, number>>;
}

/** No pace: for a mock that refuses nobody. */
export const UNPACED: SchemathesisPace = { groups: {}, intervals: {} };

/** Spaces the requests of each category (`x-rate-limits`) so that the smallest quota of any plan lasts. */
export function toPace({ policies, operations }: ApiModel): SchemathesisPace {
  const { rateLimits } = policies;
  if (!rateLimits) return UNPACED;
  const intervals = Object.entries(rateLimits.quotas).flatMap(([category, plans]) => {
    const figures = Object.values(plans).filter((it) => typeof it === 'number' && it > 0);
    const least = Math.min(...figures.map(Number));
    return Number.isFinite(least) ? [[category, rateLimits.window / least] as const] : [];
  });
  const groups = operations.flatMap(({ method, path, rateCategory }) =>
    rateCategory === undefined ? [] : [[`${method.toUpperCase()} ${path}`, rateCategory] as const],
  );
  return { groups: Object.fromEntries(groups), intervals: Object.fromEntries(intervals) };
}
