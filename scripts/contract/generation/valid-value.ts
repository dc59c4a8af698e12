import * as fc from 'fast-check';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../core/json.ts';
import { valueAt, type Pointer } from '../../core/json-pointer.ts';
import { formattedString, matchingString, plainString } from './strings.ts';

/** How deep a value nests before optional parts and recursion are left out. */
const DEPTH = 4;

/**
 * Values that a JSON Schema 2020-12 schema should allow. What the keywords say together can be
 * stricter than each alone, so the caller checks the values and drops those that are not valid.
 */
export function validValue(
  document: Json,
  schema: Json | undefined,
  depth = 0,
): fc.Arbitrary<Json> {
  if (schema === undefined || typeof schema === 'boolean') return anyJson();
  const flat = flatten(document, objectOf(schema));
  if ('const' in flat) return fc.constant(flat['const'] ?? null);
  const choices = arrayOf(flat['enum']);
  if (choices.length > 0) return fc.constantFrom(...choices);
  const branches = [...arrayOf(flat['oneOf']), ...arrayOf(flat['anyOf'])];
  if (branches.length > 0) {
    const { oneOf: _one, anyOf: _any, ...base } = flat;
    return fc.oneof(
      ...branches.map((branch) => validValue(document, merge(base, objectOf(branch)), depth)),
    );
  }
  const types = typesOf(flat);
  if (types.length === 0) return anyJson();
  return fc.oneof(...types.map((type) => ofType(document, flat, type, depth)));
}

/** Any JSON value of modest size, without numbers that JSON cannot carry exactly. */
export function anyJson(): fc.Arbitrary<Json> {
  return fc.jsonValue({ maxDepth: 2, noUnicodeString: false }).map((value) => clean(value as Json));
}

function ofType(
  document: Json,
  schema: JsonObject,
  type: string,
  depth: number,
): fc.Arbitrary<Json> {
  switch (type) {
    case 'string':
      return stringFor(schema);
    case 'integer':
      return integerFor(schema);
    case 'number':
      return fc.oneof(integerFor(schema), numberFor(schema));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return arrayFor(document, schema, depth);
    case 'object':
      return objectFor(document, schema, depth);
    default:
      return fc.constant(null);
  }
}

function stringFor(schema: JsonObject): fc.Arbitrary<Json> {
  const { format, pattern } = schema;
  const minLength = numberAt(schema, 'minLength') ?? 0;
  const maxLength = numberAt(schema, 'maxLength') ?? Math.max(minLength, 24);
  if (typeof format === 'string') {
    const formatted = formattedString(format);
    if (formatted) return formatted;
  }
  if (typeof pattern === 'string') {
    const matching = matchingString(pattern);
    if (matching) return matching;
  }
  return plainString(minLength, Math.min(maxLength, minLength + 64));
}

function integerFor(schema: JsonObject): fc.Arbitrary<Json> {
  const { min, max } = rangeOf(schema);
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const from = Math.ceil(min / step);
  const to = Math.floor(max / step);
  return fc
    .oneof(
      fc.integer({ min: from, max: Math.max(from, to) }),
      fc.constantFrom(from, Math.max(from, to)),
    )
    .map((n) => n * step);
}

function numberFor(schema: JsonObject): fc.Arbitrary<Json> {
  const { min, max } = rangeOf(schema);
  if (numberAt(schema, 'multipleOf') !== undefined) return integerFor(schema);
  return fc
    .double({ min, max: Math.max(min, max), noNaN: true, noDefaultInfinity: true })
    .map((n) => (Object.is(n, -0) ? 0 : n));
}

