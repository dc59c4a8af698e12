import type { AnyCall, AnyInput } from './call.ts';
import { jsonBytes, TooLargeError } from './check-size.ts';
import type { Extra } from './client.ts';
import type { BatchContract, OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { withValueAt } from './places.ts';
import type { AnyResult } from './result.ts';

/** What became of an item: the answer to the request that carried it, or why there is none. */
export type Delivered<Item, Result> = { readonly item: Item; readonly index: number } & (
  | { readonly result: Result; readonly error?: never }
  | { readonly error: ClientError; readonly result?: never }
);

interface Entry {
  readonly item: unknown;
  readonly index: number;
  readonly bytes: number;
}

type Outcome = { readonly result: AnyResult } | { readonly error: ClientError };

/** `inBatches` of the operations that take a list of limited length or size. */
export const batching: Extra = (_settings, id, operation, call) => {
  const { batch } = operation;
  if (batch === undefined) return {};
  return {
    inBatches: (items: Iterable<unknown>, input: AnyInput = {}) =>
      sendAll(id, operation, batch, call, items, input),
  };
};

/**
 * Sends any number of items in as few requests as their number and their bytes allow, one after the other, and
 * says of each item what became of it, in the order in which they were given. An item that is too large by itself
 * is not sent, and a batch that the server finds too large is halved. A refusal of one stops no other.
 */
async function sendAll(
  id: string,
  operation: OperationContract,
  batch: BatchContract,
  call: AnyCall,
  items: Iterable<unknown>,
  input: AnyInput,
): Promise<Delivered<unknown, AnyResult>[]> {
  const delivered: Delivered<unknown, AnyResult>[] = [];
  const tell = ({ item, index }: Entry, outcome: Outcome) => {
    delivered.push({ item, index, ...outcome });
  };
  const bodyOf = (list: readonly unknown[]) => withValueAt(input.body, batch.at, list);
  const send = async (entries: readonly Entry[]): Promise<void> => {
    let outcome: Outcome;
    try {
      outcome = { result: await call({ ...input, body: bodyOf(entries.map(({ item }) => item)) }) };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      outcome = { error };
    }
    if ('result' in outcome && outcome.result.status === 413 && entries.length > 1) {
      const middle = Math.ceil(entries.length / 2);
      await send(entries.slice(0, middle));
      await send(entries.slice(middle));
    } else for (const entry of entries) tell(entry, outcome);
  };
  const { bodyBytes = Infinity, itemBytes = Infinity, itemsAt } = operation.limits ?? {};
  const room = bodyBytes - jsonBytes(bodyOf([]));
  const limit = Math.min(room, itemsAt === batch.at ? itemBytes : Infinity);
  const fitting = [...items].flatMap((item, index) => {
    const entry = { item, index, bytes: bytesOf(item) };
    const error =
      entry.bytes < 0
        ? new ClientError('body-unusable', `${id} cannot write item ${index}`)
        : new TooLargeError(id, `${batch.at}/${index}`, limit, entry.bytes);
    if (entry.bytes >= 0 && entry.bytes <= limit) return [entry];
    tell(entry, { error });
    return [];
  });
  for (const entries of toBatches(fitting, batch.maxItems ?? Infinity, room)) await send(entries);
  return delivered.toSorted((left, right) => left.index - right.index);
}

/** Bytes of an item's JSON text; -1 where it has none, such as one that holds itself. */
function bytesOf(item: unknown): number {
  try {
    return jsonBytes(item);
  } catch {
    return -1;
  }
}

/** Lists of so many items at most, whose texts with the commas between them have so many bytes. */
function toBatches(entries: readonly Entry[], most: number, room: number): Entry[][] {
  const batches: Entry[][] = [];
  let used = 0;
  for (const entry of entries) {
    const last = batches.at(-1);
    const needed = used + 1 + entry.bytes;
    if (last === undefined || last.length >= most || needed > room) {
      batches.push([entry]);
      used = entry.bytes;
    } else {
      last.push(entry);
      used = needed;
    }
  }
  return batches;
}
