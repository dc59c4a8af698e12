import type { Operation } from '../model/api-model.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import type {
  AsyncPolicy,
  ConditionalPolicy,
  ErrorPolicies,
  IdempotencyPolicy,
  Lifecycle,
  Pagination,
  Policies,
  RateLimitPolicy,
  ResourcePolicy,
  SessionPolicy,
  Veto,
} from '../model/policies.ts';
import type { AnswersPolicy, RepeatsPolicy, SqlPolicy } from '../model/resource-policy.ts';

/** The policies at the root of a description. The casts rest on the shapes, checked before. */
export function toPolicies(document: Json): Policies {
  const root = objectOf(document);
  const lifecycle = objectOf(root['info'])['x-lifecycle'];
  return {
    rateLimits: toRateLimits(root['x-rate-limits']),
    errors: toErrors(root['x-errors']),
    session: root['x-session'] as SessionPolicy | undefined,
    lifecycle: lifecycle as Lifecycle | undefined,
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
): Pick<
  Operation,
  | 'access'
  | 'limits'
  | 'async'
  | 'pagination'
  | 'idempotency'
  | 'conditional'
  | 'resource'
  | 'answers'
  | 'repeats'
  | 'sql'
  | 'lifecycle'
  | 'veto'
  | 'errors'
> {
  const access = node['x-access'];
  return {
    access: access === 'read' || access === 'write' ? access : undefined,
    limits: { ...objectOf(root['x-limits']), ...objectOf(node['x-limits']) },
    async: node['x-async'] as AsyncPolicy | undefined,
    pagination: toPagination(node['x-pagination']),
    idempotency: node['x-idempotency'] as IdempotencyPolicy | undefined,
    conditional: node['x-conditional'] as ConditionalPolicy | undefined,
    resource: node['x-resource'] as ResourcePolicy | undefined,
    answers: node['x-answers'] as AnswersPolicy | undefined,
    repeats: node['x-repeats'] as readonly RepeatsPolicy[] | undefined,
    sql: node['x-sql'] as SqlPolicy | undefined,
    lifecycle: {
      deprecated: stringOf(node['x-deprecated-since']),
      sunset: stringOf(node['x-sunset']),
      replacedBy: stringOf(node['x-replaced-by']),
    },
    veto: node['x-veto'] as Veto | undefined,
    errors: { ...toErrors(root['x-errors']), ...toErrors(node['x-errors']) },
  };
}

/** Pages have numbers, unless a style says otherwise. */
function toPagination(value: Json | undefined): Pagination | undefined {
  if (value === undefined) return undefined;
  return { style: 'page', in: 'query', ...objectOf(value) } as unknown as Pagination;
}