function rangeOf(schema: JsonObject): { min: number; max: number } {
  const above = numberAt(schema, 'exclusiveMinimum');
  const below = numberAt(schema, 'exclusiveMaximum');
  const bits = schema['format'] === 'int32' ? 2 ** 31 - 1 : 2 ** 40;
  const min = Math.max(
    numberAt(schema, 'minimum') ?? -Infinity,
    above === undefined ? -Infinity : above + 1,
  );
  const max = Math.min(
    numberAt(schema, 'maximum') ?? Infinity,
    below === undefined ? Infinity : below - 1,
  );
  if (min === -Infinity)
    return { min: max === Infinity ? -bits : max - bits, max: max === Infinity ? bits : max };
  return { min, max: max === Infinity ? min + bits : max };
}

function arrayFor(document: Json, schema: JsonObject, depth: number): fc.Arbitrary<Json> {
  const prefix = arrayOf(schema['prefixItems']).map((item) =>
    validValue(document, item, depth + 1),
  );
  const minItems = numberAt(schema, 'minItems') ?? 0;
  const maxItems = Math.min(numberAt(schema, 'maxItems') ?? Infinity, minItems + 3);
  const items = schema['items'];
  const rest =
    items === false || depth >= DEPTH
      ? fc.constant<Json[]>([])
      : fc.array(validValue(document, items, depth + 1), {
          minLength: Math.max(0, minItems - prefix.length),
          maxLength: Math.max(0, maxItems - prefix.length),
        });
  return fc.tuple(fc.tuple(...prefix), rest).map(([first, more]) => {
    const all = [...first, ...more];
    return schema['uniqueItems'] === true ? unique(all) : all;
  });
}

function objectFor(document: Json, schema: JsonObject, depth: number): fc.Arbitrary<Json> {
  const properties = objectOf(schema['properties']);
  const required = new Set(arrayOf(schema['required']).map(String));
  const names = [...new Set([...Object.keys(properties), ...required])].filter(
    (name) => properties[name] !== false && (required.has(name) || depth < DEPTH),
  );
  const known = fc.record(
    Object.fromEntries(
      names.map((name) => [name, validValue(document, properties[name] ?? true, depth + 1)]),
    ),
    { requiredKeys: [...required] },
  );
  const minProperties = numberAt(schema, 'minProperties') ?? 0;
  const extra = schema['additionalProperties'];
  const closed = extra === false || schema['unevaluatedProperties'] === false;
  if (closed || (names.length > 0 && minProperties <= names.length)) return known;
  const free = fc.dictionary(
    plainString(1, 12),
    depth < DEPTH
      ? validValue(document, isObject(extra) ? extra : true, depth + 1)
      : fc.constant(1),
    { minKeys: minProperties, maxKeys: minProperties + 2, noNullPrototype: true },
  );
  return fc.tuple(free, known).map(([more, own]) => ({ ...more, ...own }));
}

/** Follows `$ref` and folds `allOf` in, so that one object holds the keywords that apply together. */
export function flatten(document: Json, schema: JsonObject, hops = 0): JsonObject {
  const { $ref, allOf, ...own } = schema;
  if (hops > 16) return own;
  const target = typeof $ref === 'string' ? valueAt(document, $ref as Pointer) : undefined;
  const parts = [...(isObject(target) ? [target] : []), ...arrayOf(allOf).filter(isObject)];
  return parts.reduce<JsonObject>(
    (all, part) => merge(all, flatten(document, part, hops + 1)),
    own,
  );
}

function merge(left: JsonObject, right: JsonObject): JsonObject {
  return {
    ...left,
    ...right,
    ...(('properties' in left || 'properties' in right) && {
      properties: { ...objectOf(left['properties']), ...objectOf(right['properties']) },
    }),
    ...(('required' in left || 'required' in right) && {
      required: [...arrayOf(left['required']), ...arrayOf(right['required'])],
    }),
  };
}

/** The types a schema allows, guessed from its keywords where it does not say. */
export function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  if ('properties' in schema || 'required' in schema) return ['object'];
  if ('items' in schema || 'prefixItems' in schema) return ['array'];
  if ('minLength' in schema || 'pattern' in schema || 'format' in schema) return ['string'];
  if ('minimum' in schema || 'maximum' in schema) return ['number'];
  return [];
}

export function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

function unique(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function clean(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
