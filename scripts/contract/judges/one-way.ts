import type { ApiModel, Breach } from '../../model/api-model.ts';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { flatten } from '../../values/merge-schemas.ts';

/** Which way a property does not go: `readOnly` not into a request, `writeOnly` not into an answer. */
export type OneWay = 'readOnly' | 'writeOnly';

/**
 * Whether a breach only says that a required property is missing which has no business there
 * (JSON Schema validation, section 9.4; OpenAPI 3.0.4, section 4.7.24.2, lets `required` rest then).
 */
export function isExcused(
  { document }: ApiModel,
  schema: Pointer,
  { keyword, instance }: Breach,
  oneWay: OneWay,
): boolean {
  if (keyword !== 'required') return false;
  return schemaAt(document, schema, instance)?.[oneWay] === true;
}

/** Whether a value, or anything in it, is of a property that has no business there. */
export function goesAgainst(
  { document }: ApiModel,
  schema: Pointer,
  value: Json,
  oneWay: OneWay,
): boolean {
  const search = (at: Json | undefined, node: Json): boolean => {
    if (!isObject(at)) return false;
    const flat = flatten(document, at);
    if (flat[oneWay] === true) return true;
    if (Array.isArray(node)) {
      return (node as readonly Json[]).some((item, i) => search(childOf(flat, `${i}`), item));
    }
    return Object.entries(objectOf(node)).some(([name, item]) => search(childOf(flat, name), item));
  };
  return search(valueAt(document, schema), value);
}

/** The schema of a place within a value, as far as properties and items lead there. */
function schemaAt(document: Json, schema: Pointer, instance: string): JsonObject | undefined {
  let at: Json | undefined = valueAt(document, schema);
  for (const token of tokensOf(`#${instance}`)) {
    if (!isObject(at)) return undefined;
    at = childOf(flatten(document, at), token);
  }
  return isObject(at) ? flatten(document, at) : undefined;
}

function childOf(flat: JsonObject, token: string): Json | undefined {
  const { properties, prefixItems, items, additionalProperties } = flat;
  return (
    objectOf(properties)[token] ??
    arrayOf(prefixItems)[Number(token)] ??
    items ??
    additionalProperties
  );
}
