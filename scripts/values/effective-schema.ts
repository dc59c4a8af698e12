import {
  arrayOf,
  isEqual,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { flatten, mergeSchemas } from './merge-schemas.ts';
import { matchesPattern } from './patterns.ts';

/** A place in a value, and the keywords that apply there. */
export interface Spot {
  readonly at: Pointer;
  readonly schema: JsonObject;
  readonly value: Json;
}

/** Every place in a value that a schema says something about, the outer ones first. */
export function* spotsOf(
  document: Json,
  schema: Json | undefined,
  value: Json,
  at: Pointer = '#',
): Generator<Spot> {
  if (!isObject(schema)) return;
  const effective = effectiveSchema(document, schema, value);
  yield { at, schema: effective, value };
  if (isObject(value)) {
    for (const [name, own] of Object.entries(value)) {
      yield* spotsOf(document, propertySchema(effective, name), own, append(at, name));
    }
  } else if (Array.isArray(value)) {
    const prefix = arrayOf(effective['prefixItems']);
    // Of the items that one schema describes, the first stands for all.
    for (const [index, item] of arrayOf(value)
      .slice(0, prefix.length + 1)
      .entries()) {
      yield* spotsOf(document, prefix[index] ?? effective['items'], item, append(at, index));
    }
  }
}

/**
 * The keywords that apply to a value: those of the branches of `anyOf`, `oneOf`, `if` and
 * `dependentSchemas` that it seems to be in, besides its own. What it seems is no proof.
 */
function effectiveSchema(document: Json, schema: JsonObject, value: Json): JsonObject {
  const flat = flatten(document, schema);
  const chosen = [flat['oneOf'], flat['anyOf']].flatMap(
    (branches) => arrayOf(branches).find((it) => seemsToFit(document, it, value)) ?? [],
  );
  const { if: test, then, else: otherwise } = flat;
  if (test !== undefined) chosen.push((seemsToFit(document, test, value) ? then : otherwise) ?? {});
  const dependents = Object.entries(objectOf(flat['dependentSchemas']));
  const present = dependents.flatMap(([name, it]) => (name in objectOf(value) ? [it] : []));
  return [...chosen, ...present]
    .filter(isObject)
    .reduce<JsonObject>(
      (all, branch) => mergeSchemas(all, effectiveSchema(document, branch, value)),
      flat,
    );
}

/** The schema of a property: its own, that of its name's pattern, or that of all others. */
function propertySchema(schema: JsonObject, name: string): Json | undefined {
  const own = objectOf(schema['properties'])[name];
  if (own !== undefined) return own;
  const patterned = Object.entries(objectOf(schema['patternProperties'])).find(
    ([pattern]) => matchesPattern(pattern, name) === true,
  );
  return patterned?.[1] ?? schema['additionalProperties'] ?? schema['unevaluatedProperties'];
}

/** Whether what tells branches apart allows a value: types, constants and the properties there are. */
function seemsToFit(document: Json, schema: Json | undefined, value: Json): boolean {
  if (!isObject(schema)) return schema !== false;
  const flat = flatten(document, schema);
  const { type, const: constant, enum: choices, pattern, required, properties } = flat;
  if (constant !== undefined && !isEqual(constant, value)) return false;
  if (choices !== undefined && !arrayOf(choices).some((it) => isEqual(it, value))) return false;
  if (type !== undefined && ![type].flat().some((it) => isOfType(textOf(it), value))) return false;
  if (
    typeof value === 'string' &&
    typeof pattern === 'string' &&
    matchesPattern(pattern, value) !== true
  )
    return false;
  const unions = [flat['anyOf'], flat['oneOf']].filter((it) => it !== undefined);
  if (!unions.every((union) => arrayOf(union).some((it) => seemsToFit(document, it, value))))
    return false;
  if (!isObject(value)) return true;
  return (
    arrayOf(required).every((name) => textOf(name) in value) &&
    Object.entries(objectOf(properties)).every(([name, property]) => {
      const own = value[name];
      return own === undefined || seemsToFit(document, property, own);
    })
  );
}

/** Types of JSON Schema (core, section 4.2.1); 1.0 is an integer as well (validation, section 6.1.1). */
export function isOfType(type: string, value: Json): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
