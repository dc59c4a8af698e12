import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../base/clock.ts';
import type { Outcome, Watch } from '../options.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Arrival } from '../http/arrival.ts';

/** One request as the mock saw it, secrets and all: whoever shows it redacts it first. */
export interface Entry extends Omit<Outcome, 'answer'> {
  /** Counts from 1. */
  readonly id: number;
  /** When it came, by the clock of the mock. */
  readonly at: number;
  readonly milliseconds: number;
  readonly method: string;
  /** Undefined when it could not be read. */
  readonly path: string | undefined;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** Undefined unless bodies are kept and this one was read and is not too long. */
  readonly body: Buffer | undefined;
  readonly answerBody: Buffer | undefined;
}

/** The last requests, bounded in number and bytes. */
export interface Journal {
  readonly watch: (arrival: Arrival) => Watch;
  /** Newest first. */
  readonly list: () => readonly Entry[];
  readonly find: (id: number) => Entry | undefined;
  readonly clear: () => void;
  /** Calls back for each new entry until the returned function is called. */
  readonly subscribe: (listener: (entry: Entry) => void) => () => void;
}

interface JournalOptions {
  readonly clock: Clock;
  /** Milliseconds of a clock that never stands still. */
  readonly stopwatch: () => number;
  readonly withBodies?: boolean | undefined;
  readonly maxEntries?: number | undefined;
  readonly maxBytes?: number | undefined;
}

/** A longer body is not kept: half a document cannot be redacted. */
const LONGEST_BODY = 64 * 1024;
/**
 * What an entry takes besides its path and its bodies, roughly. Nobody adds up its fields: Node lets in
 * 16 KB of them, so that all entries are bounded without it.
 */
const OVERHEAD = 1024;

export function createJournal({
  clock,
  stopwatch,
  withBodies = false,
  maxEntries = 500,
  maxBytes = 16 * 1024 * 1024,
}: JournalOptions): Journal {
  // Rings: what belongs to the nth request lies at n modulo their length.
  const entries: (Entry | undefined)[] = Array.from({ length: maxEntries });
  const sizes = new Float64Array(maxEntries);
  const listeners = new Set<(entry: Entry) => void>();
  let [first, last, bytes] = [1, 0, 0];

  const forgetFirst = (): void => {
    const place = first % maxEntries;
    bytes -= sizes[place] ?? 0;
    entries[place] = undefined;
    first += 1;
  };

  const find = (id: number): Entry | undefined =>
    id >= first && id <= last ? entries[id % maxEntries] : undefined;

  const isTooLarge = () => bytes > maxBytes && first <= last;

  const keep = (entry: Entry): void => {
    if (last - first + 1 === maxEntries) forgetFirst();
    last = entry.id;
    const [place, size] = [last % maxEntries, sizeOf(entry)];
    entries[place] = entry;
    sizes[place] = size;
    bytes += size;
    while (isTooLarge()) forgetFirst();
    for (const listener of listeners) listener(entry);
  };

  return {
    watch(arrival) {
      const at = clock.now();
      const began = stopwatch();
      let body: Buffer | undefined;
      const readBytes: Arrival['readBytes'] = async (limit) => {
        const bytesRead = await arrival.readBytes(limit);
        if (typeof bytesRead !== 'string') body = keepable(bytesRead);
        return bytesRead;
      };
      return {
        arrival: withBodies ? { ...arrival, readBytes } : arrival,
        end({ answer, ending, refusal }) {
          const { method, path, query, headers } = arrival;
          keep({
            ...BLANK,
            id: last + 1,
            at,
            milliseconds: stopwatch() - began,
            method,
            path,
            query,
            headers,
            status: answer.status,
            answerHeaders: answer.headers,
            body,
            answerBody: withBodies ? keepable(answer.body) : undefined,
            ending: ending && { ...ending, answer: withoutBody(answer), after: undefined },
            refusal,
          });
        },
      };
    },
    list: () =>
      Array.from({ length: last - first + 1 }, (_, index) => find(last - index)).filter(
        (entry) => entry !== undefined,
      ),
    find,
    clear() {
      entries.fill(undefined);
      first = last + 1;
      bytes = 0;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Stands for the answer of an ending, which an entry has in parts: a body may be large. */
const NOT_KEPT: Answer = { status: 0, headers: {}, body: undefined };

function withoutBody({ reason }: Answer): Answer {
  return reason === undefined ? NOT_KEPT : { ...NOT_KEPT, reason };
}

/**
 * What every entry begins as a copy of. V8 sees that what is written out in one place lives long, and comes
 * to lay it where only its slowest collection looks; of copies it keeps no such account.
 */
const BLANK: Entry = {
  id: 0,
  at: 0,
  milliseconds: 0,
  method: '',
  path: undefined,
  query: '',
  headers: {},
  status: 0,
  answerHeaders: {},
  body: undefined,
  answerBody: undefined,
  ending: undefined,
  refusal: undefined,
};

function keepable(body: Buffer | string | undefined): Buffer | undefined {
  if (body === undefined || body.length > LONGEST_BODY) return undefined;
  return Buffer.from(body);
}

function sizeOf({ path = '', query, body, answerBody }: Entry): number {
  const bodies = (body?.length ?? 0) + (answerBody?.length ?? 0);
  return OVERHEAD + 2 * (path.length + query.length) + bodies;
}
