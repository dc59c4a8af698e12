import { objectOf, textOf, type Json, type JsonObject } from '../../core/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../core/json-pointer.ts';
import type { ResourcePolicy } from '../../core/policies.ts';
import { parameterOf, type Asked, type Surroundings } from '../behaviour/step.ts';
import { groupOf } from './namespace.ts';

/** Something that requests have made, changed or deleted. */
export interface Thing {
  readonly id: Json;
  readonly fields: JsonObject;
  readonly isDeleted: boolean;
}

/** The things of one kind that belong together. */
export interface Shelf {
  readonly find: (id: Json) => Promise<Thing | undefined>;
  readonly put: (thing: Thing) => Promise<void>;
  /** The oldest first. */
  readonly list: () => Promise<readonly Thing[]>;
}

/** Things beyond which the oldest of a shelf is forgotten. */
const MOST_THINGS = 1000;

/** The shelf that a request is about; things of another namespace or owner are on others. */
export function shelfOf(
  { api, store }: Surroundings,
  { name, within = [] }: ResourcePolicy,
  asked: Asked,
): Shelf {
  const owners = within.map((place) => encodeURIComponent(textOf(valueOf(asked, place))));
  const group = groupOf(asked.namespace, 'state', api.name, encodeURIComponent(name), ...owners);
  return {
    async find(id) {
      const text = await store.get(group, textOf(id));
      return text === undefined ? undefined : JSON.parse(text);
    },
    put: (thing) =>
      store.set(group, textOf(thing.id), JSON.stringify(thing), { most: MOST_THINGS }),
    async list() {
      return (await store.list(group)).map(({ value }) => JSON.parse(value));
    },
  };
}

/** What a thing says of those it is within. */
export function ownersOf({ within = [], owners = [] }: ResourcePolicy, asked: Asked): JsonObject {
  const values = owners.map((at, index) => [at, valueOf(asked, within[index] ?? '')] as const);
  return objectOf(
    values.reduce<Json>(
      (it, [at, value]) => (value === undefined ? it : withValueAt(it, at, value)),
      {},
    ),
  );
}

/** What a request says at a place: a pointer into its body, or the name of a parameter. */
export function valueOf(asked: Asked, place: string): Json | undefined {
  if (!place.startsWith('#')) return parameterOf(asked, place);
  return asked.body === undefined ? undefined : valueAt(asked.body, place as Pointer);
}
