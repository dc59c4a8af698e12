import { isEqual, type Json } from '../base/json.ts';
import { breaks, type Keyword } from './evaluation.ts';

/** `uniqueItems` (section 6.4.3). */
export const uniqueItems: Keyword = (said, site) => {
  if (typeof said !== 'boolean')
    return site.flaw('uniqueItems', 'uniqueItems must be true or false');
  if (!said) return undefined;
  return (value, at, run) => {
    const items = value as readonly Json[];
    const twins =
      areTexts(items) && new Set(items).size === items.length ? undefined : twinsIn(items);
    if (!twins) return true;
    const [first, second] = twins;
    const message = `must not have duplicate items (items ## ${first} and ${second} are identical)`;
    return breaks(site, 'uniqueItems', message, { run, at });
  };
};

/** Texts are equal only to themselves. */
function areTexts(items: readonly Json[]): boolean {
  return items.every((it) => typeof it === 'string');
}

/** Places of two equal items; the last that has one before it, and that one. */
function twinsIn(items: readonly Json[]): readonly [number, number] | undefined {
  const places = new Map<unknown, number[]>();
  let twins: readonly [number, number] | undefined;
  for (const [index, item] of items.entries()) {
    const key = sketch(item);
    const alike = places.get(key) ?? [];
    places.set(key, alike);
    const earlier = alike.findLast((it) => isEqual(items[it] ?? null, item));
    if (earlier !== undefined) twins = [earlier, index];
    alike.push(index);
  }
  return twins;
}

/** Something that equal values have in common, and others seldom. */
function sketch(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value))
    return `[${value.length}:${typeof value[0] === 'object' ? '' : String(value[0])}`;
  return `{${Object.keys(value).toSorted().join()}`;
}
