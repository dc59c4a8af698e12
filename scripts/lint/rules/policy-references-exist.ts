import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { nearest } from '../../base/nearest.ts';
import type {
  AsyncPolicy,
  ErrorPolicies,
  RateLimitPolicy,
  SessionPolicy,
} from '../../model/policies.ts';
import { breachesOf } from '../breaches-of.ts';
import { listedFaults } from '../listed-names.ts';
import { operationById } from '../operations.ts';
import { nodeAt } from '../references.ts';
import { keyFaults, paginationFaults } from '../repeat-names.ts';
import type { Hit, Rule } from '../rule.ts';
import {
  placesIn,
  jsonOfSuccess,
  unknown,
  unknownOperation,
  unknownPlace,
} from '../unknown-names.ts';

/** Mock and contract tests follow the names in a policy; one that leads nowhere misleads both. */
export const policyReferencesExist: Rule = {
  id: 'policy-references-exist',
  severity: 'error',
  description:
    'What a policy names exists: responses, examples, operations, parameters, security schemes, plans, categories and places in bodies.',
  *check(api) {
    const { document, operations, webhooks, policies } = api;
    yield* errorFaults(api, '#/x-errors', policies.errors);
    if (policies.rateLimits) yield* planFaults(policies.rateLimits);
    if (policies.session) yield* sessionFaults(api, policies.session);
    yield* successorFaults(api, '#/info/x-lifecycle/replacedBy', policies.lifecycle?.replacedBy);
    for (const operation of operations) yield* operationFaults(api, operation);
    for (const { pointer, veto } of webhooks) {
      for (const [index, id] of (veto?.before ?? []).entries()) {
        yield* unknownOperation(api, append(pointer, 'x-veto', 'before', index), id);
      }
    }
    for (const { pointer } of operations) {
      // The loader checked its shape.
      const own = nodeAt(document, pointer)['x-errors'] as ErrorPolicies | undefined;
      if (own) yield* errorFaults(api, append(pointer, 'x-errors'), own);
    }
  },
};

function* operationFaults(api: ApiModel, operation: Operation): Generator<Hit> {
  const { pointer, rateCategory, limits, lifecycle, pagination } = operation;
  if (rateCategory !== undefined) {
    const categories = Object.keys(api.policies.rateLimits?.quotas ?? {});
    yield* unknown(append(pointer, 'x-rate-limit'), 'category', rateCategory, categories);
  }
  // Those of the root are about every operation, and not every body has such a list.
  if (limits.itemsAt !== undefined && 'x-limits' in nodeAt(api.document, pointer)) {
    const at = append(pointer, 'x-limits', 'itemsAt');
    yield* unknownPlace(api, at, limits.itemsAt, operation.body?.content ?? []);
  }
  if (operation.async) yield* asyncFaults(api, operation, operation.async);
  if (pagination) yield* paginationFaults(api, operation, pagination);
  yield* listedFaults(api, operation);
  if (operation.idempotency) yield* keyFaults(operation, operation.idempotency);
  yield* successorFaults(api, append(pointer, 'x-replaced-by'), lifecycle.replacedBy);
}

function* errorFaults(api: ApiModel, at: Pointer, errors: ErrorPolicies): Generator<Hit> {
  for (const [kind, policy] of Object.entries(errors)) {
    const { response, example, noPath, byField = {}, detail = {} } = policy;
    const found = api.responses.get(response);
    if (!found) {
      yield* unknown(append(at, kind, 'response'), 'response', response, [...api.responses.keys()]);
      continue;
    }
    const known = found.content.flatMap((media) => media.examples.map(({ name }) => name));
    const what = `example of ${response}`;
    for (const [field, name] of Object.entries(byField)) {
      yield* unknown(append(at, kind, 'byField', field), what, name, known);
    }
    if (example !== undefined) yield* unknown(append(at, kind, 'example'), what, example, known);
    if (noPath !== undefined) yield* unknown(append(at, kind, 'noPath'), what, noPath, known);
    for (const [fact, place] of Object.entries(detail)) {
      yield* unknownPlace(api, append(at, kind, 'detail', fact), place, found.content);
    }
  }
}

function* planFaults({ quotas, pointer }: RateLimitPolicy): Generator<Hit> {
  const all = new Set(Object.values(quotas).flatMap((plans) => Object.keys(plans)));
  for (const [category, plans] of Object.entries(quotas)) {
    const missing = [...all].filter((plan) => !(plan in plans));
    if (missing.length === 0) continue;
    const message = `Category ${category} has no quota for ${missing.join(' and ')}`;
    yield { at: append(pointer, 'quotas', category), message };
  }
}

function* sessionFaults(api: ApiModel, { scheme, issuedBy }: SessionPolicy): Generator<Hit> {
  const at = '#/x-session';
  yield* unknownOperation(api, append(at, 'issuedBy'), issuedBy);
  const found = api.securitySchemes.get(scheme);
  const schemes = [...api.securitySchemes.keys()];
  yield* unknown(append(at, 'scheme'), 'security scheme', scheme, schemes);
  if (found?.type === 'other' || (found?.type === 'apiKey' && found.in === 'query')) {
    const message = `${scheme} is carried neither by a cookie nor by a header, as a session is`;
    yield { at: append(at, 'scheme'), message };
  }
}

function* asyncFaults(
  api: ApiModel,
  { pointer, responses }: Operation,
  { id, statusOperation, parameter, state, pending, succeeded, failed }: AsyncPolicy,
): Generator<Hit> {
  const at = append(pointer, 'x-async');
  yield* unknownPlace(api, append(at, 'id'), id, jsonOfSuccess(responses));
  yield* unknownOperation(api, append(at, 'statusOperation'), statusOperation);
  const asked = operationById(api, statusOperation);
  if (!asked) return;
  const names = asked.parameters.map(({ name }) => name);
  yield* unknown(append(at, 'parameter'), `parameter of ${asked.id}`, parameter, names);
  const answers = jsonOfSuccess(asked.responses);
  yield* unknownPlace(api, append(at, 'state'), state, answers);
  const schemas = placesIn(api, state, answers);
  for (const [group, states] of Object.entries({ pending, succeeded, failed })) {
    for (const [index, name] of states.entries()) {
      const isAllowed = schemas.some((schema) => breachesOf(api, schema, name).length === 0);
      if (isAllowed || schemas.length === 0) continue;
      const message = `The schema of ${state} in the answer of ${asked.id} does not allow ${name}`;
      yield { at: append(at, group, index), message };
    }
  }
}

/** The name may also be that of another API, which nobody can look up from here. */
function* successorFaults(
  api: ApiModel,
  at: Pointer,
  successor: string | undefined,
): Generator<Hit> {
  if (successor === undefined) return;
  const [name = '', id] = successor.split('#', 2);
  if (id !== undefined) {
    if (name === api.name) yield* unknownOperation(api, at, id);
  } else if (!operationById(api, name)) {
    const ids = api.operations.map((operation) => operation.id);
    if (nearest(name, ids) !== undefined) yield* unknown(at, 'operation', name, ids);
  }
}
