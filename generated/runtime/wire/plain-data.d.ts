// Made by "kiln generate": change the description, not this.
/** A value as the styles of a parameter see it: one text, a list of texts, or named texts. */
export type PlainData = {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'list';
    readonly items: readonly string[];
} | {
    readonly kind: 'members';
    readonly members: readonly Member[];
};
type Member = readonly [name: string, text: string];
/**
 * What of a JavaScript value can be written: members that are null, undefined or no number are left
 * out, as RFC 6570, section 2.3, says of undefined values. Nothing of it at all is undefined.
 */
export declare function plainDataOf(value: unknown): PlainData | undefined;
/** The text of one value; arrays and objects as JSON. Undefined for what has none. */
export declare function textOf(value: unknown): string | undefined;
/** JSON text, as `JSON.stringify` writes it; integers of any size as their digits. */
export declare function jsonText(value: unknown): string;
/** What a value says of itself as JSON: a Date is its ISO text, and null where it is none. */
export declare function jsonOf(value: unknown): unknown;
/** Whether a value is an object with named members. */
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
export {};
