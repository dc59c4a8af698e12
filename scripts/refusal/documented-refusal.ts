import { append, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel, DocumentedResponse, Operation } from '../model/api-model.ts';
import { ERROR_STATUSES, type ErrorKind } from '../model/policies.ts';

/** Who says how it refuses: an operation, or a description for what leads to none (`x-errors`). */
export type Refusing = Pick<Operation, 'errors'>;

/** The status of a kind of refusal: that of `x-errors`, else HTTP's (RFC 9110, section 15.5). */
export function statusOfRefusal({ errors }: Refusing, kind: ErrorKind): number {
  return errors[kind]?.status ?? ERROR_STATUSES[kind];
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
