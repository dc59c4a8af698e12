import { isEqual, type Json } from '../base/json.ts';
import { isNumber } from './exact-numbers.ts';

/** Values of every type, to stand where another type is wanted. */
export const SAMPLES: readonly Json[] = ['text', 7, 1.5, true, [], {}, null];

/** Values that are none of these: of the same kind first, so that only the choice is wrong. */
export function othersThan(values: readonly Json[], value: Json): Json[] {
  const texts = typeof value === 'string' ? [value.toUpperCase(), `${value}x`, 'kiln'] : [];
  const numbers = isNumber(value) ? [Number(value) + 1, Number(value) - 1, 987_654] : [];
  return [...texts, ...numbers, ...SAMPLES].filter(
    (candidate) => !values.some((it) => isEqual(it, candidate)),
  );
}
