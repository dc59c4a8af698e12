import type { Clock } from '../../core/clock.ts';

/**
 * Where the mock keeps counters, sessions, jobs and resources: texts under an id within a group, whose
 * name begins with its namespace. Asynchronous, so that a store which several processes share fits.
 */
export interface Store {
  readonly get: (group: string, id: string) => Promise<string | undefined>;
  readonly set: (group: string, id: string, value: string, keep?: Keep) => Promise<void>;
  /** Adds one to a count that begins at zero, and tells the new one. */
  readonly increment: (group: string, id: string, keep?: Keep) => Promise<number>;
  /** Tells whether there was such an entry. */
  readonly delete: (group: string, id: string) => Promise<boolean>;
  /** The entries of all groups whose name begins so, the oldest of each group first. */
  readonly list: (prefix: string) => Promise<readonly Entry[]>;
  /** Forgets all groups whose name begins so. */
  readonly clear: (prefix: string) => Promise<void>;
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

/** Keeps everything in this process. */
export function createMemoryStore(
  clock: Clock,
  mostBytes = MOST_BYTES,
): Store & { readonly size: () => number } {
  const groups = new Map<string, Map<string, Stored>>();
  // In the order in which they came.
  const entries = new Set<Stored>();
  let bytes = 0;
  let sweep = entries.values();

  const drop = (entry: Stored): void => {
    const group = groups.get(entry.group);
    group?.delete(entry.id);
    if (group?.size === 0) groups.delete(entry.group);
    entries.delete(entry);
    bytes -= bytesOf(entry);
  };

  const find = (group: string, id: string): Stored | undefined => {
    const entry = groups.get(group)?.get(id);
    if (!entry || entry.until > clock.now()) return entry;
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
    const group = groups.get(entry.group) ?? new Map<string, Stored>();
    groups.set(entry.group, group.set(entry.id, entry));
    entries.add(entry);
    bytes += bytesOf(entry);
    sweepTwo();
    if (group.size > most) dropFirst(group.values());
  };

  const dropFirst = (among: Iterator<Stored>): void => {
    const { value, done } = among.next();
    if (!done) drop(value);
  };

  const isFull = () => bytes > mostBytes && entries.size > 1;

  const put = (group: string, id: string, value: string, { until, most }: Keep): void => {
    const entry = find(group, id);
    if (entry && entry.until === (until ?? Infinity)) {
      bytes += 2 * (value.length - entry.value.length);
      entry.value = value;
    } else {
      if (entry) drop(entry);
      add({ group, id, value, until: until ?? Infinity }, most);
    }
    while (isFull()) dropFirst(entries.values());
  };

  return {
    get: (group, id) => Promise.resolve(find(group, id)?.value),
    set: (group, id, value, keep = {}) => Promise.resolve(put(group, id, value, keep)),
    increment(group, id, keep = {}) {
      const count = Number(find(group, id)?.value ?? 0) + 1;
      put(group, id, String(count), keep);
      return Promise.resolve(count);
    },
    delete(group, id) {
      const entry = find(group, id);
      if (entry) drop(entry);
      return Promise.resolve(entry !== undefined);
    },
    list(prefix) {
      const now = clock.now();
      const chosen = [...groups].filter(([group]) => group.startsWith(prefix));
      const found = chosen.flatMap(([, group]) => [...group.values()]);
      return Promise.resolve(found.filter(({ until }) => until > now));
    },
    clear(prefix) {
      for (const entry of entries) if (entry.group.startsWith(prefix)) drop(entry);
      return Promise.resolve();
    },
    size: () => entries.size,
  };
}

/** A character takes two bytes at most. */
function bytesOf({ group, id, value }: Stored): number {
  return OVERHEAD + 2 * (group.length + id.length + value.length);
}
