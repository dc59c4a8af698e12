import type { Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import { objectOf, type JsonObject } from '../../base/json.ts';
import { ERROR_KINDS, type ErrorKind, type RateLimitPolicy } from '../../model/policies.ts';
import { isSecured, statedResponse } from '../operations.ts';
import { nodeAt } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** A policy is a promise about answers, and the answers are in the description. */
export const policyStatusDocumented: Rule = {
  id: 'policy-status-documented',
  severity: 'error',
  description:
    'An operation documents each status with which a policy answers, a refusal for its rate with the headers of x-rate-limits.',
  *check({ document, operations, webhooks, policies }) {
    for (const operation of operations) {
      const { id, pointer } = operation;
      const own = objectOf(nodeAt(document, pointer)['x-errors']);
      for (const { at = ['responses'], kind, why } of refusalsOf(operation, own)) {
        const status = statusOfRefusal(operation, kind);
        if (statedResponse(operation, status)) continue;
        yield {
          at: append(pointer, ...at),
          message: `${id} ${why} and does not document ${status}`,
        };
      }
      yield* missingHeaders(operation, policies.rateLimits);
      yield* missingOfHttp(operation);
    }
    for (const webhook of webhooks) {
      const { id, pointer, veto } = webhook;
      if (!veto || webhook.responses.some(({ status }) => status === String(veto.allow))) continue;
      const message = `${id} waits for ${veto.allow} and does not document it`;
      yield { at: append(pointer, 'x-veto', 'allow'), message };
    }
  },
};

/** The answers of HTTP that `x-idempotency` and `x-conditional` make possible, and the headers they stand in. */
function* missingOfHttp(operation: Operation): Generator<Hit> {
  const { id, pointer, method, idempotency, conditional, pagination, responses } = operation;
  const wanted: (readonly [at: string, name: string, status: number])[] = [];
  if (idempotency) {
    const { repeated, mismatched } = idempotency;
    wanted.push(['x-idempotency', 'mismatched', mismatched]);
    if (repeated !== 'replayed') wanted.push(['x-idempotency', 'repeated', repeated]);
  }
  if (conditional?.ifNoneMatch && method === 'get')
    wanted.push(['x-conditional', 'ifNoneMatch', 304]);
  if (conditional?.ifMatch) wanted.push(['x-conditional', 'ifMatch', 412]);
  if (conditional?.ifMatch === 'required') wanted.push(['x-conditional', 'ifMatch', 428]);
  for (const [at, name, status] of wanted) {
    if (statedResponse(operation, status)) continue;
    const message = `${id} answers ${status} by its ${at} and does not document it`;
    yield { at: append(pointer, at, name), message };
  }
  if (conditional?.ifMatch && conditional.etag === 'weak') {
    const message = 'If-Match compares strongly, so that no weak tag ever matches';
    yield { at: append(pointer, 'x-conditional', 'etag'), message };
  }
  const headers = responses.flatMap((it) => it.headers.map(({ name }) => name.toLowerCase()));
  if (pagination?.style === 'link' && !headers.includes('link')) {
    const message = `${id} links to the next page and documents no header Link`;
    yield { at: append(pointer, 'x-pagination', 'style'), message };
  }
}

interface Refusal {
  /** Where below the operation it is reported; at its responses when left out. */
  readonly at?: readonly string[];
  readonly kind: ErrorKind;
  readonly why: string;
}

/** The refusals that an operation's policies make possible; `own` are its own x-errors. */
function* refusalsOf(operation: Operation, own: JsonObject): Generator<Refusal> {
  const { body, errors, limits, access, rateCategory } = operation;
  for (const kind of ERROR_KINDS) {
    if (!(kind in own)) continue;
    yield { at: ['x-errors', kind, 'status'], kind, why: `says how it answers ${kind}` };
  }
  if (rateCategory !== undefined) yield { kind: 'rateLimited', why: 'is limited in rate' };
  if (body && (limits.bodyBytes !== undefined || limits.itemBytes !== undefined)) {
    yield { kind: 'tooLarge', why: 'is limited in size' };
  }
  if (access === 'write' && isSecured(operation)) {
    yield { kind: 'forbidden', why: 'needs a credential that may write' };
  }
  // A body can always be malformed or invalid; where x-errors says what then happens, this does too.
  for (const kind of ['malformed', 'invalid'] as const) {
    if (body && errors[kind] && !(kind in own)) yield { kind, why: 'takes a body' };
  }
}

function* missingHeaders(
  operation: Operation,
  policy: RateLimitPolicy | undefined,
): Generator<Hit> {
  if (operation.rateCategory === undefined) return;
  const status = statusOfRefusal(operation, 'rateLimited');
  const refusal = statedResponse(operation, status);
  if (!refusal) return;
  const { limit, remaining, reset, retryAfter } = policy?.headers ?? {};
  const declared = new Set(refusal.headers.map(({ name }) => name.toLowerCase()));
  for (const name of [limit, remaining, reset, retryAfter]) {
    if (name === undefined || declared.has(name.toLowerCase())) continue;
    const message = `Response ${status} does not declare the header ${name}`;
    yield { at: refusal.pointer, message };
  }
}
