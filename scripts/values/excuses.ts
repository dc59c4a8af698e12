import { objectOf } from '../base/json.ts';
import { placesAt } from './applicable.ts';
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
  const known = new Map<string, boolean>();
  return (at, name) => {
    const keys = [...keysTo(at), name];
    const key = JSON.stringify(keys);
    const isExcused =
      known.get(key) ??
      placesAt(resolver, root, keys).some(({ node }) =>
        marks.some((it) => objectOf(node)[it] === true),
      );
    known.set(key, isExcused);
    return isExcused;
  };
}

function keysTo(at: Spot): (string | number)[] {
  return at.outer === undefined ? [] : [...keysTo(at.outer), at.key];
}
