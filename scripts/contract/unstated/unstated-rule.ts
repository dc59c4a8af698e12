import { isNumber } from '../../values/exact-numbers.ts';
import { ABSENT } from '../../values/violations.ts';
import { shorten } from '../judges/words.ts';
import type { Given } from './input-place.ts';

/** A rule by which a server seems to refuse what stands at a place, that JSON Schema has a word for. */
export interface UnstatedRule {
  readonly keyword: string;
  /** What is refused: `every number below 1`. */
  readonly what: string;
  /** What the description should say: `minimum: 1`. */
  readonly state: string;
  /** Values that are refused: as many as there are, up to a few. */
  readonly refused: readonly Given[];
  /** Values that are taken, another one for each number as far as there are others. */
  readonly taken: (time: number) => Given;
  /** Whether it compares: then what is near it may be another value of the request. */
  readonly isBound?: boolean;
  /** Set where the refusal has to name the place: nothing else tells that it is the one. */
  readonly isNamed?: true;
}

/** Values on one line: `-1, 0 and 7`. */
export function listed(values: readonly Given[]): string {
  const texts = [...new Set(values.map(shown))];
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

function shown(value: Given): string {
  if (value === ABSENT) return 'nothing';
  if (isNumber(value)) return String(value);
  return shorten(value, 40);
}
