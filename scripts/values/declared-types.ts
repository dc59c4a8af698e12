import type { JsonObject } from '../base/json.ts';

/** The types that a schema's `type` names, or the one that its keywords mean where it names none. */
export function declaredTypes(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  const hint = Object.entries(HINTS).find(([, keywords]) =>
    keywords.some((keyword) => Object.hasOwn(schema, keyword)),
  );
  return hint ? [hint[0]] : [];
}

const HINTS: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'patternProperties', 'minProperties', 'dependentRequired'],
  array: ['items', 'prefixItems', 'contains', 'minItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

/** The number that a keyword says, where a double can hold it. */
export function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}
