import type { ApiModel, Operation } from '../../core/api-model.ts';
import { append, valueAt, type Pointer } from '../../core/json-pointer.ts';
import type { SizeLimits } from '../../core/policies.ts';

/** Where a size of `x-limits` is written: on the operation, or at the root. */
export function bytesPointer(
  { document }: ApiModel,
  { pointer }: Operation,
  name: keyof SizeLimits,
): Pointer {
  const own = append(pointer, 'x-limits', name);
  return valueAt(document, own) === undefined ? append('#/x-limits', name) : own;
}
