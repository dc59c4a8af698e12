import { isObject, type Json } from '../base/json.ts';

/** A copy in which doubles stand for bigints, for readers that know no others; the value itself where it has none. */
export function withoutBigints(value: Json): Json {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(withoutBigints);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([name, it]) => [name, it, withoutBigints(it)] as const,
  );
  if (entries.every(([, before, after]) => before === after)) return value;
  return Object.fromEntries(entries.map(([name, , after]) => [name, after]));
}
