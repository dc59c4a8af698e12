/** Items that are made when somebody asks for them, and once: whoever asks later gets the same. */
export interface LazyList<Item> {
  [Symbol.iterator]: () => Generator<Item, void, undefined>;
  /** Whether there is none at all; makes no more than the first. */
  readonly isEmpty: () => boolean;
}

/** Keeps what a source makes, as far as it was asked for. */
export function toLazyList<Item>(source: Generator<Item, void, undefined>): LazyList<Item> {
  const made: { readonly item: Item }[] = [];
  const at = (index: number): { readonly item: Item } | undefined => {
    const known = made[index];
    if (known) return known;
    const { done, value } = source.next();
    if (done === true) return undefined;
    const next = { item: value };
    made.push(next);
    return next;
  };
  return {
    *[Symbol.iterator]() {
      for (let index = 0, next = at(0); next; next = at(index)) {
        yield next.item;
        index += 1;
      }
    },
    isEmpty: () => at(0) === undefined,
  };
}
