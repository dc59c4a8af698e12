import type { Json, JsonObject } from '../../base/json.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { createLru, type Lru } from './lru.ts';
import { requestPlace, type RecordedStep } from './recorded-step.ts';
import { isStandIn } from './stand-in.ts';

/** What a recording has shown of a thing that an API remembers; times in milliseconds. */
export interface RecordedThing {
  readonly id: Json;
  /** When the latest write of it was answered, or the list that showed it. */
  readonly written: number;
  /** `shown`: somebody else made it, and a list of all has it. */
  readonly by: 'create' | 'update' | 'delete' | 'shown';
  /** What that write said of it; nothing where it is too long to be kept. */
  readonly said: JsonObject;
  /** The operation that wrote or showed it. */
  readonly operation: Operation;
}

/** Things of one kind that belong together: by the server, whose they are, and who asks. */
type ThingGroup = Lru<RecordedThing>;

/** Groups, and things of each, that are remembered at once. */
const MOST_GROUPS = 2000;
const MOST_THINGS = 200;
/** Characters of what was said of a thing that are kept. */
const LONGEST = 4000;

export interface ThingBook {
  /** The group that a request is about; undefined where it is not clear whose things it means. */
  readonly groupOf: (step: RecordedStep, policy: ResourcePolicy) => ThingGroup | undefined;
  /** Forgets what a request may have changed that says nothing of what it does. */
  readonly disturb: (step: RecordedStep) => void;
  /** Notes that something of a kind is written. */
  readonly change: (name: string) => void;
  readonly changesOf: (name: string) => number;
}

export function createThingBook(api: ApiModel): ThingBook {
  const groups = createLru<ThingGroup>(MOST_GROUPS);
  const keys = new Map<string, Set<string>>();
  const prefixes = prefixesOf(api);
  const changes = new Map<string, number>();
  const changesOf = (name: string) => changes.get(name) ?? 0;
  const change = (name: string) => void changes.set(name, changesOf(name) + 1);
  return {
    change,
    changesOf,
    groupOf(step, policy) {
      const key = keyOf(step, policy);
      if (key === undefined) return undefined;
      const known = groups.get(key);
      if (known) return known;
      const ofKind = keys.get(policy.name) ?? new Set<string>();
      if (ofKind.size >= MOST_GROUPS) ofKind.clear();
      keys.set(policy.name, ofKind.add(key));
      return groups.set(key, createLru<RecordedThing>(MOST_THINGS));
    },
    disturb({ operation, exchange }) {
      const isSafe = ['get', 'head', 'options', 'trace'].includes(operation.method);
      const isRefused = (exchange.response?.status ?? 500) < 500 && !isSuccess(exchange);
      if (isSafe || operation.access === 'read' || isRefused) return;
      const name = operation.resource?.name;
      for (const [kind, paths] of prefixes) {
        if (kind !== name && !paths.some((path) => isNear(operation.path, path))) continue;
        change(kind);
        for (const key of keys.get(kind) ?? []) groups.delete(key);
        keys.delete(kind);
      }
    },
  };
}

function keyOf(step: RecordedStep, { name, within = [] }: ResourcePolicy): string | undefined {
  const whose = within.map((place) => requestPlace(step, place));
  if (whose.includes(undefined) || [...step.presented.values()].some(isStandIn)) return undefined;
  return [name, step.base, step.who ?? '', JSON.stringify(whose)].join('\n');
}

/** Milliseconds after which somebody else has had the time to change a thing. */
const LONG = 5 * 60 * 1000;

/** Whether what was written then still says what must be there. */
export function isRecent({ began }: RecordedStep, written: number): boolean {
  return began !== undefined && began - written <= LONG;
}

export function keyOfId(id: Json): string {
  return JSON.stringify(id);
}

/** A thing as it is kept. */
export function toThing(thing: RecordedThing): RecordedThing {
  return JSON.stringify(thing.said).length > LONGEST ? { ...thing, said: {} } : thing;
}

/** The beginnings of the paths on which each kind of thing is known. */
function prefixesOf({ operations }: ApiModel): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { resource, path } of operations) {
    if (!resource) continue;
    const [prefix = ''] = path.split('/{', 1);
    all.set(resource.name, [...(all.get(resource.name) ?? []), prefix]);
  }
  return all;
}

function isNear(path: string, other: string): boolean {
  return `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`);
}
