// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
import type { Policy } from './settings.js';
/** A body, or an item of it, has more bytes than its server takes; nothing was sent. */
export declare class TooLargeError extends ClientError {
    readonly name: string;
    /** Where in the body, as `#/batch/17`; `#` is all of it. */
    readonly at: string;
    /** Bytes that are taken. */
    readonly limit: number;
    /** Bytes that it has. */
    readonly actual: number;
    constructor(id: string, at: string, limit: number, actual: number);
}
/** Refuses bodies and items that are larger than a description allows (`x-limits`), before they are sent. */
export declare const sizeChecking: Policy;
/** Bytes of a value's JSON text in UTF-8. */
export declare function jsonBytes(value: unknown): number;
