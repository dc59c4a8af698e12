import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';

/** Which values a keyword speaks about (JSON Schema 2020-12, Validation, section 6). */
export const COVERED_KEYWORDS: Readonly<
  Record<string, 'string' | 'number' | 'array' | 'object' | 'any'>
> = {
  type: 'any',
  enum: 'any',
  const: 'any',
  not: 'any',
  anyOf: 'any',
  oneOf: 'any',
  multipleOf: 'number',
  maximum: 'number',
  exclusiveMaximum: 'number',
  minimum: 'number',
  exclusiveMinimum: 'number',
  maxLength: 'string',
  minLength: 'string',
  pattern: 'string',
  format: 'string',
  maxItems: 'array',
  minItems: 'array',
  uniqueItems: 'array',
  contains: 'array',
  maxProperties: 'object',
  minProperties: 'object',
  required: 'object',
  dependentRequired: 'object',
  additionalProperties: 'object',
  unevaluatedProperties: 'object',
  propertyNames: 'object',
};

/** A constraint of a schema: a keyword at its place in the bundled description. */
export interface Constraint {
  readonly pointer: Pointer;
  readonly keyword: string;
  readonly value: Json;
}

const KNOWN = new WeakMap<JsonObject, { at: Pointer; constraints: readonly Constraint[] }>();

/** The constraints that stand in one schema, those of its subschemas not included. */
export function ownConstraints(schema: JsonObject, at: Pointer): readonly Constraint[] {
  const known = KNOWN.get(schema);
  if (known?.at === at) return known.constraints;
  const constraints = constraintsOf(schema, at);
  KNOWN.set(schema, { at, constraints });
  return constraints;
}

function constraintsOf(schema: JsonObject, at: Pointer): readonly Constraint[] {
  return Object.entries(schema).flatMap(([keyword, value]) =>
    Object.hasOwn(COVERED_KEYWORDS, keyword) && isConstraining(keyword, value)
      ? [{ pointer: append(at, keyword), keyword, value }]
      : [],
  );
}

/** Keywords whose schema only decides what else applies; `true` and `{}` forbid nothing. */
function isConstraining(keyword: string, value: Json): boolean {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return value === false;
    case 'uniqueItems':
      return value === true;
    case 'required':
      return Array.isArray(value) && value.length > 0;
    default:
      return true;
  }
}

/** Every constraint that a schema and what it refers to can put on a value; each once. */
export function constraintsIn(document: Json, schema: Pointer): Constraint[] {
  const seen = new Set<Pointer>();
  const found: Constraint[] = [];
  const pending: Pointer[] = [schema];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const node = valueAt(document, at);
    if (!isObject(node)) continue;
    found.push(...ownConstraints(node, at));
    pending.push(...subschemasOf(node, at).toReversed());
  }
  return found;
}

const APPLICATORS = ['items', 'contains', 'propertyNames', 'if', 'then', 'else'] as const;
const CLOSING = ['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'] as const;

/** Subschemas that may apply to a value or to a part of it; inside `not` everything means its opposite. */
function subschemasOf(node: Json, at: Pointer): Pointer[] {
  const schema = objectOf(node);
  const { $ref } = schema;
  const single = [...APPLICATORS, ...CLOSING].filter((keyword) => isObject(schema[keyword]));
  return [
    ...(typeof $ref === 'string' && $ref.startsWith('#') ? [pointerOf($ref)] : []),
    ...single.map((keyword) => append(at, keyword)),
    ...[...LISTS, ...MAPS].flatMap((keyword) =>
      Object.keys(schema[keyword] ?? {}).map((key) => append(at, keyword, key)),
    ),
  ];
}
