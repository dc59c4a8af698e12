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
  const values = makeFinder(document, (node) => {
    const own = 'const' in node ? [node['const'] ?? null] : node['enum'];
    if (!Array.isArray(own)) return undefined;
    return (own as readonly Json[]).filter((it) => typeof it === 'string');
  });
  return makeFinder(document, (node) => {
    const properties = objectOf(node['properties']);
    return Object.hasOwn(properties, member) ? values(properties[member] ?? true) : undefined;
  })(schema);
}

/** Whether a schema, or one that it extends, requires a member. */
export function requiresMember(document: JsonObject, schema: Json, member: string): boolean {
  const parts = new Set<Json>([schema]);
  // A set gives out what is added while it is gone through.
  for (const part of parts) {
    if (!isObject(part)) continue;
    if (arrayOf(part['required']).includes(member)) return true;
    for (const it of partsOf(document, part)) parts.add(it);
  }
  return false;
}

/**
 * Finds what a schema says itself, cut by what it extends, and by what any of its alternatives lets in. Each schema is
 * looked at once: they may hold each other, and double with every level.
 */
function makeFinder(
  document: JsonObject,
  own: (node: JsonObject) => Accepted,
): (schema: Json) => Accepted {
  const known = new Map<Json, Accepted>();
  const find = (schema: Json): Accepted => {
    if (!isObject(schema)) return undefined;
    if (known.has(schema)) return known.get(schema);
    known.set(schema, undefined);
    const unions = [schema['oneOf'], schema['anyOf']].filter((it) => Array.isArray(it));
    const found = [
      own(schema),
      ...partsOf(document, schema).map(find),
      ...unions.map((branches) => union((branches as readonly Json[]).map(find))),
    ].reduce(both, undefined);
    known.set(schema, found);
    return found;
  };
  return find;
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
