import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { isTypedByOthers, mayLoseValues } from '../../model/member-policy.ts';
import { ERROR_STATUSES, type ErrorKind, type ErrorPolicies } from '../../model/policies.ts';
import { securityClause, type Client } from './access.ts';
import type { Ground } from './grounds.ts';
import type { Objection } from './objection.ts';
import { bodyOf } from './inputs.ts';
import type { Recorded, RecordedResponse } from './recorded.ts';

/** Statuses that find fault with what was sent (RFC 9110, section 15.5). */
const FAULT_FINDING = [400, 405, 406, 411, 413, 414, 415, 422];

/** Whether a request was refused as it has to be, or carried out as it has to be. */
export function outcomeObjections(
  api: ApiModel,
  operation: Operation,
  grounds: readonly Ground[],
  client: Client | undefined,
  { request, response }: Pick<Recorded, 'request' | 'response'>,
): readonly Objection[] {
  return grounds.length > 0
    ? refusalObjections(api, operation, operation.errors, grounds, response)
    : acceptanceObjections(api, operation, client, { request, response });
}

/** One of the reasons must be told by its documented status; without one by any of the 4xx. */
export function refusalObjections(
  { policies }: ApiModel,
  operation: Operation | undefined,
  errors: ErrorPolicies,
  grounds: readonly Ground[],
  { status }: RecordedResponse,
): readonly Objection[] {
  if (grounds.some(({ kind }) => isToldBy(kind, status, operation, errors))) return [];
  if (status < 300 && grounds.every(({ isOptional }) => isOptional)) return [];
  return grounds.flatMap(({ kind, clause }) => {
    const seen = `a request that is ${WORDS[kind] ?? kind} is answered ${status}`;
    const own = errorClause(policies.errors, operation, kind);
    // Whoever refuses with another status breaks the clause about refusals.
    return status >= 400 && own !== undefined ? [{ clause: own, seen }] : [{ clause, seen }];
  });
}

const WORDS: Readonly<Partial<Record<ErrorKind, string>>> = {
  unauthenticated: 'nobody’s',
  notFound: 'for no path',
  methodNotAllowed: 'for no method',
  tooLarge: 'too large',
  rateLimited: 'one too many',
  unsupportedMediaType: 'of another media type',
  notAcceptable: 'not to be satisfied',
};

function isToldBy(
  kind: ErrorKind,
  status: number,
  operation: Operation | undefined,
  errors: ErrorPolicies,
): boolean {
  const declared = errors[kind]?.status;
  if (declared !== undefined) return status === declared;
  const usual = ERROR_STATUSES[kind];
  const isDocumented = operation?.responses.some((it) => it.status === String(usual)) ?? false;
  if (kind === 'unauthenticated' || isDocumented) return status === usual;
  return status >= 400 && status < 500;
}

/** Where a description says how a kind of refusal is answered; undefined where it does not. */
export function errorClause(
  root: ErrorPolicies,
  operation: Operation | undefined,
  kind: ErrorKind,
): Pointer | undefined {
  const own = operation?.errors[kind];
  if (operation && own !== undefined && own !== root[kind])
    return append(operation.pointer, 'x-errors', kind);
  return root[kind] === undefined ? undefined : append('#/x-errors', kind);
}

function acceptanceObjections(
  api: ApiModel,
  operation: Operation,
  client: Client | undefined,
  { request, response: { status } }: Pick<Recorded, 'request' | 'response'>,
): readonly Objection[] {
  const seen = `a valid request is answered ${status}`;
  const refusing = (kind: ErrorKind) => operation.errors[kind]?.status ?? ERROR_STATUSES[kind];
  if (status < 400) return [];
  if (status === refusing('unauthenticated')) {
    // Who needs no credential can still send a wrong one in the content, as to a login.
    const isLogin = api.policies.session?.issuedBy === operation.id;
    return isLogin ? [] : [{ clause: securityClause(api, operation), seen }];
  }
  // A 403 can have reasons that no description tells, unless it says who may.
  if (status === refusing('forbidden')) {
    return operation.access !== undefined && client
      ? [{ clause: append(operation.pointer, 'x-access'), seen }]
      : [];
  }
  // What values other things allow, which may have been changed, no schema says.
  const isOpen = isTypedByOthers(api, operation) || mayLoseValues(api, operation, bodyOf(request));
  if (status === refusing('invalid') && isOpen) return [];
  const isFault = FAULT_FINDING.includes(status) || status === refusing('invalid');
  const isFailure = status >= 500 && status !== refusing('unavailable');
  return isFault || isFailure ? [{ clause: inputClause(api, operation), seen }] : [];
}

/** What a valid request keeps: its content, its parameters, or being there at all. */
function inputClause({ document }: ApiModel, { body, pointer }: Operation): Pointer {
  const parameters = append(pointer, 'parameters');
  if (body) return body.pointer;
  return valueAt(document, parameters) === undefined ? append(pointer, 'responses') : parameters;
}
