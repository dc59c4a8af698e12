/** A node of a text: where it is told of, and what is below it. */
export interface TextPlace {
  /** Offset of its key, or of itself where it has none. */
  readonly offset: number;
  /** The places below, by key or index; read when they are asked for. */
  readonly below: () => ReadonlyMap<string, TextPlace> | undefined;
}

/** Where the place that tokens lead to begins, or the nearest above it. */
export function offsetBelow(root: TextPlace, tokens: readonly string[]): number {
  let place = root;
  for (const token of tokens) {
    const next = place.below()?.get(token);
    if (!next) break;
    place = next;
  }
  return place.offset;
}
