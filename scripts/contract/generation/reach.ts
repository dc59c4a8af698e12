import { spread } from '../../base/spread.ts';
import { toLazyList, type LazyList } from '../../base/lazy-list.ts';
import type { Reach } from '../../result/reach.ts';
import { charactersOf, type Draft } from './draft.ts';

/**
 * Characters that requests have together of which each changes one thing of the same draft. Each is written,
 * read back and judged as a whole, so of a larger draft fewer are made.
 */
const MOST_CHARACTERS = 10_000_000;
/** Changes that are tried of a draft of any size. */
const LEAST = 200;

/**
 * The changes of a draft that there is time for, in their order: all, or where it is too large for that, as many
 * of each kind as of any other, and of those that are many some from everywhere.
 */
export function withinReach<Change>(
  draft: Draft,
  changes: readonly Change[],
  kindOf: (change: Change) => string,
): readonly Change[] {
  const most = Math.max(LEAST, Math.floor(MOST_CHARACTERS / charactersOf(draft)));
  if (changes.length <= most) return changes;
  const kinds = [...Map.groupBy(changes.entries(), ([, change]) => kindOf(change)).values()];
  const taken = new Set<number>();
  let left = most;
  // The rarest first: what they leave is for those that are many.
  for (const [at, own] of kinds.toSorted((one, other) => one.length - other.length).entries()) {
    const share = Math.min(own.length, Math.floor(left / (kinds.length - at)));
    for (const [index] of spread(own, share)) taken.add(index);
    left -= share;
  }
  return changes.filter((_, at) => taken.has(at));
}

/** Requests that are made of changes, when they are asked for. */
export interface Changes<Item> extends LazyList<Item> {
  /** How many changes became requests, or were looked at, of all that there are in the drafts that were asked for. */
  readonly reach: () => Reach;
}

/** Makes requests of changes; whoever makes them says of each draft how many it has, and how many are tried. */
export function toChanges<Item>(
  make: (see: (part: Reach) => void) => Generator<Item, void, undefined>,
): Changes<Item> {
  const sum = { tried: 0, of: 0 };
  const list = toLazyList(
    make((part) => {
      sum.tried += part.tried;
      sum.of += part.of;
    }),
  );
  return Object.assign(list, { reach: () => ({ ...sum }) });
}
