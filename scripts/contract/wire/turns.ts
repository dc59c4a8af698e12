/** Resolves when it is one's turn; what it gives ends the turn. */
export type TakeTurn = () => Promise<() => void>;

/** Lets one after the other through, in the order in which they came. */
export function createTurns(): TakeTurn {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}
