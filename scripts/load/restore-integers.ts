import { isObject, type Json } from '../base/json.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { Sources } from './sources.ts';
import { traceSources } from './source-map.ts';

/** Digits of which a double may not hold all. */
const MANY_DIGITS = /\d{16}/;

/** A bundle with those integers as they are written that whoever bundled it could not hold exactly. */
export function restoreIntegers(bundle: Json, root: string, sources: Sources): Json {
  if (![...sources.values()].some(({ text }) => MANY_DIGITS.test(text))) return bundle;
  const trace = traceSources(bundle, root, sources);
  const restore = (node: Json, pointer: Pointer): Json => {
    if (typeof node === 'bigint' || (Number.isInteger(node) && !Number.isSafeInteger(node))) {
      const { file, tokens } = trace(pointer);
      const written = valueAt(sources.get(file)?.value ?? null, append('#', ...tokens));
      return typeof written === 'bigint' ? written : node;
    }
    if (Array.isArray(node)) {
      return node.map((item: Json, index) => restore(item, append(pointer, index)));
    }
    if (!isObject(node)) return node;
    const entries = Object.entries(node);
    return Object.fromEntries(entries.map(([key, it]) => [key, restore(it, append(pointer, key))]));
  };
  return restore(bundle, '#');
}
