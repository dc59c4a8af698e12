import type { Store } from './store.ts';

/** A store on which nothing leaves a trace: what would be counted is told, and not kept. */
export function toReadOnly(store: Store): Store {
  return {
    get: (group, id) => store.get(group, id),
    list: (prefix) => store.list(prefix),
    increment: async (group, id) => Number((await store.get(group, id)) ?? 0) + 1,
    delete: async (group, id) => (await store.get(group, id)) !== undefined,
    set: () => Promise.resolve(),
    clear: () => Promise.resolve(),
  };
}
