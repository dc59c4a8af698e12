// Made by "kiln generate": change the description, not this.
import type { Extra } from './client.js';
export interface WaitOptions {
    /** Milliseconds before the state is asked for first, 1000 when left out; they grow to ten times as many. */
    readonly interval?: number | undefined;
    /** Milliseconds until nobody waits any more; ten minutes when left out. */
    readonly within?: number | undefined;
    /** Called with each state that is told. */
    readonly onState?: ((state: string) => void) | undefined;
    /** What the status operation needs beside what the submission was called with. */
    readonly status?: object | undefined;
}
/** How work ended that was accepted. */
export interface Worked<Submitted, Status> {
    /** Whether it was done; else it has failed. */
    readonly ok: boolean;
    readonly state: string;
    readonly submitted: Submitted;
    readonly result: Status;
}
/** `submitAndWait` of the operations whose work is done later (`x-async`). */
export declare const waiting: Extra;
