import { isObject, type Json, type JsonObject } from '../../base/json.ts';

/**
 * A loose schema of the values that were seen: types and names, and nothing that would refuse what was not seen.
 * No member is required, no list is closed, no text has a format.
 */
export function inferSchema(values: readonly Json[]): JsonObject {
  const types = [...new Set(values.map(typeOf))];
  const told = types.filter(
    (it) => it !== 'null' && !(it === 'integer' && types.includes('number')),
  );
  const objects = values.filter(isObject);
  const items = values.flatMap((it) => (Array.isArray(it) ? (it as readonly Json[]) : []));
  const [only] = told;
  // Of null alone nothing is known; a null among others says that it may be missing.
  if (only === undefined) return {};
  const type = types.includes('null') ? [...told, 'null'] : told.length === 1 ? only : told;
  return {
    type,
    ...(objects.length > 0 && { properties: propertiesOf(objects) }),
    ...(told.includes('array') && { items: items.length > 0 ? inferSchema(items) : {} }),
  };
}

function propertiesOf(objects: readonly JsonObject[]): JsonObject {
  const names = [...new Set(objects.flatMap((it) => Object.keys(it)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      inferSchema(objects.flatMap((it) => (Object.hasOwn(it, name) ? [it[name] ?? null] : []))),
    ]),
  );
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
