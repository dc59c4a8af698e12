import * as fc from 'fast-check';
import { arrayOf, isObject, objectOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { numberAt } from './numbers.ts';
import { matchingString, plainString } from './strings.ts';

/** How deep a value nests before optional parts and recursion are left out. */
export const DEPTH = 4;

/** Makes values of a schema one level deeper. */
export type Below = (schema: Json | undefined) => fc.Arbitrary<Json>;

/** Arrays (JSON Schema 2020-12, section 10.3.1, and validation, section 6.4). */
export function arrayFor(schema: JsonObject, below: Below, depth: number): fc.Arbitrary<Json> {
  const minItems = numberAt(schema, 'minItems') ?? 0;
  const maxItems = numberAt(schema, 'maxItems') ?? Infinity;
  const prefix = arrayOf(schema['prefixItems']).slice(0, maxItems).map(below);
  const wanted = schema['contains'] === undefined ? 0 : (numberAt(schema, 'minContains') ?? 1);
  const contained = Array.from({ length: wanted }, () => below(schema['contains']));
  const fixed = fc.tuple(...prefix, ...contained);
  const isShut = schema['items'] === false || schema['unevaluatedItems'] === false;
  const least = Math.max(0, minItems - prefix.length - wanted);
  const most = isShut ? 0 : Math.min(maxItems - prefix.length - wanted, least + 3);
  const longest = depth >= DEPTH ? Math.min(least, most) : Math.max(least, most);
  // Nothing is made that is not used: a schema may lead back to itself.
  const rest =
    longest > 0
      ? fc.array(below(schema['items']), {
          minLength: Math.min(least, longest),
          maxLength: longest,
        })
      : fc.constant<Json[]>([]);
  return fc.tuple(fixed, rest).map(([first, more]) => {
    const all = [...first, ...more];
    return schema['uniqueItems'] === true ? distinct(all) : all;
  });
}

/** Objects (JSON Schema 2020-12, section 10.3.2, and validation, section 6.5). */
export function objectFor(schema: JsonObject, below: Below, depth: number): fc.Arbitrary<Json> {
  const properties = objectOf(schema['properties']);
  const required = new Set(arrayOf(schema['required']).map(String));
  const names = [...new Set([...Object.keys(properties), ...required])].filter(
    (name) => properties[name] !== false && (required.has(name) || depth < DEPTH),
  );
  const known = fc.record(
    Object.fromEntries(names.map((name) => [name, below(properties[name])])),
    { requiredKeys: [...required] },
  );
  return fc
    .tuple(extrasFor(schema, names.length, below, depth), known)
    .map(([extra, own]): Json => withDependents({ ...extra, ...own }, schema));
}

/** Properties that have no name in the schema: where it wants them, or has no others. */
function extrasFor(
  schema: JsonObject,
  named: number,
  below: Below,
  depth: number,
): fc.Arbitrary<Record<string, Json>> {
  const patterns = Object.entries(objectOf(schema['patternProperties'])).flatMap(
    ([pattern, property]) => {
      const name = matchingString(pattern);
      return name && depth < DEPTH ? [fc.tuple(name, below(property))] : [];
    },
  );
  const minKeys = numberAt(schema, 'minProperties') ?? 0;
  const extra = schema['additionalProperties'];
  const isShut = extra === false || schema['unevaluatedProperties'] === false;
  const missing = Math.max(0, minKeys - named);
  if (!isShut && (missing > 0 || named === 0) && patterns.length === 0) {
    const name = isObject(schema['propertyNames'])
      ? below(schema['propertyNames'])
      : plainString(1, 12);
    return fc.dictionary(name.map(String), below(extra), {
      minKeys: Math.max(missing, 0),
      maxKeys: missing + (depth < DEPTH ? 2 : 0),
      noNullPrototype: true,
    });
  }
  const some = patterns.map((pair) =>
    fc.array(pair, { minLength: missing, maxLength: missing + 2 }),
  );
  return fc.tuple(...some).map((pairs) => Object.fromEntries(pairs.flat()));
}

/** Leaves out what would need a property that is not there (validation, section 6.5.4). */
function withDependents(value: JsonObject, schema: JsonObject): JsonObject {
  const dependents = Object.entries(objectOf(schema['dependentRequired']));
  const orphan = dependents.find(
    ([name, needed]) => name in value && !arrayOf(needed).every((it) => textOf(it) in value),
  );
  if (!orphan) return value;
  const { [orphan[0]]: _left, ...rest } = value;
  return withDependents(rest, schema);
}

function distinct(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
