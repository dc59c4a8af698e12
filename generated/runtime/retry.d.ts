// Made by "kiln generate": change the description, not this.
import type { Contract } from './contract.js';
import type { Send, Sending } from './settings.js';
/**
 * Sends again what may be sent twice: safe and idempotent methods (RFC 9110, section 9.2.2), what the description
 * calls a read, and what carries a key; and anything that was refused for its number. It waits as long as the
 * server says, else a random part of a span that doubles; never past the deadline, and never longer than allowed.
 */
export declare function retrying(send: Send): Send;
/** Whether a wait ends before the call has to. */
export declare function fits(milliseconds: number, { endsAt }: Sending): boolean;
/** What setTimeout takes (HTML Standard, section 8.6): longer waits would end at once. */
export declare const LONGEST_TIMER: number;
/** Waits; throws when the caller gives up. */
export declare function pause(milliseconds: number, { id, signal }: Pick<Sending, 'id' | 'signal'>): Promise<void>;
/**
 * Milliseconds that an answer asks to wait: by `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3),
 * else, where a quota is spent, by the header that tells the end of the window, in its documented unit.
 */
export declare function toldWait(headers: Headers, rate: Contract['rate'], isSpent: boolean): number | undefined;
