import type { Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';

/**
 * A value that one validator finds broken and the other does not. Nobody is accused of it: either the
 * schema is ambiguous, as with a format that it only annotates, or one of the validators is wrong.
 */
export interface Dispute {
  readonly operation: string;
  readonly property: string;
  /** The constraint, or the schema where the broken constraint is only the second validator's. */
  readonly clause: Pointer;
  readonly location: SourceLocation;
  /** What each validator says, in one line. */
  readonly message: string;
  /** Exchanges that were not judged because of it. */
  readonly exchanges: number;
}

/** Disputes of a run, each once, with all exchanges that were not judged because of it. */
export function disputesOf(
  results: readonly { readonly disputes: readonly Dispute[] }[],
): Dispute[] {
  const all = new Map<string, Dispute>();
  for (const dispute of results.flatMap(({ disputes }) => disputes)) {
    const key = `${dispute.operation} ${dispute.property} ${dispute.clause}`;
    const exchanges = (all.get(key)?.exchanges ?? 0) + dispute.exchanges;
    all.set(key, { ...dispute, exchanges });
  }
  return [...all.values()];
}
