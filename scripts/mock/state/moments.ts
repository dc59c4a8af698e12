import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import type { Surroundings } from '../behaviour/step.ts';

/** What becomes of a thing when the moment is noted. */
type Occasion = 'made' | 'changed';

/** Found once for each kind of a description. */
const KNOWN = new WeakMap<object, Map<string, Readonly<Record<Occasion, readonly string[]>>>>();

/**
 * The properties of a kind that say when a thing was made (`x-default: now`) or last changed (`x-changed: now`),
 * with the moment of now: those of any answer that shows such a thing.
 */
export function momentsOf(
  { api, clock }: Pick<Surroundings, 'api' | 'clock'>,
  name: string,
  occasion: Occasion,
): JsonObject {
  const found = namesOf(api, name)[occasion];
  if (found.length === 0) return {};
  const now = new Date(clock.now()).toISOString();
  return Object.fromEntries(found.map((property) => [property, now]));
}

function namesOf(api: ApiModel, name: string): Readonly<Record<Occasion, readonly string[]>> {
  const kinds = KNOWN.get(api) ?? new Map<string, Readonly<Record<Occasion, readonly string[]>>>();
  if (!KNOWN.has(api)) KNOWN.set(api, kinds);
  const known = kinds.get(name);
  if (known) return known;
  const properties = api.operations
    .filter((it) => it.resource?.name === name)
    .flatMap((it) => shownBy(api, it));
  const having = (keywords: readonly string[]) => [
    ...new Set(
      properties.flatMap(([property, schema]) =>
        keywords.some((it) => saysNow(api.document, schema, it)) ? [property] : [],
      ),
    ),
  ];
  const names = { made: having(['x-default', 'x-changed']), changed: having(['x-changed']) };
  kinds.set(name, names);
  return names;
}

/** The properties of the things in an operation's successes. */
function shownBy(api: ApiModel, { resource, responses }: Operation): readonly [string, Json][] {
  const place = resource?.item ?? resource?.items;
  const isThing = resource?.action !== 'delete' && resource?.key !== '#';
  if (!resource || !isThing || (place === undefined && resource.items === undefined)) return [];
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content)
    .flatMap(({ schema }) =>
      Object.entries(shapeAt(api.document, schema, place ?? '#').properties),
    );
}

function saysNow(document: Json, schema: Json | undefined, keyword: string): boolean {
  const { [keyword]: said, $ref } = objectOf(schema);
  if (said === 'now') return true;
  const target = typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : undefined;
  return isObject(target) && target[keyword] === 'now';
}
