import type { Json, JsonObject } from './json.ts';

/**
 * Whether any object within a value is wanted, wherever it stands. Many times faster than to walk a value with the
 * pointers and meanings of its nodes, so that it tells whether that is needed.
 */
export function someObject(value: Json, isWanted: (object: JsonObject) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) if (someObject(item, isWanted)) return true;
    return false;
  }
  const object = value as JsonObject;
  if (isWanted(object)) return true;
  for (const key of Object.keys(object)) {
    const child = object[key];
    if (typeof child === 'object' && child !== null && someObject(child, isWanted)) return true;
  }
  return false;
}
