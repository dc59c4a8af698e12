// Made by "kiln generate": change the description, not this.
import type { Policy } from './settings.js';
/** What hooks are told; credentials are blotted out, wherever they stand. */
export interface RequestEvent {
    /** The operation's. */
    readonly id: string;
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** The first is 1. */
    readonly attempt: number;
}
export interface ResponseEvent extends RequestEvent {
    readonly status: number;
    /** Until the header of the answer was there. */
    readonly milliseconds: number;
    /** Those of the answer. */
    readonly answered: Readonly<Record<string, string>>;
}
export interface RetryEvent extends RequestEvent {
    /** The status that was answered, or the code of the failure. */
    readonly cause: number | string;
    /** How long is waited before the next attempt. */
    readonly milliseconds: number;
}
export interface HookOptions {
    readonly onRequest?: ((event: RequestEvent) => void) | undefined;
    readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
    readonly onRetry?: ((event: RetryEvent) => void) | undefined;
    /** Takes a line for each of them, such as `console.debug`. */
    readonly log?: ((line: string) => void) | undefined;
}
/** Tells hooks and a log what goes on. They only look on: to change requests there is `http.use`, or `fetch`. A call in which one fails, fails. */
export declare const hooks: Policy<HookOptions>;
