import type { Breach } from '../model/api-model.ts';
import { isObject, type Json } from '../base/json.ts';
import { tokensOf } from '../base/json-pointer.ts';

/** A value without what an answer must not hold, as its breaches in the direction `response` tell. */
export function withoutWriteOnly(value: Json, breaches: readonly Breach[]): Json {
  return breaches
    .filter(({ keyword }) => keyword === 'writeOnly')
    .reduce<Json>((left, { instance }) => without(left, tokensOf(`#${instance}`)), value);
}

/** Only properties are taken out: the places of items mean something. */
function without(value: Json, [token, ...rest]: readonly string[]): Json {
  if (token === undefined) return value;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) =>
      index === Number(token) ? without(item, rest) : item,
    );
  }
  if (!isObject(value) || !Object.hasOwn(value, token)) return value;
  const entries = Object.entries(value).flatMap(([name, child]) => {
    if (name !== token) return [[name, child] as const];
    return rest.length === 0 ? [] : [[name, without(child, rest)] as const];
  });
  return Object.fromEntries(entries);
}
