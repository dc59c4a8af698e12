import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';

/** All that the schemas of one value say of it: a schema, what it refers to, and its alternatives and parts. */
export interface SchemaView {
  /** The schemas themselves. */
  readonly parts: readonly JsonObject[];
  /** Of the first items of a list, by their places. */
  readonly first: readonly SchemaView[];
  /** Of the other items. */
  readonly items: SchemaView | undefined;
  readonly members: ReadonlyMap<string, SchemaView>;
  /** Of members of any other name. */
  readonly others: SchemaView | undefined;
}

/** The views of a document, each made once, so that one may lead back to itself. */
export interface SchemaViews {
  /** The view of a value that all of these schemas, or some of them, describe; undefined of none. */
  readonly viewOf: (schemas: readonly Json[]) => SchemaView | undefined;
  /** All that were made so far. */
  readonly all: () => Iterable<SchemaView>;
}

type Draft = { -readonly [Key in keyof SchemaView]: SchemaView[Key] };

/** Views of schemas as types are made of them: what `not` and `if` say is in no type, and in no view. */
export function schemaViewsIn(document: JsonObject): SchemaViews {
  const views = new Map<string, Draft>();
  const numbers = new Map<JsonObject, number>();
  const open: Draft[] = [];
  const numberOf = (part: JsonObject): number => {
    const number = numbers.get(part) ?? numbers.size;
    numbers.set(part, number);
    return number;
  };
  const draft = (schemas: readonly Json[]): Draft | undefined => {
    const parts = partsOf(document, schemas);
    if (parts.length === 0) return undefined;
    const key = parts
      .map(numberOf)
      .toSorted((a, b) => a - b)
      .join();
    const known = views.get(key);
    if (known) return known;
    const made: Draft = {
      parts,
      first: [],
      items: undefined,
      members: new Map(),
      others: undefined,
    };
    views.set(key, made);
    open.push(made);
    return made;
  };
  const viewOf = (schemas: readonly Json[]): SchemaView | undefined => {
    const view = draft(schemas);
    // A list of what is to be done, and no recursion: schemas may be thousands deep.
    for (let at = open.pop(); at !== undefined; at = open.pop()) fill(at, draft);
    return view;
  };
  return { viewOf, all: () => views.values() };
}

function fill(view: Draft, draft: (schemas: readonly Json[]) => SchemaView | undefined): void {
  const { parts } = view;
  const length = Math.max(...parts.map(({ prefixItems }) => arrayOf(prefixItems).length));
  view.items = draft(parts.flatMap(itemsOf));
  view.others = draft(parts.flatMap(othersOf));
  view.first = Array.from({ length }, (_, index) => {
    const own = parts.flatMap((part) => arrayOf(part['prefixItems'])[index] ?? itemsOf(part));
    return draft(own) ?? NOTHING;
  });
  const names = new Set(parts.flatMap(({ properties }) => Object.keys(objectOf(properties))));
  view.members = new Map(
    [...names].map((name) => [name, draft(parts.flatMap((it) => memberOf(it, name))) ?? NOTHING]),
  );
}

const NOTHING: SchemaView = {
  parts: [],
  first: [],
  items: undefined,
  members: new Map(),
  others: undefined,
};

/** What is said of the items of a list behind its first ones. */
function itemsOf({ items }: JsonObject): readonly Json[] {
  return items === undefined ? [] : [items];
}

/** What is said of members that have no name of their own, by a pattern or at all. */
function othersOf({ additionalProperties, patternProperties }: JsonObject): readonly Json[] {
  return [
    ...(additionalProperties === undefined ? [] : [additionalProperties]),
    ...Object.values(objectOf(patternProperties)),
  ];
}

/** What is said of a member: by its name, and by all patterns, whichever of them it fits. */
function memberOf(schema: JsonObject, name: string): readonly Json[] {
  const { properties, patternProperties } = schema;
  const named = objectOf(properties);
  return Object.hasOwn(named, name)
    ? [named[name] ?? true, ...Object.values(objectOf(patternProperties))]
    : othersOf(schema);
}

/** Schemas, what they refer to, and what they put together, each once. */
function partsOf(document: JsonObject, schemas: readonly Json[]): readonly JsonObject[] {
  const parts = new Set<JsonObject>();
  const open = [...schemas];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isObject(at) || parts.has(at)) continue;
    parts.add(at);
    const ref = stringOf(at['$ref']);
    const target = ref?.startsWith('#') ? valueAt(document, pointerOf(ref)) : undefined;
    if (target !== undefined) open.push(target);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) open.push(...arrayOf(at[keyword]));
  }
  return [...parts];
}
