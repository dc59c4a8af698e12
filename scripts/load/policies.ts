import { objectOf, type Json } from '../core/json.ts';
import type { ErrorPolicies, Policies, RateLimitPolicy } from '../core/policies.ts';

/** The policies at the root of a description; their shape was checked before. */
export function toPolicies(document: Json): Policies {
  const root = objectOf(document);
  return { rateLimits: toRateLimits(root['x-rate-limits']), errors: toErrors(root['x-errors']) };
}

/** `x-errors` of an operation or a root: kind by kind. */
export function toErrors(value: Json | undefined): ErrorPolicies {
  return objectOf(value);
}

function toRateLimits(value: Json | undefined): RateLimitPolicy | undefined {
  if (value === undefined) return undefined;
  return { ...(objectOf(value) as unknown as RateLimitPolicy), pointer: '#/x-rate-limits' };
}
