import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { ErrorKind } from '../../model/policies.ts';
import type { Ground } from '../../result/ground.ts';
import { responseOfRefusal, statusOfRefusal } from '../../refusal/documented-refusal.ts';
import type { Pointer } from '../../base/json-pointer.ts';

/**
 * What a complaint about a header field of a refusal rests on: the description, where it documents the
 * field there, and nothing of its own otherwise.
 */
export function restOnField(
  api: ApiModel,
  operation: Operation,
  kind: ErrorKind,
  name: string,
): { readonly ground?: Ground; readonly clause?: Pointer } {
  const response =
    responseOfRefusal(api, operation, kind) ??
    responseFor(operation, statusOfRefusal(operation, kind));
  const field = response?.headers.find((it) => it.name.toLowerCase() === name.toLowerCase());
  return field ? { ground: 'contract', clause: field.pointer } : {};
}
