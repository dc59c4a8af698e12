// Made by "kiln generate": change the description, not this.
import type { Extra } from './client.js';
import { ClientError } from './errors.js';
/** What became of an item: the answer to the request that carried it, or why there is none. */
export type Delivered<Item, Result> = {
    readonly item: Item;
    readonly index: number;
} & ({
    readonly result: Result;
    readonly error?: never;
} | {
    readonly error: ClientError;
    readonly result?: never;
});
/** `inBatches` of the operations that take a list of limited length or size. */
export declare const batching: Extra;
