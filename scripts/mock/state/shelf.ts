import { objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { parseJson } from '../../base/json-text.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { parameterOf, type Asked, type Surroundings } from '../behaviour/step.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { groupOf } from './namespace.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** Something that requests have made, changed or deleted. */
export interface StoredThing {
  readonly id: Json;
  readonly fields: JsonObject;
  /** Properties that it could have and that nobody has said: no example stands in for them. */
  readonly lacks?: readonly string[] | undefined;
  readonly isDeleted: boolean;
}

/** The things of one kind that belong together. */
export interface Shelf {
  readonly find: (id: Json) => Eventual<StoredThing | undefined>;
  readonly put: (thing: StoredThing) => Eventual<void>;
  /** The oldest first. */
  readonly list: () => Eventual<readonly StoredThing[]>;
  /** Notes that all there was is gone, what nobody has named included. */
  readonly empty: () => Eventual<void>;
  readonly wasEmptied: () => Eventual<boolean>;
}

/** Things beyond which the oldest of a shelf is forgotten. */
const MOST_THINGS = 1000;

/** The shelf that a request is about; things of another namespace or owner are on others. */
export function shelfOf({ api, store }: Surroundings, policy: ResourcePolicy, asked: Asked): Shelf {
  const { within = [] } = policy;
  const owners = within.map((place) => asPart(textOf(valueOf(asked, place))));
  const group = groupOf(asked.namespace, 'state', api.name, nameOf(policy), ...owners);
  const emptied = groupOf(asked.namespace, 'emptied', api.name, nameOf(policy), ...owners);
  return {
    find: (id) => whenThere(store.get(group, textOf(id)), readThing),
    put: (thing) =>
      store.set(group, textOf(thing.id), JSON.stringify(thing), { most: MOST_THINGS }),
    list: () => whenThere(store.list(group), (found) => found.map(({ value }) => recall(value))),
    empty: () => store.set(emptied, 'all', ''),
    wasEmptied: () => whenThere(store.get(emptied, 'all'), (note) => note !== undefined),
  };
}

/** Written once for each kind: every request that is about one needs it. */
const NAMES = new WeakMap<ResourcePolicy, string>();

function nameOf(policy: ResourcePolicy): string {
  const name = NAMES.get(policy) ?? asPart(policy.name);
  if (!NAMES.has(policy)) NAMES.set(policy, name);
  return name;
}

/** Any text without a slash; JSON writes what has no UTF-8, half a surrogate pair, as an escape. */
function asPart(text: string): string {
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
