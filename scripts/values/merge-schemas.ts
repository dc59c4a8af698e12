import { arrayOf, isEqual, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { isNumber } from './exact-numbers.ts';
import { pointerOf, valueAt } from '../base/json-pointer.ts';

/** `$ref`s followed one after the other: more are a cycle. */
const LONGEST_CHAIN = 16;

/**
 * Follows `$ref` and folds `allOf` in, so that one object holds the keywords that apply together
 * (JSON Schema 2020-12, core, sections 8.2.3.1 and 10.2.1.1).
 */
export function flatten(document: Json, schema: JsonObject, hops = 0): JsonObject {
  const { $ref, allOf, ...own } = schema;
  if (hops > LONGEST_CHAIN) return own;
  const target = typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : undefined;
  const parts = [...(isObject(target) ? [target] : []), ...arrayOf(allOf).filter(isObject)];
  return parts
    .map((part) => flatten(document, part, hops + 1))
    .reduce<JsonObject>((all, part) => mergeSchemas(all, part), own);
}

/** One schema that asks for what both ask for, as far as keywords can be combined. */
export function mergeSchemas(left: JsonObject, right: JsonObject): JsonObject {
  const merged = new Map(Object.entries(left));
  for (const [keyword, value] of Object.entries(right)) {
    const other = merged.get(keyword);
    merged.set(keyword, other === undefined ? value : combine(keyword, other, value));
  }
  return Object.fromEntries(merged);
}

function combine(keyword: string, left: Json, right: Json): Json {
  if (isNumber(left) && isNumber(right)) {
    if (LOWER_BOUNDS.has(keyword)) return left > right ? left : right;
    if (UPPER_BOUNDS.has(keyword)) return left < right ? left : right;
  }
  switch (keyword) {
    case 'required':
      return [...new Set([...arrayOf(left), ...arrayOf(right)])];
    case 'enum':
      return arrayOf(left).filter((item) => arrayOf(right).some((it) => isEqual(it, item)));
    case 'type':
      return typesIn(left).filter((type) => typesIn(right).includes(type));
    case 'properties':
    case 'patternProperties':
    case 'dependentRequired':
      return mergeMaps(objectOf(left), objectOf(right));
    case 'additionalProperties':
    case 'items':
      return left === false || right === false ? false : both(left, right);
    default:
      return right;
  }
}

function mergeMaps(left: JsonObject, right: JsonObject): JsonObject {
  const merged = new Map(Object.entries(left));
  for (const [name, value] of Object.entries(right)) {
    const other = merged.get(name);
    merged.set(name, other === undefined ? value : both(other, value));
  }
  return Object.fromEntries(merged);
}

function both(left: Json, right: Json): Json {
  return isObject(left) && isObject(right) ? { allOf: [left, right] } : right;
}

function typesIn(type: Json): readonly Json[] {
  return Array.isArray(type) ? (type as readonly Json[]) : [type];
}

const LOWER_BOUNDS: ReadonlySet<string> = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);
const UPPER_BOUNDS: ReadonlySet<string> = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
]);
