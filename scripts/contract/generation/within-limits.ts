import { arrayOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { isJsonType } from '../../base/media-type.ts';
import type { Operation } from '../../model/api-model.ts';

/** What of a request has a size. */
interface Sized {
  readonly body: { readonly mediaType: string; readonly value: Json } | undefined;
}

/** Whether a body is as small as `x-limits` wants it: no schema says so. */
export function isWithinLimits({ limits }: Operation, { body }: Sized): boolean {
  if (!body || !isJsonType(body.mediaType)) return true;
  const { bodyBytes = Infinity, itemBytes = Infinity, itemsAt } = limits;
  if (bytesOf(body.value) > bodyBytes) return false;
  const items = itemsAt === undefined ? [] : arrayOf(valueAt(body.value, itemsAt));
  return itemBytes === Infinity || items.every((item) => bytesOf(item) <= itemBytes);
}

/** Bytes of a value's JSON text, as this client writes it. */
export function bytesOf(value: Json): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
