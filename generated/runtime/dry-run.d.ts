// Made by "kiln generate": change the description, not this.
import type { Extra } from './client.js';
/** A call as it would be sent. */
export interface DryRun {
    /** The request itself, credentials and all. */
    readonly request: Request;
    /** A line for a shell that sends it, with `[redacted]` in the place of credentials. */
    readonly curl: string;
}
/** `dryRun` of every operation: what a call would send. Nothing is sent but what a session takes. */
export declare const dryRuns: Extra;
