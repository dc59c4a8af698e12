import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { tokensOf, withValueAt } from '../../base/json-pointer.ts';
import type { Shape } from '../../values/schema-shape.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { fill } from '../reflect/fill.ts';
import { asTold } from '../../model/named.ts';

/** What is known of a thing. */
interface Known {
  readonly id: Json;
  readonly fields: JsonObject;
  readonly lacks?: readonly string[] | undefined;
}

/** Ways to write one thing, the best first; seldom is more than one needed, so each is made when it is. */
export type Ways = readonly (() => Json)[];

/**
 * A thing in the form of an answer, in several ways of which the first that its schema allows is to be
 * sent: its own fields, those of the example that the schema names and it lacks, then ever less of its own.
 */
export function arrange(
  { id, fields, lacks = [] }: Known,
  example: Json | undefined,
  {
    shape,
    policy,
  }: {
    readonly shape: Shape;
    readonly policy: Pick<ResourcePolicy, 'key' | 'names' | 'omits'>;
  },
): Ways {
  const { key } = policy;
  // A list of nothing but ids.
  if (key === '#') return [() => id];
  const template = isObject(example) ? example : {};
  const isNamed = (name: string) => Object.hasOwn(shape.properties, name);
  const isFree = shape.isOpen && Object.keys(shape.properties).length > 0;
  const isLacking = (name: string) => lacks.includes(name) && !shape.required.has(name);
  const base = pick(template, (name) => (isNamed(name) || !isFree) && !isLacking(name));
  const isShown = (name: string) => isNamed(name) || Object.hasOwn(template, name);
  const omitted = new Set(policy.omits?.map((at) => tokensOf(at)[0]));
  const own = pick(
    asTold(policy, fields, isShown),
    (name) => (isFree || isShown(name)) && !omitted.has(name),
  );
  const ways = [
    () => ({ ...base, ...own }),
    () => fill(base, own, false),
    () => fill(base, own, true),
    () => template,
  ];
  const keyed = key !== undefined && tokensOf(key).length > 0;
  return keyed ? ways.map((way) => () => withValueAt(way(), key, id)) : ways;
}

function pick(object: JsonObject, isPicked: (name: string) => boolean): JsonObject {
  const picked: [name: string, value: Json][] = [];
  for (const name of Object.keys(object)) {
    if (isPicked(name)) picked.push([name, object[name] ?? null]);
  }
  return Object.fromEntries(picked);
}

/** The nth way of each thing, or its last. */
export function wayOf(things: readonly Ways[], rank: number): Json[] {
  return things.map((ways) => ways[Math.min(rank, ways.length - 1)]?.() ?? null);
}

/** Changes that name what they change: objects are merged, anything else is replaced. */
export function change(fields: JsonObject, changes: JsonObject): JsonObject {
  const changed = Object.entries(changes).map(([name, value]) => {
    const old = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, isObject(old) && isObject(value) ? change(old, value) : value] as const;
  });
  return { ...fields, ...Object.fromEntries(changed) };
}
