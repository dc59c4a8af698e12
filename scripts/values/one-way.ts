import { arrayOf, isObject, objectOf, type Json } from '../base/json.ts';
import { append } from '../base/json-pointer.ts';
import type { Direction } from '../model/api-model.ts';
import type { Spot } from './evaluation.ts';
import { closureOf } from './in-place.ts';
import type { Place, Resolver } from './resolve.ts';
import { toPattern } from './to-pattern.ts';

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

/** Every schema that may apply at a place of a value. */
function placesAt(
  resolver: Resolver,
  root: Place,
  keys: readonly (string | number)[],
): readonly Place[] {
  return keys.reduce<readonly Place[]>(
    (places, key) =>
      closureOf(
        resolver,
        places.flatMap((place) => childrenOf(place, key)),
      ),
    closureOf(resolver, [root]),
  );
}

function childrenOf({ node, pointer }: Place, key: string | number): Place[] {
  if (!isObject(node)) return [];
  if (typeof key === 'number') {
    const prefix = arrayOf(node['prefixItems']);
    const item = prefix[key];
    if (item !== undefined) return [{ node: item, pointer: append(pointer, 'prefixItems', key) }];
    return below({ node, pointer }, ['items', 'unevaluatedItems']);
  }
  const properties = objectOf(node['properties']);
  const own: Json | undefined = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const named =
    own === undefined ? [] : [{ node: own, pointer: append(pointer, 'properties', key) }];
  const patterned = Object.entries(objectOf(node['patternProperties'])).flatMap(([pattern, it]) =>
    toPattern(pattern)?.(key) === true
      ? [{ node: it, pointer: append(pointer, 'patternProperties', pattern) }]
      : [],
  );
  const all = [...named, ...patterned];
  if (all.length > 0) return all;
  return below({ node, pointer }, ['additionalProperties', 'unevaluatedProperties']);
}

function below({ node, pointer }: Place, keywords: readonly string[]): Place[] {
  return keywords.flatMap((keyword) => {
    const inner = objectOf(node)[keyword];
    return inner === undefined ? [] : [{ node: inner, pointer: append(pointer, keyword) }];
  });
}

function keysTo(at: Spot): (string | number)[] {
  return at.outer === undefined ? [] : [...keysTo(at.outer), at.key];
}
