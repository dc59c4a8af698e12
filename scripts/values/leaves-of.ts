import { isObject, type Json, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';

/** The values within an object that are no objects with members, each with its place. */
export function leavesOf(
  object: JsonObject,
  at: Pointer = '#',
): readonly (readonly [at: Pointer, value: Json])[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const place = append(at, name);
    return isObject(value) && Object.keys(value).length > 0
      ? leavesOf(value, place)
      : [[place, value] as const];
  });
}
