import { isObject, objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { someObject } from '../../base/some-object.ts';
import { roleBelow, type Role } from '../../model/description-nodes.ts';
import type { Origins } from './origins.ts';
import { upgradeLimit } from './upgrade-schema.ts';

/** What an older dialect says otherwise than 2020-12. */
interface Dialect {
  /** Whether what stands beside a `$ref` is ignored, and `dependencies` is one keyword (to draft 7). */
  readonly isDraft: boolean;
}

/**
 * A document of OpenAPI 3.1 or 3.2 in which schemas whose `$schema` is an older dialect of JSON Schema (3.1.1, section
 * 4.8.24.1.1) say in the words of 2020-12 what they said: tuples, `dependencies`, limits that are switches, and references
 * beside which nothing counts. One without them is left as it is, and of one with them all nodes are new.
 */
export function fromOlderDialects(document: JsonObject, origins: Origins): JsonObject {
  if (!someObject(document, (node) => dialectOf(node['$schema']) !== undefined)) return document;
  return objectOf(walk(document, 'object', { dialect: undefined, origins }));
}

/** The dialect that an address names; undefined where it names none that is older than 2020-12. */
function dialectOf(address: Json | undefined): Dialect | undefined {
  const [, draft] = /^https?:\/\/json-schema\.org\/(draft-0[3-7]|draft\/2019-09)\/schema#?$/.exec(
    textOf(address),
  ) ?? [undefined, undefined];
  return draft === undefined ? undefined : { isDraft: draft !== 'draft/2019-09' };
}

interface Walk {
  readonly dialect: Dialect | undefined;
  readonly origins: Origins;
}

function walk(node: Json, role: Role, { dialect, origins }: Walk): Json {
  if (Array.isArray(node)) {
    const items = node as readonly Json[];
    return origins.note(
      node,
      items.map((item) => walk(item, role, { dialect, origins })),
    );
  }
  if (!isObject(node)) return node;
  const isSchema = role === 'schema';
  const own = isSchema && '$schema' in node ? dialectOf(node['$schema']) : dialect;
  const members = isSchema && own ? saidNow(node, own) : Object.entries(node);
  const made = members.map(([key, child]): [string, Json] => {
    // What it holds is as it was, and yet a node of our own.
    if (role === 'object' && key.startsWith('x-')) return [key, structuredClone(child)];
    const inside = roleBelow(role, key, child);
    return [key, inside ? walk(child, inside, { dialect: own, origins }) : child];
  });
  return origins.note(node, Object.fromEntries(made));
}

/** The keywords of a schema of an older dialect, as 2020-12 has them. */
function saidNow(schema: JsonObject, { isDraft }: Dialect): [string, Json][] {
  const isReference = isDraft && typeof schema['$ref'] === 'string';
  return Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (key === '$schema' || (isReference && !BESIDE_REFERENCE.test(key))) return [];
    if (key === 'items') return [[Array.isArray(value) ? 'prefixItems' : key, value]];
    // It only counts beside a tuple (draft 7, validation, section 6.4.2).
    if (key === 'additionalItems') return Array.isArray(schema['items']) ? [['items', value]] : [];
    if (key === 'dependencies' && isDraft && isObject(value)) return dependents(value);
    return upgradeLimit(schema, key, value) ?? [[key, value]];
  });
}

const BESIDE_REFERENCE = /^(?:\$ref|\$defs|definitions|title|description|x-.*)$/;

function dependents(dependencies: JsonObject): [string, Json][] {
  const [lists, schemas] = [true, false].map((isList) =>
    Object.entries(dependencies).filter(([, it]) => Array.isArray(it) === isList),
  );
  return [
    ...(lists?.length ? [['dependentRequired', Object.fromEntries(lists)] as [string, Json]] : []),
    ...(schemas?.length
      ? [['dependentSchemas', Object.fromEntries(schemas)] as [string, Json]]
      : []),
  ];
}
