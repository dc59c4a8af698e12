import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel } from '../model/api-model.ts';

/** Which members of an object have a default, and which hold more of them. */
interface Defaults {
  readonly members: ReadonlyMap<string, Json>;
  readonly within: ReadonlyMap<string, Defaults>;
  /** Of each item, where it is a list. */
  readonly items: Defaults | undefined;
}

/** Where schemas lead to themselves, defaults within defaults end. */
const DEEPEST = 5;

const FOUND = new WeakMap<ApiModel, Map<Pointer, Defaults | undefined>>();

/**
 * A value with the stated default (JSON Schema 2020-12, validation, section 9.2) of every member that it
 * leaves out. What applies only under a condition or in one of several forms states nothing; a default that
 * breaks its own schema neither.
 */
export function withStatedDefaults(api: ApiModel, schema: Pointer | undefined, value: Json): Json {
  if (schema === undefined) return value;
  const known = FOUND.get(api) ?? new Map<Pointer, Defaults | undefined>();
  FOUND.set(api, known);
  if (!known.has(schema)) known.set(schema, find(api, schema, DEEPEST));
  const defaults = known.get(schema);
  return defaults ? fill(value, defaults) : value;
}

function fill(value: Json, { members, within, items }: Defaults): Json {
  if (Array.isArray(value)) {
    return items ? (value as readonly Json[]).map((item) => fill(item, items)) : value;
  }
  if (!isObject(value)) return value;
  const filled = Object.entries(value).map(([name, member]) => {
    const inner = within.get(name);
    return [name, inner ? fill(member, inner) : member] as const;
  });
  const added = [...members].filter(([name]) => !Object.hasOwn(value, name));
  return added.length === 0 && within.size === 0
    ? value
    : Object.fromEntries([...filled, ...added]);
}

function find(api: ApiModel, at: Pointer, deepest: number): Defaults | undefined {
  if (deepest === 0) return undefined;
  const members = new Map<string, Json>();
  const within = new Map<string, Defaults>();
  let items: Defaults | undefined;
  for (const { node, pointer } of partsOf(api, at)) {
    for (const name of Object.keys(objectOf(node['properties']))) {
      const place = append(pointer, 'properties', name);
      const usual = defaultAt(api, place);
      if (usual !== undefined && !members.has(name)) members.set(name, usual);
      const inner = find(api, place, deepest - 1);
      if (inner && !within.has(name)) within.set(name, inner);
    }
    if (isObject(node['items'])) items ??= find(api, append(pointer, 'items'), deepest - 1);
  }
  if (members.size === 0 && within.size === 0 && !items) return undefined;
  return { members, within, items };
}

/** The default of a schema, if it is one of its values. */
function defaultAt(api: ApiModel, at: Pointer): Json | undefined {
  for (const { node } of partsOf(api, at)) {
    const { default: usual } = node;
    if (usual !== undefined && api.schemas.check(at, usual, 'either').length === 0) return usual;
  }
  return undefined;
}

interface Part {
  readonly node: JsonObject;
  readonly pointer: Pointer;
}

/** A schema and all that applies with it whatever the value: what it refers to, and `allOf`. */
function partsOf({ document }: ApiModel, at: Pointer): readonly Part[] {
  const parts = new Map<Pointer, Part>();
  const add = (pointer: Pointer): void => {
    const node = valueAt(document, pointer);
    if (parts.has(pointer) || !isObject(node)) return;
    parts.set(pointer, { node, pointer });
    const { $ref, allOf } = node;
    if (typeof $ref === 'string' && $ref.startsWith('#')) add(pointerOf($ref));
    for (const index of arrayOf(allOf).keys()) add(append(pointer, 'allOf', index));
  };
  add(at);
  return [...parts.values()];
}
