import { arrayOf, type Json, type JsonObject } from '../base/json.ts';

/** The keywords of a schema that can make a client fail: those that refuse a value or fill one in. */
export function constraintsOf(schema: JsonObject): string[] {
  return Object.keys(schema).filter((keyword) => isConstraint(keyword, schema[keyword] ?? null));
}

function isConstraint(keyword: string, value: Json): boolean {
  if (CONSTRAINTS.has(keyword)) return true;
  // Zero and an empty list demand nothing.
  if (LOWER_BOUNDS.has(keyword)) return value !== 0;
  if (keyword === 'required') return arrayOf(value).length > 0;
  if (keyword === 'uniqueItems') return value === true;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return value === false;
  }
  return keyword === 'type' && (value === 'null' || arrayOf(value).includes('null'));
}

const LOWER_BOUNDS: ReadonlySet<string> = new Set([
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);

const CONSTRAINTS: ReadonlySet<string> = new Set([
  'enum',
  'const',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
  'dependentRequired',
  'default',
]);
