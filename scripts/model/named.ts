import type { JsonObject } from '../base/json.ts';
import { tokensOf } from '../base/json-pointer.ts';
import type { ResourcePolicy } from './policies.ts';

/** What a request or an answer says, by the names that the thing's properties have elsewhere. */
export function asThing({ names }: Pick<ResourcePolicy, 'names'>, said: JsonObject): JsonObject {
  if (!names) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [names[name] ?? name, value]),
  );
}

/** A thing by the names that an answer has for its properties. */
export function asTold(
  { names }: Pick<ResourcePolicy, 'names'>,
  fields: JsonObject,
  isShown: (name: string) => boolean,
): JsonObject {
  if (!names) return fields;
  const told = new Map(Object.entries(fields));
  for (const [outer, inner] of Object.entries(names)) {
    const value = fields[inner];
    if (!isShown(outer) || value === undefined) continue;
    told.set(outer, value);
    if (!isShown(inner)) told.delete(inner);
  }
  return Object.fromEntries(told);
}

/** The property that holds the id of a thing; undefined where it lies deeper, or a list holds nothing but ids. */
export function keyProperty({ key, names }: ResourcePolicy): string | undefined {
  const tokens = key === undefined ? [] : tokensOf(key);
  const [token] = tokens;
  return token === undefined || tokens.length > 1 ? undefined : (names?.[token] ?? token);
}
