import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel } from '../model/api-model.ts';

/** What stands in for a member that is left out, and the keyword that states it. */
export interface StatedDefault {
  /** Undefined where it is the moment in which the request is handled (`x-default: now`). */
  readonly value: Json | undefined;
  readonly at: Pointer;
}

/** Which members of an object have a default, and which hold more of them. */
interface Defaults {
  readonly members: ReadonlyMap<string, StatedDefault>;
  readonly within: ReadonlyMap<string, Defaults>;
  /** Of each item, where it is a list. */
  readonly items: Defaults | undefined;
}

/** Where schemas lead to themselves, defaults within defaults end. */
const DEEPEST = 5;

const FOUND = new WeakMap<ApiModel, Map<Pointer, Defaults | undefined>>();

/**
 * A value with the stated default (JSON Schema 2020-12, validation, section 9.2) of every member that it
 * leaves out, and with the given moment where that is the default (`x-default`). What applies only under a
 * condition or in one of several forms states nothing; a default that breaks its own schema neither.
 */
export function withStatedDefaults(
  api: ApiModel,
  schema: Pointer | undefined,
  value: Json,
  now: string,
): Json {
  const defaults = defaultsOf(api, schema);
  return defaults ? fill(value, defaults, now) : value;
}

/** The members that have a stated default, of what stands at a place; of the items where that is a list. */
export function statedDefaults(
  api: ApiModel,
  schema: Pointer | undefined,
  place: Pointer,
): ReadonlyMap<string, StatedDefault> {
  let found = defaultsOf(api, schema);
  for (const token of tokensOf(place)) found = found?.within.get(token);
  const isList = found?.items !== undefined && found.members.size === 0;
  return (isList ? found?.items : found)?.members ?? new Map<string, StatedDefault>();
}

function defaultsOf(api: ApiModel, schema: Pointer | undefined): Defaults | undefined {
  if (schema === undefined) return undefined;
  const known = FOUND.get(api) ?? new Map<Pointer, Defaults | undefined>();
  FOUND.set(api, known);
  if (!known.has(schema)) known.set(schema, find(api, schema, DEEPEST));
  return known.get(schema);
}

function fill(value: Json, { members, within, items }: Defaults, now: string): Json {
  if (Array.isArray(value)) {
    return items ? (value as readonly Json[]).map((item) => fill(item, items, now)) : value;
  }
  if (!isObject(value)) return value;
  const filled = Object.entries(value).map(([name, member]) => {
    const inner = within.get(name);
    return [name, inner ? fill(member, inner, now) : member] as const;
  });
  const added = [...members].flatMap(([name, usual]) =>
    Object.hasOwn(value, name)
      ? []
      : [[name, usual.value === undefined ? now : usual.value] as const],
  );
  return added.length === 0 && within.size === 0
    ? value
    : Object.fromEntries([...filled, ...added]);
}

function find(api: ApiModel, at: Pointer, deepest: number): Defaults | undefined {
  if (deepest === 0) return undefined;
  const members = new Map<string, StatedDefault>();
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

/** Any moment, to see whether a schema takes one. */
const EPOCH = new Date(0).toISOString();

/** The default of a schema, if it is one of its values. */
function defaultAt(api: ApiModel, at: Pointer): StatedDefault | undefined {
  for (const { node, pointer } of partsOf(api, at)) {
    const { default: usual, 'x-default': moment } = node;
    if (moment === 'now' && api.schemas.check(at, EPOCH, 'either').length === 0) {
      return { value: undefined, at: append(pointer, 'x-default') };
    }
    if (usual !== undefined && api.schemas.check(at, usual, 'either').length === 0) {
      return { value: usual, at: append(pointer, 'default') };
    }
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
