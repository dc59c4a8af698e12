// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
import type { Send, Sending, Settings } from './settings.js';
type Address = Pick<Settings, 'contract' | 'options'>;
/** The address of an API without a trailing slash. Throws unless requests may be sent to it. */
export declare function toBaseUrl(chosen: string | undefined, settings: Address): string;
/**
 * Sends a request once, and nothing in the clear; its errors show no secret. The attempt is given up when its
 * time, that of the call, or the caller's patience ends.
 */
export declare const sendOnce: Send;
/** Why an answer, or the rest of it, did not come: one of our own errors, whatever the platform threw. */
export declare function toClientError(error: unknown, { id, signal, secrets, isTimedOut }: Sending, code: 'no-response' | 'body-cut'): ClientError;
export {};
