/** Exchanges of which nothing says whether they are right: the server is not blamed for them. */
export interface Undetermined {
  readonly operation: string;
  readonly property: string;
  /** Why nobody can tell, in one line. */
  readonly reason: string;
  readonly exchanges: number;
}

/** What nobody can tell for one reason, in one property. */
export interface Undecided {
  readonly property: string;
  readonly reason: string;
  readonly operations: readonly string[];
  readonly exchanges: number;
}

/** What a run could not determine, each reason once for all operations: what a server does everywhere is one fact. */
export function undecidedOf(
  results: readonly { readonly undetermined: readonly Undetermined[] }[],
): Undecided[] {
  const all = new Map<string, Undecided>();
  for (const { operation, property, reason, exchanges } of results.flatMap(
    (it) => it.undetermined,
  )) {
    const key = `${property}\n${reason}`;
    const former = all.get(key);
    const operations = new Set([...(former?.operations ?? []), operation]);
    all.set(key, {
      property,
      reason,
      operations: [...operations],
      exchanges: (former?.exchanges ?? 0) + exchanges,
    });
  }
  return [...all.values()].toSorted((one, other) => other.exchanges - one.exchanges);
}
