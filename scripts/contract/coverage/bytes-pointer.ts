import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { SizeLimits } from '../../model/policies.ts';

/** Where a size of `x-limits` is written: on the operation, or at the root. */
export function bytesPointer(
  { document }: ApiModel,
  { pointer }: Operation,
  name: keyof SizeLimits,
): Pointer {
  const own = append(pointer, 'x-limits', name);
  return valueAt(document, own) === undefined ? append('#/x-limits', name) : own;
}
