import { arrayOf, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import type { Side } from './map-schemas.ts';

/** Marks a schema of which nothing is left: it says no more than that there is an object. */
export const ALL_HIDDEN = 'x-all-hidden';

export interface HiddenMembers {
  /** Names of the members of a schema, and of what it extends, that a side leaves out. */
  readonly of: (schema: Json, side: Side) => ReadonlySet<string>;
  /** Whether a schema itself has members that one of the sides leaves out. */
  readonly isIn: (schema: Json) => boolean;
}

/**
 * Finds the members that the schemas of a document, and what they extend, mark: requests lack what is
 * `readOnly`, answers what is `writeOnly` (JSON Schema Validation 2020-12, section 9.4).
 */
export function hiddenMembersIn(document: Json): HiddenMembers {
  const follow = followerOf(document);
  const finders = {
    request: makeFinder(follow, 'readOnly'),
    answer: makeFinder(follow, 'writeOnly'),
  };
  return {
    of: (schema, side) => new Set(everyPart(follow, schema).flatMap(finders[side])),
    isIn: (schema) =>
      Object.values(finders).some((namesIn) => namesIn(objectOf(schema)).length > 0),
  };
}

type Follow = (ref: string) => Json | undefined;

function followerOf(document: Json): Follow {
  const targets = new Map<string, Json | undefined>();
  return (ref) => {
    if (!targets.has(ref)) targets.set(ref, valueAt(document, pointerOf(ref)));
    return targets.get(ref);
  };
}

/** Names of the members that a schema has itself and that are marked, each looked at once. */
function makeFinder(follow: Follow, mark: string): (part: JsonObject) => readonly string[] {
  const marked = new Map<Json, boolean>();
  const named = new Map<JsonObject, readonly string[]>();
  // One mark suffices where several schemas are about a value.
  const isMarked = (member: Json): boolean => {
    const known = marked.get(member);
    if (known !== undefined) return known;
    const found = everyPart(follow, member).some((part) => part[mark] === true);
    marked.set(member, found);
    return found;
  };
  return (part) => {
    const known = named.get(part);
    if (known !== undefined) return known;
    const members = Object.entries(objectOf(part['properties']));
    const names = members.flatMap(([name, member]) => (isMarked(member) ? [name] : []));
    named.set(part, names);
    return names;
  };
}

/** The schema without these members, and without the demand for them. */
export function withoutMembers(schema: JsonObject, names: ReadonlySet<string>): JsonObject {
  if (names.size === 0) return schema;
  const { properties, required } = schema;
  const all = Object.entries(objectOf(properties));
  const visible = all.filter(([name]) => !names.has(name));
  return {
    ...schema,
    ...(properties !== undefined && { properties: Object.fromEntries(visible) }),
    ...(visible.length === 0 && all.length > 0 && { [ALL_HIDDEN]: true }),
    ...(Array.isArray(required) && {
      required: arrayOf(required).filter((name) => typeof name !== 'string' || !names.has(name)),
    }),
  };
}

/** A schema with all that it refers to and that holds for the same value without a condition. */
function everyPart(follow: Follow, schema: Json): readonly JsonObject[] {
  const parts = new Set<JsonObject>();
  const open: (Json | undefined)[] = [schema];
  while (open.length > 0) {
    const part = objectOf(open.pop());
    if (parts.has(part)) continue;
    parts.add(part);
    const { $ref, allOf } = part;
    open.push(...arrayOf(allOf));
    if (typeof $ref === 'string' && $ref.startsWith('#')) {
      open.push(follow($ref));
    }
  }
  return [...parts];
}
