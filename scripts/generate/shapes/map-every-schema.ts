import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { roleBelow, type Role } from '../../model/description-nodes.ts';

/**
 * A copy of a description in which `map` has made each schema anew, at whatever depth, those within it first. A
 * schema that is `true` or `false` stays.
 */
export function mapEverySchema(
  document: JsonObject,
  map: (schema: JsonObject) => Json,
): JsonObject {
  const rewrite = (node: Json, role: Role): Json => {
    if (Array.isArray(node)) return (node as readonly Json[]).map((item) => rewrite(item, role));
    if (!isObject(node)) return node;
    const members = Object.entries(node).map(([key, child]): [string, Json] => {
      const below = roleBelow(role, key, child);
      return [key, below ? rewrite(child, below) : child];
    });
    const copy: JsonObject = Object.fromEntries(members);
    return role === 'schema' ? map(copy) : copy;
  };
  return objectOf(rewrite(document, 'object'));
}
