/** So many of a list, evenly from everywhere in it and in its order; all, where there are no more. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => Math.floor((at * items.length) / most)).flatMap(
    (index) => items.slice(index, index + 1),
  );
}
