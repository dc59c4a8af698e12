/** A memory that forgets what was not asked for longest: a recording is as long as it likes. */
export interface Lru<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => Value;
  readonly delete: (key: string) => void;
  readonly values: () => Iterable<Value>;
}

export function createLru<Value>(most: number): Lru<Value> {
  const known = new Map<string, Value>();
  const touch = (key: string, value: Value): Value => {
    known.delete(key);
    known.set(key, value);
    return value;
  };
  return {
    get(key) {
      const value = known.get(key);
      return value === undefined ? undefined : touch(key, value);
    },
    set(key, value) {
      if (known.size >= most && !known.has(key)) {
        const [oldest = ''] = known.keys();
        known.delete(oldest);
      }
      return touch(key, value);
    },
    delete: (key) => void known.delete(key),
    values: () => known.values(),
  };
}
