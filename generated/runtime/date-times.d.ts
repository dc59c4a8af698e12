// Made by "kiln generate": change the description, not this.
import type { DateTimeContract } from './contract.js';
import type { Policy } from './settings.js';
import type { PayloadReader } from './webhook.js';
/** Times of answers are `Date`s where the description says that they are times, and texts stay texts. */
export declare const dating: Policy;
/** The same with the texts of the times, as openapi-fetch reads and takes them: it knows no `Date`. */
export type TextsOf<Value> = unknown extends Value ? Value : Value extends Date ? string : Value extends Blob ? Value : {
    [Key in keyof Value]: TextsOf<Value[Key]>;
};
/** The same of what webhooks bring. */
export declare function datingPayloads(table: readonly DateTimeContract[]): PayloadReader;
/**
 * A value as JSON has it, in which the times at a place of the table have become `Date`s; it is changed itself. What
 * is no time (RFC 3339, section 5.6) stays the text that it is.
 */
export declare function toDates<Value>(table: readonly DateTimeContract[], place: number | undefined, value: Value): Value;
/**
 * The moment of a time with its offset (RFC 3339, section 5.6), which servers also write without the colon in it;
 * undefined of what is none.
 */
export declare function dateOf(text: string): Date | undefined;
