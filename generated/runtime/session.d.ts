// Made by "kiln generate": change the description, not this.
import type { Policy } from './settings.js';
export interface SessionOptions {
    /** What the operation is called with that issues a session; done when one is needed, and again when it has ended. */
    readonly login?: object | (() => object | Promise<object>) | undefined;
}
/**
 * Keeps the session that an operation issues (`x-session`): whoever logs in with this client has it from then on.
 * With `login` it is opened when a call first needs it, once for all calls that wait, opened again before its
 * lifetime ends, and, once for a call, when it is refused with 401. Cookies are kept as a browser would.
 */
export declare const sessions: Policy;
