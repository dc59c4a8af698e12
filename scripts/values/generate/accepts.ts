import { arrayOf, isEqual, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import { belowOf, followed, keyOf, memberOf, type Conjunct } from './conjunct.ts';
import { digitsAt, toDecimal } from './decimal.ts';
import { isOfFormat } from './format-tests.ts';
import { matchesPattern } from './test-pattern.ts';
import { EXCLUDED } from './types.ts';

/** What of a value was looked at (JSON Schema 2020-12, core, section 11). */
interface Evaluated {
  readonly names: Set<string>;
  readonly items: Set<number>;
}

/** Schemas within schemas that are followed at one place: more is a circle. */
const DEEPEST = 200;

/** Whether a value satisfies a schema, formats asserted; decides while a value is being made. */
export function accepts(resolver: Resolver, conjunct: Conjunct, value: Json): boolean {
  return evaluate({ resolver, known: new Map() }, conjunct, value, 0) !== undefined;
}

/** What one decision has found out: a schema that many ways lead to is asked once of each value. */
interface Run {
  readonly resolver: Resolver;
  readonly known: Map<string, Map<Json, Evaluated | undefined>>;
}

function remembered(
  run: Run,
  target: Conjunct,
  value: Json,
  depth: number,
): Evaluated | undefined {
  const key = keyOf(target);
  const known = run.known.get(key) ?? new Map<Json, Evaluated | undefined>();
  run.known.set(key, known);
  if (known.has(value)) return known.get(value);
  const found = evaluate(run, target, value, depth);
  known.set(value, found);
  return found;
}

function evaluate(
  run: Run,
  conjunct: Conjunct,
  value: Json,
  depth: number,
): Evaluated | undefined {
  const { resolver } = run;
  const { node } = conjunct;
  const seen: Evaluated = { names: new Set(), items: new Set() };
  if (!isObject(node)) return node === false ? undefined : seen;
  if (depth > DEEPEST) return seen;
  if (!holdsAlone(node, value)) return undefined;
  const inPlace = (target: Conjunct): boolean => {
    const found = remembered(run, target, value, depth + 1);
    if (found) {
      for (const name of found.names) seen.names.add(name);
      for (const item of found.items) seen.items.add(item);
    }
    return found !== undefined;
  };
  const child = (schema: Json, item: Json, ...tokens: readonly (string | number)[]): boolean =>
    typeof schema === 'boolean'
      ? schema
      : evaluate(
          run,
          belowOf(resolver, conjunct, schema, ...tokens),
          item,
          item === value ? depth + 1 : 0,
        ) !== undefined;

  for (const keyword of ['$ref', '$dynamicRef'] as const) {
    const target = followed(resolver, conjunct, keyword);
    if (target && !inPlace(target)) return undefined;
  }
  const branches = (keyword: string) =>
    arrayOf(node[keyword]).map((it, i) => belowOf(resolver, conjunct, it, keyword, i));
  if (!branches('allOf').every(inPlace)) return undefined;
  const any = branches('anyOf');
  if (any.length > 0 && any.filter(inPlace).length === 0) return undefined;
  const one = branches('oneOf');
  if (one.length > 0 && one.filter(inPlace).length !== 1) return undefined;
  if ('not' in node && child(node['not'] ?? true, value, 'not')) return undefined;
  if ('if' in node) {
    const next = inPlace(belowOf(resolver, conjunct, node['if'], 'if')) ? 'then' : 'else';
    if (next in node && !inPlace(belowOf(resolver, conjunct, node[next], next))) return undefined;
  }
  if (isObject(value)) {
    for (const [name, schema] of Object.entries(objectOf(node['dependentSchemas']))) {
      if (!Object.hasOwn(value, name)) continue;
      if (!inPlace(belowOf(resolver, conjunct, schema, 'dependentSchemas', name))) return undefined;
    }
    if (!objectHolds(node, value, seen, child)) return undefined;
  }
  if (Array.isArray(value) && !arrayHolds(node, arrayOf(value), seen, child)) return undefined;
  return seen;
}

type Child = (schema: Json, item: Json, ...tokens: readonly (string | number)[]) => boolean;

function objectHolds(node: JsonObject, value: JsonObject, seen: Evaluated, child: Child): boolean {
  const properties = objectOf(node['properties']);
  const patterns = Object.entries(objectOf(node['patternProperties']));
  const { additionalProperties: others, propertyNames, unevaluatedProperties: rest } = node;
  for (const [name, item] of Object.entries(value)) {
    if (propertyNames !== undefined && !child(propertyNames, name, 'propertyNames')) return false;
    const own = memberOf(properties, name);
    if (own !== undefined && !child(own, item, 'properties', name)) return false;
    const matching = patterns.filter(([pattern]) => matchesPattern(pattern, name));
    if (!matching.every(([pattern, it]) => child(it, item, 'patternProperties', pattern))) {
      return false;
    }
    const isNamed = own !== undefined || matching.length > 0;
    if (!isNamed && others !== undefined && !child(others, item, 'additionalProperties')) {
      return false;
    }
    if (isNamed || others !== undefined) seen.names.add(name);
    if (rest !== undefined && !seen.names.has(name)) {
      if (!child(rest, item, 'unevaluatedProperties')) return false;
      seen.names.add(name);
    }
  }
  return true;
}

function arrayHolds(
  node: JsonObject,
  value: readonly Json[],
  seen: Evaluated,
  child: Child,
): boolean {
  const prefix = arrayOf(node['prefixItems']);
  const { items, contains, unevaluatedItems: rest } = node;
  const isContained = (item: Json) => contains !== undefined && child(contains, item, 'contains');
  let contained = 0;
  for (const [index, item] of value.entries()) {
    const own = prefix[index];
    if (own !== undefined && !child(own, item, 'prefixItems', index)) return false;
    if (own === undefined && items !== undefined && !child(items, item, 'items')) return false;
    if (own !== undefined || items !== undefined) seen.items.add(index);
    if (isContained(item)) {
      contained += 1;
      seen.items.add(index);
    }
    if (rest !== undefined && !seen.items.has(index)) {
      if (!child(rest, item, 'unevaluatedItems')) return false;
      seen.items.add(index);
    }
  }
  if (contains === undefined) return true;
  return (
    contained >= (countAt(node, 'minContains') ?? 1) &&
    contained <= (countAt(node, 'maxContains') ?? Infinity)
  );
}

/** The keywords that need no other schema (JSON Schema 2020-12, validation, section 6). */
function holdsAlone(node: JsonObject, value: Json): boolean {
  const { type, enum: choices, [EXCLUDED]: excluded } = node;
  if (type !== undefined && !arrayOf([type].flat()).some((it) => isOfType(it, value))) return false;
  if ('const' in node && !isEqual(node['const'] ?? null, value)) return false;
  if (Array.isArray(choices) && !arrayOf(choices).some((it) => isEqual(it, value))) return false;
  if (excluded !== undefined && arrayOf(excluded).some((it) => isEqual(it, value))) return false;
  if (typeof value === 'string') return textHolds(node, value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberHolds(node, value);
  if (Array.isArray(value)) {
    if (!isCount(node, 'minItems', 'maxItems', value.length)) return false;
    return node['uniqueItems'] !== true || areDistinct(arrayOf(value));
  }
  if (!isObject(value)) return true;
  const has = (name: Json) => typeof name !== 'string' || Object.hasOwn(value, name);
  return (
    isCount(node, 'minProperties', 'maxProperties', Object.keys(value).length) &&
    arrayOf(node['required']).every(has) &&
    Object.entries(objectOf(node['dependentRequired'])).every(
      ([name, needed]) => !Object.hasOwn(value, name) || arrayOf(needed).every(has),
    )
  );
}

function textHolds(node: JsonObject, value: string): boolean {
  const { pattern, format } = node;
  if (node['minLength'] !== undefined || node['maxLength'] !== undefined) {
    if (!isCount(node, 'minLength', 'maxLength', Array.from(value).length)) return false;
  }
  if (typeof pattern === 'string' && !matchesPattern(pattern, value)) return false;
  return typeof format !== 'string' || isOfFormat(format, value);
}

function numberHolds(node: JsonObject, value: number | bigint): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = node;
  if (isNumber(minimum) && value < minimum) return false;
  if (isNumber(maximum) && value > maximum) return false;
  if (isNumber(exclusiveMinimum) && value <= exclusiveMinimum) return false;
  if (isNumber(exclusiveMaximum) && value >= exclusiveMaximum) return false;
  if (typeof format === 'string' && !isOfFormat(format, value)) return false;
  return !isNumber(multipleOf) || isMultiple(value, multipleOf);
}

/** Whether a number is a multiple by its decimal digits, as 0.29 is of 0.01 (validation, section 6.2.1). */
export function isMultiple(value: number | bigint, step: number | bigint): boolean {
  const [left, right] = [toDecimal(value), toDecimal(step)];
  const scale = Math.max(left.scale, right.scale);
  const divisor = digitsAt(right, scale);
  return divisor === 0n || digitsAt(left, scale) % divisor === 0n;
}

/** Types of JSON Schema (core, section 4.2.1); 1.0 is an integer as well (validation, section 6.1.1). */
export function isOfType(type: Json, value: Json): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value) || typeof value === 'bigint';
    case 'number':
      return isNumber(value);
    // What `not` an integer leaves of the numbers; no schema says so by itself.
    case 'fraction':
      return typeof value === 'number' && !Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

export function isNumber(value: Json | undefined): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The count that a keyword states; one that is none states nothing. */
export function countAt(node: JsonObject, keyword: string): number | undefined {
  const count = node[keyword];
  return isNumber(count) && count >= 0 ? Number(count) : undefined;
}

function isCount(node: JsonObject, least: string, most: string, count: number): boolean {
  return count >= (countAt(node, least) ?? 0) && count <= (countAt(node, most) ?? Infinity);
}

/** Whether no two items are equal. */
export function areDistinct(items: readonly Json[]): boolean {
  const scalars = new Set<Json>();
  const others: Json[] = [];
  for (const item of items) {
    if (item !== null && typeof item === 'object') {
      if (others.some((it) => isEqual(it, item))) return false;
      others.push(item);
    } else if (scalars.has(item)) return false;
    else scalars.add(item);
  }
  return true;
}
