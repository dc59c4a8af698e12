import { isObject, textOf, type Json } from '../../base/json.ts';

/** The same with values for the names in braces; a text of one name alone becomes the value itself. */
export function filledIn<Value>(value: Value, kept: ReadonlyMap<string, Json>): Value {
  // Texts become values only where a name stands for one, and there anything may stand.
  return fill(value, kept) as Value;
}

function fill(value: unknown, kept: ReadonlyMap<string, Json>): unknown {
  if (typeof value === 'string') {
    const whole = kept.get(/^\{(\w+)\}$/.exec(value)?.[1] ?? '');
    if (whole !== undefined) return whole;
    return value.replaceAll(/\{(\w+)\}/g, (all, name: string) => {
      const part = kept.get(name);
      return part === undefined ? all : textOf(part);
    });
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, kept));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, fill(it, kept)]));
}

/** `{$times: [3, …]}` becomes a list of three, `{$letters: 9}` a text of nine. */
export function grown(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(grown);
  if (!isObject(value)) return value;
  const { $times, $letters } = value;
  if (typeof $letters === 'number') return 'x'.repeat($letters);
  if (Array.isArray($times)) {
    const [count, item = null] = $times as readonly Json[];
    return Array.from({ length: Number(count) }, () => grown(item));
  }
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, grown(it)]));
}
