import type { Operation } from '../../model/api-model.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { headerOf, type WireResponse } from '../../wire/exchange.ts';

/** An entity tag (RFC 9110, section 8.8.3). */
const TAG = /^(?:W\/)?"[\u0021\u0023-\u007e\u0080-\u00ff]*"$/;

export function isEntityTag(text: string): boolean {
  return TAG.test(text);
}

/** By weak comparison, as If-None-Match asks for (RFC 9110, section 8.8.3.2). */
export function isSameTag(response: WireResponse, tag: string): boolean {
  return withoutWeakness(headerOf(response, 'etag') ?? '') === withoutWeakness(tag);
}

export function withoutWeakness(tag: string): string {
  return tag.replace(/^W\//, '');
}

/** What a complaint about an entity tag or a condition rests on: `x-conditional`, where an operation has it. */
export function conditionClause(
  { conditional, pointer }: Operation,
  name: 'etag' | 'ifNoneMatch' | 'ifMatch',
): { readonly clause: Pointer; readonly ground?: 'contract' } {
  const isStated =
    conditional !== undefined && (name === 'etag' || conditional[name] !== undefined);
  return isStated
    ? { clause: append(pointer, 'x-conditional', name), ground: 'contract' }
    : { clause: pointer };
}
