import type { Recorded } from './recorded.ts';

/** Exchanges that are held back, to put those in order that lay beside each other. */
const HELD = 64;

/** Puts exchanges in the order in which they began: recorders write them down when they have ended. */
export interface InOrder {
  /** Takes one, and gives those whose turn it is. */
  readonly take: (recorded: Recorded) => readonly Recorded[];
  readonly end: () => readonly Recorded[];
  /** How many came later than could be waited for; their times prove no order. */
  readonly late: () => number;
}

export function createInOrder(): InOrder {
  const held: Recorded[] = [];
  let last = -Infinity;
  let late = 0;
  const release = (): readonly Recorded[] => {
    const next = held.shift();
    if (!next) return [];
    const { began = last } = next;
    if (began >= last) {
      last = began;
      return [next];
    }
    late += 1;
    return [{ ...next, began: undefined, ended: undefined }];
  };
  return {
    take(recorded) {
      const { began } = recorded;
      // Without a time it is where it stands.
      let place = held.length;
      if (began !== undefined) {
        while (place > 0 && (held[place - 1]?.began ?? -Infinity) > began) place -= 1;
      }
      held.splice(place, 0, recorded);
      return held.length > HELD ? release() : [];
    },
    end: () => [...held.keys()].flatMap(release),
    late: () => late,
  };
}
