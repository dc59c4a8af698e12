import { objectOf } from '../base/json.ts';
import { membersOf, placesUnder, type Places } from './applicable.ts';
import type { Direction } from '../model/api-model.ts';
import type { Spot } from './evaluation.ts';
import type { Place, Resolver } from './resolve.ts';
import { schemaClosure } from './schema-closure.ts';

/** Which marks say that a property need not be there (OpenAPI 3.0.4, section 4.7.24.2). */
const EXCUSES: Readonly<Record<Direction, readonly string[]>> = {
  request: ['readOnly'],
  response: ['writeOnly'],
  either: ['readOnly', 'writeOnly'],
};

/** Places that are remembered: schemas have hundreds, and values names without end. */
const MOST_KNOWN = 5_000;

/** A place of values, and what is below it as far as anybody has asked. */
interface KnownPlace {
  readonly places: Places;
  readonly isMarked: boolean;
  /** Whether any of its properties is marked: where none is, thousands of names need no look each. */
  isAnyMarked?: boolean;
  /** Items from here on are all alike. */
  readonly alikeFrom: number;
  readonly below: Map<string | number, KnownPlace>;
}

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
  const areMarked = (places: Places): boolean =>
    places.some(({ node }) => marks.some((it) => objectOf(node)[it] === true));
  const toKnown = (places: Places): KnownPlace => ({
    places,
    isMarked: areMarked(places),
    alikeFrom: Math.max(0, ...places.map(({ node }) => prefixOf(node))),
    below: new Map(),
  });
  let [whole, count] = [undefined as KnownPlace | undefined, 0];
  const enter = (place: KnownPlace, key: string | number): KnownPlace => {
    const step = typeof key === 'number' ? Math.min(key, place.alikeFrom) : key;
    const known = place.below.get(step);
    if (known) return known;
    const found = toKnown(placesUnder(resolver, place.places, step));
    if (count < MOST_KNOWN) place.below.set(step, found);
    count += 1;
    return found;
  };
  const placeOf = ({ outer, key }: Spot): KnownPlace =>
    outer === undefined
      ? (whole ??= toKnown(schemaClosure(resolver, [root])))
      : enter(placeOf(outer), key);
  return (at, name) => {
    const place = placeOf(at);
    place.isAnyMarked ??= areMarked(membersOf(resolver, place.places));
    return place.isAnyMarked && enter(place, name).isMarked;
  };
}

function prefixOf(node: Place['node']): number {
  const prefix = objectOf(node)['prefixItems'];
  return Array.isArray(prefix) ? prefix.length : 0;
}
