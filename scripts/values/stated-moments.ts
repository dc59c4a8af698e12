import { arrayOf, isObject, objectOf, type Json } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel, Operation } from '../model/api-model.ts';

/** Properties by their names, and where it is stated that they are moments. */
export type Moments = ReadonlyMap<string, Pointer>;

/** What becomes of a thing when a moment is noted. */
export type Occasion = 'made' | 'changed';

/** Where schemas lead to themselves, properties end. */
const DEEPEST = 12;

/** Found once for each kind of a description. */
const KNOWN = new WeakMap<ApiModel, Map<string, Readonly<Record<Occasion, Moments>>>>();

/**
 * The properties of a kind that say when a thing was made (`x-default: now`, `x-changed: now`) or last changed
 * (`x-changed: now`), in any answer that shows such a thing; each with the keyword that states it.
 */
export function statedMoments(api: ApiModel, name: string): Readonly<Record<Occasion, Moments>> {
  const kinds = KNOWN.get(api) ?? new Map<string, Readonly<Record<Occasion, Moments>>>();
  KNOWN.set(api, kinds);
  const known = kinds.get(name);
  if (known) return known;
  const properties = api.operations
    .filter((it) => it.resource?.name === name)
    .flatMap((it) => shownBy(api, it));
  const having = (keywords: readonly string[]): Moments =>
    new Map(
      properties.flatMap(([property, at]) => {
        const stated = keywords.map((it) => saysNow(api.document, at, it)).find(Boolean);
        return stated === undefined ? [] : [[property, stated] as const];
      }),
    );
  const moments = { made: having(['x-default', 'x-changed']), changed: having(['x-changed']) };
  kinds.set(name, moments);
  return moments;
}

/** The properties of the things in an operation's successes, and where each is described. */
function shownBy(api: ApiModel, { resource, responses }: Operation): readonly Placed[] {
  const place = resource?.item ?? resource?.items;
  const isThing = resource?.action !== 'delete' && resource?.key !== '#';
  if (!resource || !isThing || place === undefined) return [];
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content)
    .flatMap(({ schema }) =>
      schema === undefined ? [] : propertiesAt(api.document, schema, tokensOf(place), DEEPEST),
    );
}

type Placed = readonly [name: string, at: Pointer];

function propertiesAt(
  document: Json,
  schema: Pointer,
  path: readonly string[],
  deepest: number,
): readonly Placed[] {
  const node = objectOf(valueAt(document, schema));
  const { $ref, properties, items } = node;
  if (deepest === 0) return [];
  const follow = (to: Pointer, rest = path) => propertiesAt(document, to, rest, deepest - 1);
  const beside = [
    ...(typeof $ref === 'string' ? [pointerOf($ref)] : []),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((it) =>
      arrayOf(node[it]).map((_, index) => append(schema, it, index)),
    ),
  ].flatMap((it) => follow(it));
  const [token, ...rest] = path;
  if (token !== undefined) {
    const isThere = Object.hasOwn(objectOf(properties), token);
    return [...beside, ...(isThere ? follow(append(schema, 'properties', token), rest) : [])];
  }
  const own = Object.keys(objectOf(properties)).map(
    (name) => [name, append(schema, 'properties', name)] as const,
  );
  return [...beside, ...own, ...(isObject(items) ? follow(append(schema, 'items')) : [])];
}

/** Where a schema, or the one that it refers to, says so; undefined where neither does. */
function saysNow(document: Json, at: Pointer, keyword: string): Pointer | undefined {
  const { [keyword]: said, $ref } = objectOf(valueAt(document, at));
  if (said === 'now') return append(at, keyword);
  const target = typeof $ref === 'string' ? pointerOf($ref) : undefined;
  return target !== undefined && objectOf(valueAt(document, target))[keyword] === 'now'
    ? append(target, keyword)
    : undefined;
}
