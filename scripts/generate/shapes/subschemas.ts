import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';

/** Keywords of JSON Schema 2020-12 whose value is a schema, a list of them, or a map to them. */
const SUBSCHEMAS: ReadonlyMap<string, Kind> = new Map([
  ...keywords('list', 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
  ...keywords('map', '$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'),
  ...keywords('one', 'additionalProperties', 'contains', 'contentSchema', 'items', 'propertyNames'),
  ...keywords('one', 'if', 'then', 'else', 'not', 'unevaluatedItems', 'unevaluatedProperties'),
]);

type Kind = 'one' | 'list' | 'map';

function keywords(kind: Kind, ...names: readonly string[]): (readonly [string, Kind])[] {
  return names.map((name) => [name, kind] as const);
}

/** Keywords whose schemas are about the same value as the schema that they stand in (section 10.2). */
export const IN_PLACE: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'dependentSchemas',
  'else',
  'if',
  'not',
  'oneOf',
  'then',
]);

/** A copy of a schema with each schema directly below it replaced. */
export function mapSubschemas(
  schema: JsonObject,
  map: (subschema: Json, keyword: string) => Json,
): JsonObject {
  const entries = Object.entries(schema).map(([keyword, value]) => {
    const kind = SUBSCHEMAS.get(keyword);
    if (kind === undefined) return [keyword, value] as const;
    if (Array.isArray(value)) {
      return [keyword, (value as readonly Json[]).map((it) => map(it, keyword))] as const;
    }
    if (kind === 'map' && isObject(value)) {
      const members = Object.entries(objectOf(value)).map(([name, it]) => [name, map(it, keyword)]);
      return [keyword, Object.fromEntries(members) as JsonObject] as const;
    }
    return [keyword, kind === 'one' ? map(value, keyword) : value] as const;
  });
  return Object.fromEntries(entries);
}
