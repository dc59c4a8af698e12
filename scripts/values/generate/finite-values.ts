import { isEqual, type Json } from '../../base/json.ts';
import type { Conjunct } from './conjunct.ts';
import { toNumber } from './decimal.ts';
import type { Alternative } from './alternative.ts';
import { areSatisfied, choicesOf, expansionOf, suits, type Forge } from './forge.ts';
import { wholeRange } from './number-range.ts';
import type { ValueType } from './types.ts';

/** All the values that satisfy schemas together, where they are few; undefined where they may be more than `most`. */
export function finiteValues(
  forge: Forge,
  conjuncts: readonly Conjunct[],
  most: number,
): readonly Json[] | undefined {
  const { alternatives, isCut } = expansionOf(forge, conjuncts);
  if (isCut) return undefined;
  const found: Json[] = [];
  for (const alternative of alternatives) {
    const values = valuesOf(forge, alternative, most);
    if (!values) return undefined;
    for (const value of values) {
      if (found.some((it) => isEqual(it, value))) continue;
      if (areSatisfied(forge, conjuncts, value)) found.push(value);
      if (found.length > most) return undefined;
    }
  }
  return found;
}

function valuesOf(
  forge: Forge,
  alternative: Alternative,
  most: number,
): readonly Json[] | undefined {
  const choices = choicesOf(forge, alternative);
  if (choices) return choices;
  const all: Json[] = [];
  for (const type of alternative.types) {
    const values = valuesOfType(alternative, type, most);
    if (!values) return undefined;
    all.push(...values.filter((it) => suits(forge, alternative, it)));
  }
  return all;
}

function valuesOfType(
  { parts }: Alternative,
  type: ValueType,
  most: number,
): readonly Json[] | undefined {
  if (type === 'null') return [null];
  if (type === 'boolean') return [false, true];
  if (type !== 'integer') return undefined;
  const range = wholeRange(parts);
  if (!range) return [];
  const { from, to, step, scale } = range;
  if (from === undefined || to === undefined || to - from > BigInt(most)) return undefined;
  return Array.from({ length: Number(to - from) + 1 }, (_, i) =>
    toNumber((from + BigInt(i)) * step, scale),
  );
}
