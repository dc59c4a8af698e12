import { arrayOf, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import type { Side } from './map-schemas.ts';

/** What a side does not write (JSON Schema Validation 2020-12, section 9.4). */
const HIDDEN: Readonly<Record<Side, 'readOnly' | 'writeOnly'>> = {
  request: 'readOnly',
  answer: 'writeOnly',
};

/** Marks a schema of which nothing is left: it says no more than that there is an object. */
export const ALL_HIDDEN = 'x-all-hidden';

/** Names of the members that a side leaves out, as the schema and what it extends mark them. */
export function hiddenMembers(document: Json, schema: Json, side: Side): ReadonlySet<string> {
  const names = everyPart(document, schema).flatMap((part) =>
    Object.entries(objectOf(part['properties'])).flatMap(([name, member]) =>
      isMarked(document, member, side) ? [name] : [],
    ),
  );
  return new Set(names);
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

/** One mark suffices where several schemas are about a value (section 9.4). */
function isMarked(document: Json, member: Json, side: Side): boolean {
  return everyPart(document, member).some((part) => part[HIDDEN[side]] === true);
}

/** A schema with all that it refers to and that holds for the same value without a condition. */
function everyPart(document: Json, schema: Json): readonly JsonObject[] {
  const parts = new Set<JsonObject>();
  const collect = (node: Json | undefined): void => {
    const part = objectOf(node);
    if (parts.has(part)) return;
    parts.add(part);
    const { $ref, allOf } = part;
    if (typeof $ref === 'string' && $ref.startsWith('#')) {
      collect(valueAt(document, pointerOf($ref)));
    }
    for (const it of arrayOf(allOf)) collect(it);
  };
  collect(schema);
  return [...parts];
}
