import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { roleBelow, type Role } from '../../model/description-nodes.ts';

/** An object of a description on its way to another; `isSchema` tells what its place makes of it. */
export type Rewrite = (node: JsonObject, pointer: Pointer, isSchema: boolean) => JsonObject;

/** A description with every object of it rewritten, parents after their children; data stay as they are. */
export function rewrite(document: JsonObject, change: Rewrite): JsonObject {
  const walk = (node: Json, pointer: Pointer, role: Role): Json => {
    if (Array.isArray(node)) {
      return (node as readonly Json[]).map((item, index) =>
        walk(item, append(pointer, index), role),
      );
    }
    if (!isObject(node)) return node;
    const entries = Object.entries(node).map(([key, child]): [string, Json] => {
      const below = roleBelow(role, key, child);
      return [key, below ? walk(child, append(pointer, key), below) : child];
    });
    const copy = Object.fromEntries(entries);
    const isNode = role === 'object' || role === 'schema';
    return isNode ? change(copy, pointer, role === 'schema') : copy;
  };
  return walk(document, '#', 'object') as JsonObject;
}
