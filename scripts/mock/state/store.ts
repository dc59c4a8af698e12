import type { Clock } from '../../base/clock.ts';
import type { Eventual } from '../../base/eventual.ts';

/**
 * Where the mock keeps counters, sessions, jobs and resources: texts under an id within a group, whose
 * name begins with its namespace. It may take its time, so that a store which several processes share
 * fits; one that need not saves every request the waiting.
 */
export interface Store {
  readonly get: (group: string, id: string) => Eventual<string | undefined>;
  readonly set: (group: string, id: string, value: string, keep?: Keep) => Eventual<void>;
  /** Adds one to a count that begins at zero, and tells the new one. */
  readonly increment: (group: string, id: string, keep?: Keep) => Eventual<number>;
  /** Tells whether there was such an entry. */
  readonly delete: (group: string, id: string) => Eventual<boolean>;
  /** The entries of all groups whose name begins so, the oldest of each group first. */
  readonly list: (prefix: string) => Eventual<readonly Entry[]>;
  /** Forgets all groups whose name begins so. */
  readonly clear: (prefix: string) => Eventual<void>;
}

interface Entry {
  readonly group: string;
  readonly id: string;
  readonly value: string;
}

/** How long an entry stays; without it until it is deleted or the store is full. */
interface Keep {
  /** Instant at which it is forgotten, in milliseconds since the epoch. */
  readonly until?: number | undefined;
  /** Entries of the group beyond which the oldest leaves. */
  readonly most?: number | undefined;
}

/** About the bytes beyond which the oldest entries leave: a mock that runs for weeks must not grow. */
const MOST_BYTES = 32 * 1024 * 1024;
/** About what an entry takes besides its texts. */
const OVERHEAD = 200;

interface Stored extends Entry {
  value: string;
  readonly until: number;
}

/** Entries with one name before the last slash. */
interface Group {
  readonly members: Map<string, Stored>;
  readonly oldest: Taker;
}

/** Tells one after the other what came first and is still there. */
interface Taker {
  readonly take: () => Stored | undefined;
  /** To be called when something is added and nothing is taken. */
  readonly rest: () => void;
}

/** Keeps everything in this process. */
export function createMemoryStore(
  clock: Clock,
  mostBytes = MOST_BYTES,
): Store & { readonly size: () => number } {
  const groups = new Map<string, Group>();
  // In the order in which they came.
  const entries = new Set<Stored>();
  const oldest = toTaker(entries);
  let bytes = 0;
  let sweep = entries.values();

  const drop = (entry: Stored): void => {
    const members = groups.get(entry.group)?.members;
    members?.delete(entry.id);
    if (members?.size === 0) groups.delete(entry.group);
    entries.delete(entry);
    bytes -= bytesOf(entry);
  };

  const find = (group: string, id: string): Stored | undefined => {
    const entry = groups.get(group)?.members.get(id);
    if (!entry || entry.until === Infinity || entry.until > clock.now()) return entry;
    drop(entry);
    return undefined;
  };

  /** For each new entry two old ones are looked at: what has expired leaves, and nobody waits for it. */
  const sweepTwo = (): void => {
    for (let i = 0; i < 2; i += 1) {
      const { value, done } = sweep.next();
      if (done) sweep = entries.values();
      else if (value.until <= clock.now()) drop(value);
    }
  };

  const add = (entry: Stored, most = Infinity): void => {
    const group = groups.get(entry.group) ?? newGroup();
    groups.set(entry.group, group);
    group.members.set(entry.id, entry);
    entries.add(entry);
    bytes += bytesOf(entry);
    sweepTwo();
    if (group.members.size > most) dropOldest(group.oldest);
    else group.oldest.rest();
  };

  const dropOldest = ({ take }: Taker): void => {
    const entry = take();
    if (entry) drop(entry);
  };

  const replace = (entry: Stored, value: string): void => {
    bytes += 2 * (value.length - entry.value.length);
    entry.value = value;
  };

  const isFull = () => bytes > mostBytes && entries.size > 1;

  const put = (group: string, id: string, value: string, { until, most }: Keep): void => {
    const entry = find(group, id);
    if (entry && entry.until === (until ?? Infinity)) replace(entry, value);
    else {
      if (entry) drop(entry);
      add({ group, id, value, until: until ?? Infinity }, most);
    }
    if (!isFull()) oldest.rest();
    while (isFull()) dropOldest(oldest);
  };

  return {
    get: (group, id) => find(group, id)?.value,
    set: (group, id, value, keep = {}) => put(group, id, value, keep),
    increment(group, id, keep = {}) {
      const entry = find(group, id);
      const count = Number(entry?.value ?? 0) + 1;
      // Most counts are there already, and stay as long as they would have.
      if (entry?.until === (keep.until ?? Infinity)) replace(entry, String(count));
      else put(group, id, String(count), keep);
      return count;
    },
    delete(group, id) {
      const entry = find(group, id);
      if (entry) drop(entry);
      return entry !== undefined;
    },
    list(prefix) {
      const now = clock.now();
      const found: Stored[] = [];
      for (const [name, { members }] of groups) {
        if (!name.startsWith(prefix)) continue;
        for (const entry of members.values()) if (entry.until > now) found.push(entry);
      }
      return found;
    },
    clear(prefix) {
      for (const entry of entries) if (entry.group.startsWith(prefix)) drop(entry);
    },
    size: () => entries.size,
  };
}

/** A character takes two bytes at most. */
function bytesOf({ group, id, value }: Stored): number {
  return OVERHEAD + 2 * (group.length + id.length + value.length);
}

function newGroup(): Group {
  const members = new Map<string, Stored>();
  return { members, oldest: toTaker(members) };
}

/**
 * The iterator is kept from one to the next: a new one would pass the places of all that have left
 * before. It is let go where it would only lie about, since it holds all that the collection once was.
 */
function toTaker(collection: { readonly values: () => Iterator<Stored> }): Taker {
  let iterator: Iterator<Stored> | undefined;
  const next = () => (iterator ??= collection.values()).next().value as Stored | undefined;
  return {
    take() {
      const found = next();
      if (found) return found;
      iterator = undefined;
      return next();
    },
    rest: () => void (iterator = undefined),
  };
}
