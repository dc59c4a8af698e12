import type { Operation } from '../core/api-model.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../core/json.ts';
import type {
  AsyncPolicy,
  ErrorPolicies,
  Lifecycle,
  Pagination,
  Policies,
  RateLimitPolicy,
  SessionPolicy,
  Veto,
} from '../core/policies.ts';

/** The policies at the root of a description; their shape was checked before. */
export function toPolicies(document: Json): Policies {
  const root = objectOf(document);
  const lifecycle = objectOf(root['info'])['x-lifecycle'];
  return {
    rateLimits: toRateLimits(root['x-rate-limits']),
    errors: toErrors(root['x-errors']),
    session: toPolicy<SessionPolicy>(root['x-session']),
    lifecycle: toPolicy<Lifecycle>(lifecycle),
  };
}

/** `x-errors` of an operation or a root: kind by kind. */
function toErrors(value: Json | undefined): ErrorPolicies {
  return objectOf(value);
}

function toRateLimits(value: Json | undefined): RateLimitPolicy | undefined {
  if (value === undefined) return undefined;
  return { ...(objectOf(value) as unknown as RateLimitPolicy), pointer: '#/x-rate-limits' };
}

/** The policies of an operation, those of the root under them where both may speak. */
export function toOperationPolicies(
  root: JsonObject,
  node: JsonObject,
): Pick<Operation, 'access' | 'limits' | 'async' | 'pagination' | 'lifecycle' | 'veto' | 'errors'> {
  const access = node['x-access'];
  return {
    access: access === 'read' || access === 'write' ? access : undefined,
    limits: { ...objectOf(root['x-limits']), ...objectOf(node['x-limits']) },
    async: toPolicy<AsyncPolicy>(node['x-async']),
    pagination: toPolicy<Pagination>(node['x-pagination']),
    lifecycle: {
      deprecated: stringOf(node['x-deprecated-since']),
      sunset: stringOf(node['x-sunset']),
      replacedBy: stringOf(node['x-replaced-by']),
    },
    veto: toPolicy<Veto>(node['x-veto']),
    errors: { ...toErrors(root['x-errors']), ...toErrors(node['x-errors']) },
  };
}

/** A policy as it stands: the loader has checked its shape. */
function toPolicy<Policy>(value: Json | undefined): Policy | undefined {
  return value as Policy | undefined;
}
