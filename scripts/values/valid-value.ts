import * as fc from 'fast-check';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { arrayFor, DEPTH, objectFor } from './containers.ts';
import { flatten, mergeSchemas } from './merge-schemas.ts';
import { integerFor, numberAt, numberFor } from './numbers.ts';
import { formattedString, matchingString, plainString } from './strings.ts';

/**
 * Values that a JSON Schema 2020-12 schema should allow. What the keywords say together can be
 * stricter than each alone, so the caller checks the values and drops those that are not valid.
 */
export function validValue(
  document: Json,
  schema: Json | undefined,
  depth = 0,
): fc.Arbitrary<Json> {
  if (!isObject(schema) || depth > BOTTOM) return anyJson();
  const flat = flatten(document, schema);
  if ('const' in flat) return fc.constant(flat['const'] ?? null);
  const choices = arrayOf(flat['enum']);
  if (choices.length > 0) return fc.constantFrom(...choices);
  const branches = branchesOf(document, flat);
  if (branches) return fc.oneof(...branches.map((branch) => validValue(document, branch, depth)));
  const types = typesOf(flat);
  // Near the floor a simple type ends the recursion.
  const simple = types.filter((type) => type !== 'array' && type !== 'object');
  const possible = depth > DEPTH && simple.length > 0 ? simple : types;
  if (possible.length === 0) return anyJson();
  return fc.oneof(...possible.map((type) => ofType(document, flat, type, depth)));
}

/** Any JSON value of modest size, without numbers that JSON cannot carry exactly. */
function anyJson(): fc.Arbitrary<Json> {
  return fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value)));
}

/** Depth at which a schema that cannot end is given up. */
const BOTTOM = 12;

/** The schemas between which a combining keyword chooses, each with all else that applies. */
function branchesOf(document: Json, flat: JsonObject): readonly JsonObject[] | undefined {
  const { oneOf, anyOf, if: test, then, else: otherwise, ...base } = flat;
  const join = (branch: Json | undefined, rest: JsonObject): JsonObject =>
    mergeSchemas(rest, flatten(document, objectOf(branch)));
  if (oneOf !== undefined) {
    const { oneOf: _chosen, ...rest } = flat;
    return arrayOf(oneOf).map((branch) => join(branch, rest));
  }
  if (anyOf !== undefined) {
    const { anyOf: _chosen, ...rest } = flat;
    return arrayOf(anyOf).map((branch) => join(branch, rest));
  }
  if (test === undefined) return undefined;
  return [join(then, join(test, base)), join(otherwise, base)];
}

function ofType(
  document: Json,
  schema: JsonObject,
  type: string,
  depth: number,
): fc.Arbitrary<Json> {
  const below = (child: Json | undefined) => validValue(document, child, depth + 1);
  switch (type) {
    case 'string':
      return stringFor(schema);
    case 'integer':
      return integerFor(schema);
    case 'number':
      return numberFor(schema);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return arrayFor(schema, below, depth);
    case 'object':
      return objectFor(schema, below, depth);
    default:
      return fc.constant(null);
  }
}

/** Longest string that is made where the schema sets no end, in characters past its least. */
const LONGER = 64;

function stringFor(schema: JsonObject): fc.Arbitrary<Json> {
  const { format, pattern } = schema;
  const formatted = typeof format === 'string' ? formattedString(format) : undefined;
  if (formatted) return formatted;
  const matching = typeof pattern === 'string' ? matchingString(pattern) : undefined;
  if (matching) return matching;
  const least = numberAt(schema, 'minLength') ?? 0;
  const most = numberAt(schema, 'maxLength');
  const some = plainString(least, Math.min(most ?? Infinity, least + LONGER));
  if (most === undefined) return some;
  const ends = fc.constantFrom('x'.repeat(least), 'x'.repeat(Math.min(most, least + 10_000)));
  return fc.oneof({ weight: 4, arbitrary: some }, ends);
}

/** The types a schema allows, guessed from its keywords where it does not say. */
export function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  const hint = Object.entries(TYPE_HINTS).find(([, keywords]) =>
    keywords.some((keyword) => keyword in schema),
  );
  return hint ? [hint[0]] : [];
}

const TYPE_HINTS: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'patternProperties', 'minProperties', 'dependentRequired'],
  array: ['items', 'prefixItems', 'contains', 'minItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};
