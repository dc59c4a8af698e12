import type { Json } from '../../base/json.ts';
import { leadsBelow, leadsTo, thingAddress } from './feed.ts';
import type { ThingKind } from './kinds.ts';
import type { ShownThing } from './shown-thing.ts';

/** A thing that is on the server as far as its answers tell. */
export interface KnownThing {
  readonly kind: ThingKind;
  /** Of all variables of its path, its own last. */
  readonly values: readonly Json[];
  /** The path that leads to it. */
  readonly address: string;
  isMade: boolean;
  /** Whether nothing but the name of a member says that it is there. */
  isHinted: boolean;
  /** When an answer first showed it. */
  readonly shownAt: number;
  isGone: boolean;
  /** Whether a check has it to itself, to take it away. */
  isTaken: boolean;
}

/** The things that answers have shown so far. */
export interface KnownThings {
  readonly all: () => readonly KnownThing[];
  readonly at: (address: string) => KnownThing | undefined;
  /** Keeps what an answer shows to a request that was begun at a time; `tick` is the time of now. */
  readonly note: (shown: ShownThing, begunAt: number, tick: () => number) => void;
  /** A path leads to nothing any more, and neither does what is below it. */
  readonly forget: (path: string) => void;
  /** The one that requests are about: one that the run has made before others, the same as long as it is there. */
  readonly usable: (kind: ThingKind) => KnownThing | undefined;
  /** Another one each time, those that nothing was about before the others, and of these what came last. */
  readonly another: (kind: ThingKind) => KnownThing | undefined;
}

/** Remembers things by their addresses, below the base paths of the servers. */
export function createKnownThings(bases: readonly string[]): KnownThings {
  const things = new Map<string, KnownThing>();
  const uses = new WeakMap<KnownThing, number>();
  const timesOf = (it: KnownThing) => uses.get(it) ?? 0;
  const ofKind = (kind: ThingKind) =>
    [...things.values()].filter((it) => it.kind === kind && !it.isGone && !it.isTaken);
  return {
    all: () => [...things.values()],
    at: (address) => things.get(address),
    note({ kind, values, isMade, isHinted = false }, begunAt, tick) {
      const address = thingAddress(kind, values);
      const known = address === undefined ? undefined : things.get(address);
      if (known) known.isHinted &&= isHinted;
      // What is gone is not there again because something else still names it.
      if (known?.isGone && isHinted) return;
      // What was there before is not made by being answered once more; a list may show it sooner than its own answer.
      if (known && isMade) known.isMade ||= known.shownAt > begunAt;
      if (address === undefined || (known && !known.isGone)) return;
      const shown = { kind, values, address, shownAt: tick(), isGone: false, isTaken: false };
      things.set(address, { ...shown, isHinted, isMade: isMade || known?.isMade === true });
    },
    forget(path) {
      const gone = [...things.values()].filter((it) => leadsTo(bases, path, it.address));
      for (const it of things.values()) {
        it.isGone ||= gone.some(
          ({ address }) =>
            leadsTo([''], it.address, address) || leadsBelow([''], it.address, address),
        );
      }
    },
    usable(kind) {
      const own = ofKind(kind);
      return own.find((it) => it.isMade) ?? own.find((it) => !it.isHinted) ?? own[0];
    },
    another(kind) {
      const own = ofKind(kind);
      const sure = own.filter((it) => !it.isHinted);
      const [first, ...others] = (sure.length > 0 ? sure : own).toReversed();
      const next = others.reduce(
        (least, it) => (least && timesOf(it) < timesOf(least) ? it : least),
        first,
      );
      if (next) uses.set(next, timesOf(next) + 1);
      return next;
    },
  };
}
