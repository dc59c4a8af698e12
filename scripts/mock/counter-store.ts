import type { Clock } from '../core/clock.ts';

/** Counts per window. Asynchronous, so that a store which several processes share fits as well. */
export interface CounterStore {
  /** Adds one and tells the new count; the key is forgotten once the window has ended. */
  readonly increment: (key: string, windowEnd: number) => Promise<number>;
  readonly read: (key: string, windowEnd: number) => Promise<number>;
}

/** Counts in this process. Ended windows are dropped whole when a new one begins. */
export function createMemoryCounters(clock: Clock): CounterStore & { readonly size: () => number } {
  const windows = new Map<number, Map<string, number>>();

  const openWindow = (windowEnd: number): Map<string, number> => {
    for (const end of windows.keys()) if (end <= clock.now()) windows.delete(end);
    const opened = new Map<string, number>();
    windows.set(windowEnd, opened);
    return opened;
  };

  return {
    increment(key, windowEnd) {
      const counts = windows.get(windowEnd) ?? openWindow(windowEnd);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return Promise.resolve(count);
    },
    read: (key, windowEnd) => Promise.resolve(windows.get(windowEnd)?.get(key) ?? 0),
    size: () => windows.values().reduce((total, counts) => total + counts.size, 0),
  };
}
