import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { matchesPattern } from './patterns.ts';
import { resolverOf } from './resolve.ts';

/** Schemas that are looked at for one value; more are a description gone wild. */
const MOST_BRANCHES = 500;

/**
 * All schemas that may apply to the value that the given ones describe: they themselves, then those that
 * references, `allOf`, `anyOf`, `oneOf`, `then`, `else` and `dependentSchemas` lead to (JSON Schema 2020-12,
 * core, section 10.2). Each comes once, so that a cycle ends.
 */
export function branchesOf(document: Json, schemas: readonly Json[]): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const queue = [...schemas];
  for (const schema of queue) {
    if (!isObject(schema) || found.has(schema) || found.size >= MOST_BRANCHES) continue;
    found.add(schema);
    queue.push(...inPlace(document, schema));
  }
  return [...found];
}

function inPlace(document: Json, schema: JsonObject): readonly Json[] {
  const { allOf, anyOf, oneOf, then, else: otherwise, dependentSchemas } = schema;
  const lists = [allOf, anyOf, oneOf].flatMap(arrayOf);
  const single = [then, otherwise].filter((it) => it !== undefined);
  return [
    ...referredBy(document, schema),
    ...single,
    ...lists,
    ...Object.values(objectOf(dependentSchemas)),
  ];
}

/** The schema that a `$ref` or a `$dynamicRef` leads to, whatever the way to it. */
export function referredBy(document: Json, schema: JsonObject): readonly Json[] {
  return [schema['$ref'], schema['$dynamicRef']].flatMap((ref) => {
    const place = typeof ref === 'string' ? resolverOf(document).follow(ref, schema) : undefined;
    return place === undefined ? [] : [place.node];
  });
}

/** The types that any of the schemas names, also by constants; none where nothing is said. */
export function typesIn(branches: readonly JsonObject[]): ReadonlySet<string> {
  const types = branches.flatMap(({ type, const: constant, enum: choices }) => {
    if (type !== undefined) return [type].flat().map(String);
    return [...(constant === undefined ? [] : [constant]), ...arrayOf(choices)].map(typeOf);
  });
  return new Set(types);
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

/** Names that the schemas give properties. */
export function propertyNames(branches: readonly JsonObject[]): readonly string[] {
  return [...new Set(branches.flatMap(({ properties }) => Object.keys(objectOf(properties))))];
}

/** The schemas of a property: its own, else those of its name's patterns, else those of all others. */
export function propertySchemas(branches: readonly JsonObject[], name: string): readonly Json[] {
  const own = branches.flatMap(({ properties }) => memberOf(objectOf(properties), name));
  if (own.length > 0) return own;
  const patterned = branches.flatMap(({ patternProperties }) =>
    Object.entries(objectOf(patternProperties)).flatMap(([pattern, schema]) =>
      matchesPattern(pattern, name) === true ? [schema] : [],
    ),
  );
  if (patterned.length > 0) return patterned;
  return branches.flatMap(({ additionalProperties, unevaluatedProperties }) =>
    [additionalProperties, unevaluatedProperties].filter((it) => it !== undefined),
  );
}

/** The schemas that the items of a list may have. */
export function itemSchemas(branches: readonly JsonObject[]): readonly Json[] {
  return branches.flatMap(({ items, prefixItems }) => [
    ...arrayOf(prefixItems),
    ...(items === undefined ? [] : [items]),
  ]);
}

function memberOf(object: JsonObject, name: string): Json[] {
  const member = Object.hasOwn(object, name) ? object[name] : undefined;
  return member === undefined ? [] : [member];
}
