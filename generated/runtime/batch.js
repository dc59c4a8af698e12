// Made by "kiln generate": change the description, not this.
import { jsonBytes, TooLargeError } from './check-size.js';
import { ClientError } from './errors.js';
import { withValueAt } from './places.js';
/** `inBatches` of the operations that take a list of limited length or size. */
export const batching = (_settings, id, operation, call) => {
    const { batch } = operation;
    if (batch === undefined)
        return {};
    return {
        inBatches: (items, input = {}) => sendAll(id, operation, batch, call, items, input),
    };
};
/**
 * Sends any number of items in as few requests as their number and their bytes allow, one after the other, and
 * says of each item what became of it, in the order in which they were given. An item that is too large by itself
 * is not sent, and a batch that the server finds too large is halved. A refusal of one stops no other.
 */
async function sendAll(id, operation, batch, call, items, input) {
    const delivered = [];
    const tell = ({ item, index }, outcome) => {
        delivered.push({ item, index, ...outcome });
    };
    const bodyOf = (list) => withValueAt(input.body, batch.at, list);
    const send = async (entries) => {
        let outcome;
        try {
            outcome = { result: await call({ ...input, body: bodyOf(entries.map(({ item }) => item)) }) };
        }
        catch (error) {
            if (!(error instanceof ClientError))
                throw error;
            outcome = { error };
        }
        if ('result' in outcome && outcome.result.status === 413 && entries.length > 1) {
            const middle = Math.ceil(entries.length / 2);
            await send(entries.slice(0, middle));
            await send(entries.slice(middle));
        }
        else
            for (const entry of entries)
                tell(entry, outcome);
    };
    const { bodyBytes = Infinity, itemBytes = Infinity, itemsAt } = operation.limits ?? {};
    const room = bodyBytes - jsonBytes(bodyOf([]));
    const limit = Math.min(room, itemsAt === batch.at ? itemBytes : Infinity);
    const fitting = [...items].flatMap((item, index) => {
        const entry = { item, index, bytes: bytesOf(item) };
        const error = entry.bytes < 0
            ? new ClientError('body-unusable', `${id} cannot write item ${index}`)
            : new TooLargeError(id, `${batch.at}/${index}`, limit, entry.bytes);
        if (entry.bytes >= 0 && entry.bytes <= limit)
            return [entry];
        tell(entry, { error });
        return [];
    });
    for (const entries of toBatches(fitting, batch.maxItems ?? Infinity, room))
        await send(entries);
    return delivered.toSorted((left, right) => left.index - right.index);
}
/** Bytes of an item's JSON text; -1 where it has none, such as one that holds itself. */
function bytesOf(item) {
    try {
        return jsonBytes(item);
    }
    catch {
        return -1;
    }
}
/** Lists of so many items at most, whose texts with the commas between them have so many bytes. */
function toBatches(entries, most, room) {
    const batches = [];
    let used = 0;
    for (const entry of entries) {
        const last = batches.at(-1);
        const needed = used + 1 + entry.bytes;
        if (last === undefined || last.length >= most || needed > room) {
            batches.push([entry]);
            used = entry.bytes;
        }
        else {
            last.push(entry);
            used = needed;
        }
    }
    return batches;
}
//# sourceMappingURL=batch.js.map