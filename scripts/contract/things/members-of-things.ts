import { isObject, textOf, type Json } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { kindNamed, type ThingKind } from './kinds.ts';

/** A member such as `shop_id` that is called after a kind of things that paths name. */
export interface NamedMember {
  readonly kind: ThingKind;
  readonly at: Pointer;
  readonly value: Json;
}

/** Levels that are looked at, and items of a list. */
const DEEPEST = 4;
const MOST = 3;

/** The members of a value that are called after kinds of things, and hold what may be an id. */
export function membersOfThings(api: ApiModel, value: Json | undefined): readonly NamedMember[] {
  return value === undefined ? [] : [...membersIn(api, value, '#', DEEPEST)];
}

function* membersIn(
  api: ApiModel,
  value: Json,
  at: Pointer,
  levels: number,
): Generator<NamedMember, void> {
  if (levels === 0) return;
  if (Array.isArray(value)) {
    for (const [index, it] of value.slice(0, MOST).entries())
      yield* membersIn(api, it as Json, append(at, String(index)), levels - 1);
    return;
  }
  if (!isObject(value)) return;
  for (const [name, it] of Object.entries(value)) {
    const isId = typeof it === 'string' ? it !== '' : isNumber(it);
    const kind = isId ? kindNamed(api, name) : undefined;
    if (kind) yield { kind, at: append(at, name), value: it };
    else yield* membersIn(api, it, append(at, name), levels - 1);
  }
}

/** One member of each kind and value. */
export function distinctMembers(members: readonly NamedMember[]): readonly NamedMember[] {
  const seen = new Map(members.map((it) => [`${it.kind.shape} ${textOf(it.value)}`, it]));
  return [...seen.values()];
}
