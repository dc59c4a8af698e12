import type { ApiModel, Operation } from '../../core/api-model.ts';
import { append, type Pointer } from '../../core/json-pointer.ts';
import { nearest } from '../../core/nearest.ts';
import type { ErrorPolicies, RateLimitPolicy } from '../../core/policies.ts';
import { responseFor } from '../operations.ts';
import { nodeAt } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';

/** A policy is a promise about answers, and the answers are in the description. */
export const policyStatusDocumented: Rule = {
  id: 'policy-status-documented',
  severity: 'error',
  description:
    'Policies agree with the rest: their responses, examples, categories, plans and headers exist, and an operation documents the statuses they answer.',
  *check(api) {
    const { document, operations, policies } = api;
    yield* danglingErrors(api, '#/x-errors', policies.errors);
    if (policies.rateLimits) yield* unequalPlans(policies.rateLimits);
    for (const operation of operations) {
      // The loader checked its shape.
      const own = nodeAt(document, operation.pointer)['x-errors'] as ErrorPolicies | undefined;
      const at = append(operation.pointer, 'x-errors');
      yield* danglingErrors(api, at, own ?? {});
      for (const [kind, { status }] of Object.entries(own ?? {})) {
        if (responseFor(operation, status)) continue;
        const message = `${operation.id} does not document ${status}`;
        yield { at: append(at, kind, 'status'), message };
      }
      yield* rateFaults(operation, policies.rateLimits);
      yield* undocumentedRefusal(operation);
    }
  },
};

/** Names of responses and examples in `x-errors` that lead nowhere. */
function* danglingErrors(
  { responses }: ApiModel,
  at: Pointer,
  errors: ErrorPolicies,
): Generator<Hit> {
  for (const [kind, { response, example, byField = {} }] of Object.entries(errors)) {
    const found = responses.get(response);
    if (!found) {
      const message = `There is no response ${response}${meantOf(response, [...responses.keys()])}`;
      yield { at: append(at, kind, 'response'), message };
      continue;
    }
    const examples = found.content.flatMap((media) => media.examples.map(({ name }) => name));
    const named: [Pointer, string][] = Object.entries(byField).map(([field, name]) => {
      return [append(at, kind, 'byField', field), name];
    });
    if (example !== undefined) named.push([append(at, kind, 'example'), example]);
    for (const [place, name] of named) {
      if (examples.includes(name)) continue;
      const message = `${response} has no example ${name}${meantOf(name, examples)}`;
      yield { at: place, message };
    }
  }
}

function* unequalPlans({ quotas, pointer }: RateLimitPolicy): Generator<Hit> {
  const all = new Set(Object.values(quotas).flatMap((plans) => Object.keys(plans)));
  for (const [category, plans] of Object.entries(quotas)) {
    const missing = [...all].filter((plan) => !(plan in plans));
    if (missing.length === 0) continue;
    const message = `Category ${category} has no quota for ${missing.join(' and ')}`;
    yield { at: append(pointer, 'quotas', category), message };
  }
}

function* rateFaults(operation: Operation, limits: RateLimitPolicy | undefined): Generator<Hit> {
  const { id, rateCategory, errors, pointer } = operation;
  if (rateCategory === undefined) return;
  const categories = Object.keys(limits?.quotas ?? {});
  if (!categories.includes(rateCategory)) {
    const message = `There is no category ${rateCategory}${meantOf(rateCategory, categories)}`;
    yield { at: append(pointer, 'x-rate-limit'), message };
  }
  const status = errors.rateLimited?.status ?? 429;
  const refusal = responseFor(operation, status);
  if (!refusal) {
    const message = `${id} is limited in rate and does not document ${status}`;
    yield { at: append(pointer, 'responses'), message };
    return;
  }
  const { limit, remaining, reset, retryAfter } = limits?.headers ?? {};
  const declared = new Set(refusal.headers.map(({ name }) => name.toLowerCase()));
  for (const name of [limit, remaining, reset, retryAfter]) {
    if (name === undefined || declared.has(name.toLowerCase())) continue;
    yield {
      at: refusal.pointer,
      message: `Response ${status} does not declare the header ${name}`,
    };
  }
}

/** A body can always be malformed; where `x-errors` says what then happens, the operation does too. */
function* undocumentedRefusal(operation: Operation): Generator<Hit> {
  const { id, body, errors, pointer } = operation;
  if (!body || !errors.malformed || responseFor(operation, errors.malformed.status)) return;
  const message = `${id} takes a body and does not document ${errors.malformed.status}`;
  yield { at: append(pointer, 'responses'), message };
}

function meantOf(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}
