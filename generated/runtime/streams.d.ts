// Made by "kiln generate": change the description, not this.
import type { Policy } from './settings.js';
/** An event of a stream (HTML Standard, section 9.2). */
export interface ServerEvent {
    /** `message` where the server names none. */
    readonly event: string;
    readonly data: string;
    /** The last id that was named so far. */
    readonly id: string | undefined;
    /** Milliseconds to wait before the stream is asked for again, where the server says so. */
    readonly retry: number | undefined;
}
/** Answers that come bit by bit are read so: server-sent events, and JSON values one after the other. */
export declare const streaming: Policy;
