// Made by "kiln generate": change the description, not this.
import type { WireBody, WrittenBody } from './wire-body.js';
/** A part of a multipart body before it is written down. */
export interface WrittenPart {
    readonly name: string;
    readonly fileName?: string;
    readonly contentType?: string;
    /** Further lines of its header. */
    readonly lines: readonly string[];
    readonly content: string | Uint8Array;
}
/**
 * Writes an object as the parts of a multipart body (OpenAPI 3.1.1, section 4.8.15.3; RFC 7578): a list is
 * a part for each item, a structure its JSON text. Parts of other kinds of multipart are named as well.
 */
export declare function writeMultipart(body: WireBody, value: unknown): WrittenBody;
/** The parts that an object is written as, a list item by item. */
export declare function writeParts(body: WireBody, value: unknown): readonly WrittenPart[];
export declare function isFieldLine(name: string, value: string): boolean;
