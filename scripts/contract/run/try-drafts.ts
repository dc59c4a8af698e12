import * as fc from 'fast-check';
import type { Draft } from '../generation/draft.ts';

interface Tries {
  /** What is made at random. */
  readonly drafts: fc.Arbitrary<Draft>;
  /** What is tried before. */
  readonly examples: readonly Draft[];
  /** How many are made at random. */
  readonly runs: number;
  readonly seed: number;
  /** Tries one, and says whether the next may follow. What it throws ends the tries. */
  readonly holds: (draft: Draft) => Promise<boolean>;
}

/**
 * Tries drafts one after the other until one does not hold. Nothing is shrunk here: that is done on the values, so that
 * examples and constants get smaller too.
 * What `holds` throws is given back.
 */
export async function tryDrafts({
  drafts,
  examples,
  runs,
  seed,
  holds,
}: Tries): Promise<{ readonly error: unknown } | undefined> {
  // fast-check takes whatever is thrown for a counterexample; here it only ends the tries.
  let thrown: { readonly error: unknown } | undefined;
  const holdsUntilThrown = (draft: Draft): Promise<boolean> =>
    holds(draft).catch((error: unknown) => {
      thrown = { error };
      return false;
    });
  await fc.check(fc.asyncProperty(new Unshrinkable(drafts), holdsUntilThrown), {
    seed,
    numRuns: runs + examples.length,
    examples: examples.map((draft): [Draft] => [draft]),
    endOnFailure: true,
  });
  return thrown;
}

/**
 * Values without what shrinking would need of how they were made: it takes many times as much memory as the values do,
 * and thousands of checks wait with a value in hand.
 */
class Unshrinkable<T> extends fc.Arbitrary<T> {
  readonly #made: fc.Arbitrary<T>;

  constructor(made: fc.Arbitrary<T>) {
    super();
    this.#made = made;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<T> {
    const value = this.#made.generate(random, biasFactor);
    return value.hasToBeCloned ? value : new fc.Value(value.value, undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}
