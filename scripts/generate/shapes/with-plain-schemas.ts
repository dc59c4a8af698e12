import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { ALL_HIDDEN } from './hidden-members.ts';
import { mapEverySchema } from './map-every-schema.ts';

/**
 * A copy of a description whose schemas mean the same and are written as openapi-typescript reads them: it takes no
 * keyword beside `$ref` or `const: null`, makes a union of an object and its `anyOf`, and knows no member that is
 * required and not described.
 */
export function withPlainSchemas(document: JsonObject): JsonObject {
  return mapEverySchema(document, (schema) => {
    if (schema['const'] === null) return { ...annotationsOf(schema), type: 'null' };
    return split(withRequiredMembers(withNamesAsMembers(withObjectType(schema))));
  });
}

/** Keywords by which a schema says what a value is, references and combinations aside. */
const OWN = [
  'additionalProperties',
  'const',
  'enum',
  'items',
  'patternProperties',
  'prefixItems',
  'properties',
  'required',
  'type',
] as const;

const COMBINING = ['$ref', 'allOf', 'anyOf', 'oneOf'] as const;

/** A schema of several parts, each of which holds, as a list of them. */
function split(schema: JsonObject): JsonObject {
  const combining = COMBINING.filter((it) => it in schema);
  const own = ownPart(schema);
  if (combining.length + (own ? 1 : 0) < 2) {
    // That there is an object or a list is all that is said beside: each part says so itself.
    return combining.length === 1 && !own ? withoutType(schema) : schema;
  }
  const parts = combining.flatMap((keyword): readonly Json[] => {
    const value = schema[keyword] ?? [];
    if (keyword === '$ref') return [{ $ref: value }];
    return keyword === 'allOf' ? arrayOf(value) : [{ oneOf: value }];
  });
  const rest = without(schema, [...OWN, ...COMBINING]);
  return { ...rest, allOf: [...(own ? [own] : []), ...parts] };
}

/** A schema of parts, each of which has the type if it says none. */
function withoutType(schema: JsonObject): JsonObject {
  const { type = null } = schema;
  const typed = (part: Json): Json => {
    const isUntyped = isObject(part) && !('type' in part) && !isCombined(part);
    return isUntyped && type === 'array' ? { ...part, type } : part;
  };
  return Object.fromEntries(
    Object.entries(without(schema, OWN)).map(([key, value]) => [
      key,
      (COMBINING as readonly string[]).includes(key) && Array.isArray(value)
        ? (value as readonly Json[]).map(typed)
        : value,
    ]),
  );
}

/** What a schema says itself; undefined where it is no more than that there is an object. */
function ownPart(schema: JsonObject): JsonObject | undefined {
  const entries = OWN.filter((it) => it in schema).map((it) => [it, schema[it] ?? null] as const);
  const own: JsonObject = {
    ...Object.fromEntries(entries),
    ...(ALL_HIDDEN in schema && { [ALL_HIDDEN]: true }),
    ...('contentMediaType' in schema && { contentMediaType: schema['contentMediaType'] ?? null }),
    ...('contentEncoding' in schema && { contentEncoding: schema['contentEncoding'] ?? null }),
    ...('format' in schema && { format: schema['format'] ?? null }),
  };
  const { type, properties, ...others } = own;
  const isBare =
    Object.keys(objectOf(properties)).length === 0 &&
    Object.keys(others).every((it) => it === 'required' || it === 'format');
  if (!isBare || (isPrimitive(type) && type !== undefined))
    return entries.length > 0 ? own : undefined;
  if (!Array.isArray(type)) return undefined;
  // An index signature would let everything into what this is a part of.
  return { type, [ALL_HIDDEN]: true };
}

function isPrimitive(type: Json | undefined): boolean {
  return typeof type === 'string' && type !== 'object' && type !== 'array';
}

/** What has members, and others besides by a pattern or by any name, is meant to be an object. */
function withObjectType(schema: JsonObject): JsonObject {
  const { properties, additionalProperties, patternProperties, type } = schema;
  const isMixed = isObject(additionalProperties) || isObject(patternProperties);
  return type === undefined && isObject(properties) && isMixed
    ? { ...schema, type: 'object' }
    : schema;
}

/** Members that are required and that nothing beside describes: what they are is for other schemas to say. */
function withRequiredMembers(schema: JsonObject): JsonObject {
  const { properties, required, additionalProperties, type } = schema;
  if (typeof type === 'string' && type !== 'object') return schema;
  const known = objectOf(properties);
  const added = arrayOf(required).filter(
    (name): name is string => typeof name === 'string' && !Object.hasOwn(known, name),
  );
  if (added.length === 0 || additionalProperties === false) return schema;
  const described = isObject(additionalProperties) ? additionalProperties : {};
  const members = added.map((name): [string, Json] => [name, described]);
  const isOpen = type === 'object' && properties === undefined && !isCombined(schema);
  return {
    ...schema,
    properties: Object.fromEntries([...Object.entries(known), ...members]),
    ...(isOpen && { additionalProperties: additionalProperties ?? true }),
  };
}

function isCombined(schema: JsonObject): boolean {
  return COMBINING.some((it) => it in schema);
}

/** An object whose names are all known has members by these names. */
function withNamesAsMembers(schema: JsonObject): JsonObject {
  const { propertyNames, additionalProperties, properties, type } = schema;
  const names = arrayOf(objectOf(propertyNames)['enum']);
  if (type !== 'object' || properties !== undefined || names.length === 0) return schema;
  if (additionalProperties === false) return schema;
  const members = names
    .filter((it) => typeof it === 'string')
    .map((name): [string, Json] => [name, additionalProperties ?? {}]);
  return { ...schema, properties: Object.fromEntries(members), additionalProperties: false };
}

function annotationsOf(schema: JsonObject): JsonObject {
  return without(schema, [...OWN, ...COMBINING]);
}

function without(schema: JsonObject, keywords: readonly string[]): JsonObject {
  const kept = Object.entries(schema).filter(([it]) => !keywords.includes(it));
  return Object.fromEntries(kept);
}
