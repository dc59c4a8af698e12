import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';

/** Which texts a member of an object may be: a list, or undefined where a schema names none. */
type Accepted = readonly string[] | undefined;

/**
 * The texts that a schema lets a member of its objects be, by `const` and `enum` of whatever holds for the member:
 * undefined where nothing restricts it to texts by name.
 */
export function acceptedTexts(document: JsonObject, schema: Json, member: string): Accepted {
  return membersOf(document, schema, member, new Set());
}

/** Whether a schema, or one that it extends, requires a member. */
export function requiresMember(
  document: JsonObject,
  schema: Json,
  member: string,
  seen: ReadonlySet<Json> = new Set(),
): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  const now = new Set([...seen, schema]);
  if (arrayOf(schema['required']).includes(member)) return true;
  return partsOf(document, schema).some((it) => requiresMember(document, it, member, now));
}

type Find = (schema: Json, seen: ReadonlySet<Json>) => Accepted;

function membersOf(
  document: JsonObject,
  schema: Json,
  member: string,
  seen: ReadonlySet<Json>,
): Accepted {
  const find: Find = (it, known) => membersOf(document, it, member, known);
  return accepted(document, schema, seen, find, (node) => {
    const properties = objectOf(node['properties']);
    if (!Object.hasOwn(properties, member)) return undefined;
    return textsOf(document, properties[member] ?? true, new Set());
  });
}

function textsOf(document: JsonObject, schema: Json, seen: ReadonlySet<Json>): Accepted {
  const find: Find = (it, known) => textsOf(document, it, known);
  return accepted(document, schema, seen, find, (node) => {
    const values = 'const' in node ? [node['const'] ?? null] : node['enum'];
    if (!Array.isArray(values)) return undefined;
    return (values as readonly Json[]).filter((it) => typeof it === 'string');
  });
}

/** What a schema says itself, cut by what it extends, and by what any of its alternatives lets in. */
function accepted(
  document: JsonObject,
  schema: Json,
  seen: ReadonlySet<Json>,
  find: Find,
  own: (node: JsonObject) => Accepted,
): Accepted {
  if (!isObject(schema) || seen.has(schema)) return undefined;
  const now = new Set([...seen, schema]);
  const unions = [schema['oneOf'], schema['anyOf']].filter((it) => Array.isArray(it));
  return [
    own(schema),
    ...partsOf(document, schema).map((it) => find(it, now)),
    ...unions.map((branches) => union((branches as readonly Json[]).map((it) => find(it, now)))),
  ].reduce(both, undefined);
}

/** What holds for the same value besides: what is referred to, and what is extended. */
function partsOf(document: JsonObject, schema: JsonObject): readonly Json[] {
  const ref = stringOf(schema['$ref']);
  const target = ref?.startsWith('#') ? valueAt(document, pointerOf(ref)) : undefined;
  return [...(target === undefined ? [] : [target]), ...arrayOf(schema['allOf'])];
}

function union(branches: readonly Accepted[]): Accepted {
  return branches.every((it) => it !== undefined) ? [...new Set(branches.flat())] : undefined;
}

function both(left: Accepted, right: Accepted): Accepted {
  return left && right ? left.filter((it) => right.includes(it)) : (left ?? right);
}
