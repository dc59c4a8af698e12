import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { roleBelow, type Role } from '../../model/description-nodes.ts';
import type { Origins } from './origins.ts';

/** Media types whose content is JSON texts one after the other (OpenAPI 3.2.0, section 4.14.3). */
const OF_RECORDS =
  /^application\/(?:(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|ldjson)|(?:.+\+)?json-seq)\s*(?:;|$)/i;

/**
 * A document of OpenAPI 3.2 in which content that is told item by item has a schema for the whole too: the list of
 * all items (section 4.14.3). Whatever reads a schema needs to know no more then.
 */
export function spellOutStreams(document: JsonObject, origins: Origins): JsonObject {
  const walk = (node: Json, role: Role, key: string): Json => {
    if (Array.isArray(node)) {
      const items = node as readonly Json[];
      const made = items.map((item) => walk(item, role, key));
      return made.some((it, index) => it !== items[index]) ? origins.note(node, made) : node;
    }
    // Schemas hold no content.
    if (!isObject(node) || role === 'schema' || role === 'schemas') return node;
    const members = Object.entries(node).map(([name, child]): [string, Json] => {
      const inside = roleBelow(role, name, child);
      return [name, inside ? walk(child, inside, name) : child];
    });
    const { itemSchema } = node;
    if (isObject(itemSchema) && !('schema' in node) && OF_RECORDS.test(key)) {
      members.push([
        'schema',
        { type: 'array', items: origins.note(itemSchema, { ...itemSchema }) },
      ]);
    } else if (members.every(([name, child]) => child === node[name])) return node;
    return origins.note(node, Object.fromEntries(members));
  };
  const made = walk(document, 'object', '');
  return isObject(made) ? made : document;
}
