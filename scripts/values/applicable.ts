import { arrayOf, isObject, objectOf, type Json } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { schemaClosure } from './schema-closure.ts';
import { matchesPattern } from './patterns.ts';
import { resolverOf, type Place, type Resolver } from './resolve.ts';

/** Schemas that may apply to one place of a value, whichever branch it is in. */
export type Places = readonly Place[];

/** Those that may apply to a whole value. */
export function wholeOf(document: Json, schema: Pointer): Places {
  const resolver = resolverOf(document);
  const node = resolver.nodeAt(schema);
  return node === undefined ? [] : schemaClosure(resolver, [{ node, pointer: schema }]);
}

/** Those that may apply to a property or an item of a place. */
export function placesBelow(document: Json, places: Places, key: string | number): Places {
  return placesUnder(resolverOf(document), places, key);
}

/** Those that may apply to any property of a place. */
export function membersOf(resolver: Resolver, places: Places): Places {
  const inner = places.flatMap((place) => [
    ...['properties', 'patternProperties'].flatMap((keyword) =>
      Object.entries(objectOf(objectOf(place.node)[keyword])).map(([name, node]): Place => ({
        node,
        pointer: append(place.pointer, keyword, name),
      })),
    ),
    ...below(place, ['additionalProperties', 'unevaluatedProperties']),
  ]);
  return schemaClosure(resolver, inner);
}

/** Those that may apply to a property or an item of a place, as a resolver leads to them. */
export function placesUnder(resolver: Resolver, places: Places, key: string | number): Places {
  return schemaClosure(
    resolver,
    places.flatMap((place) => childrenOf(place, key)),
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
    matchesPattern(pattern, key) === true
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
