import { append, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel, DocumentedResponse, Operation } from '../model/api-model.ts';
import { responseFor, successOf, type ChosenResponse } from '../model/documented-response.ts';
import { ERROR_KINDS, ERROR_STATUSES, type ErrorKind } from '../model/policies.ts';

/** Who says how it refuses: an operation, or a description for what leads to none (`x-errors`). */
export type Refusing = Pick<Operation, 'errors'>;

/** The status of a kind of refusal: that of `x-errors`, else HTTP's (RFC 9110, section 15.5). */
export function statusOfRefusal({ errors }: Refusing, kind: ErrorKind): number {
  return errors[kind]?.status ?? ERROR_STATUSES[kind];
}

/** Statuses in which operations document a kind of refusal, where it is not HTTP's alone (RFC 9110, section 15.5.21). */
const KIN: Readonly<Partial<Record<ErrorKind, readonly number[]>>> = {
  invalid: [400, 422],
  malformed: [400, 422],
};

/**
 * How an operation itself documents a kind of refusal: in HTTP's status or one that is near, in `4XX`, or in
 * `default`; undefined where it documents none.
 */
export function documentedRefusal(
  operation: Pick<Operation, 'responses'>,
  kind: ErrorKind,
): ChosenResponse | undefined {
  const usual = ERROR_STATUSES[kind];
  const exact = (KIN[kind] ?? [usual]).find((status) =>
    operation.responses.some((it) => it.status === String(status)),
  );
  const status = exact ?? usual;
  const response = responseFor(operation, status);
  return response && { status, response };
}

/** Statuses that HTTP gives to what is wrong with a request, whoever describes the API (RFC 9110, section 15.5). */
const OWN_REFUSALS: ReadonlySet<number> = new Set([
  ...Object.values(ERROR_STATUSES).filter((status) => status < 500),
  411,
  414,
  422,
  431,
]);

/** Statuses that say there is nothing at a path, and that there is another method at it. */
const [NOT_FOUND, NOT_ALLOWED] = [ERROR_STATUSES.notFound, ERROR_STATUSES.methodNotAllowed];

/**
 * Whether a description leaves open that a status comes from an operation: of refusals where neither that one
 * is documented nor one that stands for the same, HTTP's own is no breach; nor is a success where none is
 * documented. But a path without variables that is documented is there, and so is its method.
 */
export function isLeftOpen(
  { responses, errors, path }: Pick<Operation, 'responses' | 'errors' | 'path'>,
  status: number,
): boolean {
  if (status === NOT_ALLOWED || (status === NOT_FOUND && !path.includes('{'))) return false;
  if (responses.length === 0) return true;
  if (status >= 200 && status < 300) return successOf({ responses }) === undefined;
  if (!OWN_REFUSALS.has(status)) return false;
  const kinds = ERROR_KINDS.filter((kind) => statusesOf(kind).includes(status));
  if (kinds.some((kind) => errors[kind] !== undefined)) return false;
  return [status, ...kinds.flatMap(statusesOf)].every(
    (it) => responseFor({ responses }, it) === undefined,
  );
}

/** Whether anything is documented of how requests to an operation are refused. */
export function documentsRefusals({
  responses,
  errors,
}: Pick<Operation, 'responses' | 'errors'>): boolean {
  return (
    Object.keys(errors).length > 0 ||
    responses.some(({ status }) => /^(?:4..|default)$/i.test(status))
  );
}

function statusesOf(kind: ErrorKind): readonly number[] {
  return KIN[kind] ?? [ERROR_STATUSES[kind]];
}

/** The response that `x-errors` names for a kind of refusal. */
export function responseOfRefusal(
  { responses }: Pick<ApiModel, 'responses'>,
  { errors }: Refusing,
  kind: ErrorKind,
): DocumentedResponse | undefined {
  const policy = errors[kind];
  return policy && responses.get(policy.response);
}

/** Where a description says how a kind of refusal is answered: at the operation, or at its root. */
export function clauseOfRefusal(
  { policies }: Pick<ApiModel, 'policies'>,
  { errors, pointer }: Pick<Operation, 'errors' | 'pointer'>,
  kind: ErrorKind,
): Pointer {
  if (errors[kind] === undefined) return append(pointer, 'responses');
  return errors[kind] === policies.errors[kind]
    ? append('#/x-errors', kind)
    : append(pointer, 'x-errors', kind);
}
