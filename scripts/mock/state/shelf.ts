import { objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { parseJson } from '../../base/json-text.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { parameterOf, type Asked, type Surroundings } from '../behaviour/step.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import { groupOf } from './namespace.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** Something that requests have made, changed or deleted. */
export interface StoredThing {
  readonly id: Json;
  readonly fields: JsonObject;
  /** Properties that it could have and that nobody has said: no example stands in for them. */
  readonly lacks?: readonly string[] | undefined;
  readonly isDeleted: boolean;
  /** When a request made it, in milliseconds since the epoch. */
  readonly madeAt?: number | undefined;
  /** Set where a request has made it, and no example shows it. */
  readonly isMade?: boolean | undefined;
}

/** The things of one kind that belong together. */
export interface Shelf {
  readonly find: (id: Json) => Eventual<StoredThing | undefined>;
  readonly put: (thing: StoredThing) => Eventual<void>;
  /** Puts a thing in the place of the one of another id. */
  readonly replace: (id: Json, thing: StoredThing) => Eventual<unknown>;
  /** The oldest first. */
  readonly list: () => Eventual<readonly StoredThing[]>;
  /** Notes that all there was is gone, what nobody has named included. */
  readonly empty: () => Eventual<void>;
  readonly wasEmptied: () => Eventual<boolean>;
}

/** Things beyond which the oldest of a shelf is forgotten. */
const MOST_THINGS = 1000;

/** The shelf that a request is about; things of another namespace or owner are on others. */
export function shelfOf(surroundings: Surroundings, policy: ResourcePolicy, asked: Asked): Shelf {
  const owners = (policy.within ?? []).map((place) => ownerPart(textOf(valueOf(asked, place))));
  return toShelf(surroundings, asked.namespace, [nameOf(policy), ...owners]);
}

/** The shelf of the things of a kind that are within others of these ids. */
export function shelfWithin(
  surroundings: Surroundings,
  namespace: string,
  name: string,
  owners: readonly string[],
): Shelf {
  return toShelf(surroundings, namespace, [name, ...owners].map(ownerPart));
}

function toShelf({ api, store }: Surroundings, namespace: string, parts: readonly string[]): Shelf {
  const group = groupOf(namespace, 'state', api.name, ...parts);
  const emptied = groupOf(namespace, 'emptied', api.name, ...parts);
  const put = (thing: StoredThing) =>
    store.set(group, textOf(thing.id), JSON.stringify(thing), { most: MOST_THINGS });
  const list = () =>
    whenThere(store.list(group), (found) =>
      // What is within the things of an owner is in groups of longer names.
      found.filter((it) => it.group === group).map(({ value }) => recall(value)),
    );
  return {
    find: (id) => whenThere(store.get(group, textOf(id)), readThing),
    put,
    list,
    empty: () => store.set(emptied, 'all', ''),
    wasEmptied: () => whenThere(store.get(emptied, 'all'), (note) => note !== undefined),
    replace: (id, thing) =>
      whenThere(list(), (things) => {
        // A store keeps the order in which things came.
        const place = things.findIndex((it) => isOf(it, id));
        const moved =
          place < 0 ? [thing] : things.slice(place).map((it) => (isOf(it, id) ? thing : it));
        return whenThere(
          inTurn(place < 0 ? [] : things.slice(place), (it) => store.delete(group, textOf(it.id))),
          () => inTurn(moved, put),
        );
      }),
  };
}

function isOf(thing: StoredThing, id: Json): boolean {
  return textOf(thing.id) === textOf(id);
}

/** All things of a kind that requests have made, changed or deleted, whatever they are within. */
export function keptOfKind(
  { api, store }: Surroundings,
  namespace: string,
  name: string,
): Eventual<readonly StoredThing[]> {
  const prefix = groupOf(namespace, 'state', api.name, ownerPart(name));
  return whenThere(store.list(prefix), (found) => found.map(({ value }) => recall(value)));
}

/** Written once for each kind: every request that is about one needs it. */
const NAMES = new WeakMap<ResourcePolicy, string>();

function nameOf(policy: ResourcePolicy): string {
  const name = NAMES.get(policy) ?? ownerPart(policy.name);
  if (!NAMES.has(policy)) NAMES.set(policy, name);
  return name;
}

/** Any text without a slash; JSON writes what has no UTF-8, half a surrogate pair, as an escape. */
export function ownerPart(text: string): string {
  return encodeComponent(JSON.stringify(text));
}

function readThing(text: string | undefined): StoredThing | undefined {
  return text === undefined ? undefined : recall(text);
}

/** Integers come back with all their digits. */
function recall(text: string): StoredThing {
  const reading = parseJson(text);
  // It is what was put there.
  return ('value' in reading ? reading.value : {}) as unknown as StoredThing;
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
