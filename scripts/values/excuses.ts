import { objectOf } from '../base/json.ts';
import { membersOf, placesAt } from './applicable.ts';
import type { Direction } from '../model/api-model.ts';
import type { Spot } from './evaluation.ts';
import type { Place, Resolver } from './resolve.ts';

/** Which marks say that a property need not be there (OpenAPI 3.0.4, section 4.7.24.2). */
const EXCUSES: Readonly<Record<Direction, readonly string[]>> = {
  request: ['readOnly'],
  response: ['writeOnly'],
  either: ['readOnly', 'writeOnly'],
};

/**
 * Whether a property that is missing at a place goes the other way only: any of the schemas that apply
 * there may say so, wherever `required` stands.
 */
export function toExcuses(
  resolver: Resolver,
  root: Place,
  direction: Direction,
): (at: Spot, name: string) => boolean {
  const marks = EXCUSES[direction];
  const isMarked = ({ node }: Place): boolean => marks.some((it) => objectOf(node)[it] === true);
  const known = new Map<string, boolean>();
  // Few say so of anything: where none does, thousands of names need not be looked up one by one.
  const some = new Map<string, boolean>();
  return (at, name) => {
    const above = keysTo(at);
    const place = JSON.stringify(above);
    const isSome =
      some.get(place) ??
      membersOf(resolver, placesAt(resolver, root, above)).some((it) => isMarked(it));
    some.set(place, isSome);
    if (!isSome) return false;
    const keys = [...above, name];
    const key = JSON.stringify(keys);
    const isExcused = known.get(key) ?? placesAt(resolver, root, keys).some(isMarked);
    known.set(key, isExcused);
    return isExcused;
  };
}

function keysTo(at: Spot): (string | number)[] {
  return at.outer === undefined ? [] : [...keysTo(at.outer), at.key];
}
