// Made by "kiln generate": change the description, not this.
import type { Extra } from './client.js';
import type { Settings } from './settings.js';
/** A call as it would be sent. */
export interface DryRun {
    /** The request itself, credentials and all. */
    readonly request: Request;
    /** A line for a shell that sends it, with `[redacted]` in the place of credentials. */
    readonly curl: string;
}
/** `dryRun` of every operation: what a call would send. Nothing is sent but what a session takes. */
export declare const dryRuns: Extra;
/** What the call of a single operation would send. Nothing is sent but what a session takes. */
export declare function dryRun<Operation extends (connection: Settings, ...input: never[]) => unknown>(operation: Operation, ...[connection, input]: Parameters<Operation>): Promise<DryRun>;
