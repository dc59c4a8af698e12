import { createHash } from 'node:crypto';
import { headerOf, sizeOf, type WireRequest } from '../../wire/exchange.ts';
import { createLru } from './lru.ts';
import type { Recorded } from './recorded.ts';

/**
 * Exchanges that are held back, to put those in order that lay beside each other, or that somebody lists
 * the latest first: as many as fit into the memory, and a few whatever their size.
 */
const HELD = 4096;
const LEAST_HELD = 64;
/** Characters of all that is held. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
/** Clients whose latest answer is remembered. */
const MOST_CLIENTS = 1000;
/**
 * Milliseconds by which times are off: recorders cut them off. Whoever sends one request after the other
 * seems to overlap by one; where requests do lie beside each other, two have to be between.
 */
const ROUNDING = 1;
const APART = 2;

/** An exchange whose turn it is. */
export interface Turn extends Recorded {
  /** Milliseconds that an answer may seem to end after this began, and still have come before: of the same client, of any. */
  readonly slack: { readonly own: number; readonly any: number };
}

/** Puts exchanges in the order in which they began: recorders write them down when they have ended. */
export interface InOrder {
  /** Takes one, and gives those whose turn it is. */
  readonly take: (recorded: Recorded) => readonly Turn[];
  readonly end: () => readonly Turn[];
  /** How many came later than could be waited for; their times prove no order. */
  readonly late: () => number;
}

export function createInOrder(): InOrder {
  const held: Recorded[] = [];
  let characters = 0;
  const clients = createLru<{ ended: number; isBeside: boolean }>(MOST_CLIENTS);
  const all = { ended: -Infinity, isBeside: false };
  let last = -Infinity;
  let late = 0;
  const clientOf = ({ exchange }: Recorded) => {
    const key = keyOf(exchange.request);
    return clients.get(key) ?? clients.set(key, { ended: -Infinity, isBeside: false });
  };
  const release = (): readonly Turn[] => {
    const next = held.shift();
    if (!next) return [];
    characters -= sizeOf(next.exchange);
    const slack = { own: slackOf(clientOf(next)), any: slackOf(all) };
    const { began = last } = next;
    if (began >= last) {
      last = began;
      return [{ ...next, slack }];
    }
    late += 1;
    return [{ ...next, slack, began: undefined, ended: undefined }];
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
      // What is held has not been judged yet: it learns in time that requests lie beside each other.
      note(clientOf(recorded), recorded);
      note(all, recorded);
      characters += sizeOf(recorded.exchange);
      const isFull = held.length > HELD || characters > MOST_CHARACTERS;
      return isFull && held.length > LEAST_HELD ? release() : [];
    },
    end: () => [...held.keys()].flatMap(release),
    late: () => late,
  };
}

interface Latest {
  ended: number;
  isBeside: boolean;
}

function note(client: Latest, { began = Infinity, ended = -Infinity }: Recorded): void {
  client.isBeside ||= began + ROUNDING < client.ended;
  client.ended = Math.max(client.ended, ended);
}

function slackOf({ isBeside }: Latest): number {
  return isBeside ? -APART : ROUNDING;
}

/** Tells clients apart by what most of them show. */
function keyOf(request: WireRequest): string {
  const shown = ['authorization', 'cookie'].map((name) => headerOf(request, name) ?? '');
  return createHash('sha256').update(shown.join('\n')).digest('base64').slice(0, 16);
}
