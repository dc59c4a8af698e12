import type { ApiModel, Operation } from './api-model.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';

/** Where a size of `x-limits` is written: at the operation, or at the description it is inherited from. */
export function limitPointer(
  { document }: ApiModel,
  { pointer }: Operation,
  name: keyof Operation['limits'],
): Pointer {
  const own = append(pointer, 'x-limits', name);
  return valueAt(document, own) === undefined ? append('#/x-limits', name) : own;
}
