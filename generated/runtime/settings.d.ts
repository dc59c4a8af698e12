// Made by "kiln generate": change the description, not this.
import type { BodyWriter } from './body.js';
import type { Contract } from './contract.js';
import type { Credentials } from './credentials.js';
import type { Settings } from './prepare.js';
import { type Fetch } from './transport.js';
export type { Settings } from './prepare.js';
export interface ClientOptions {
    /** Where the API is: the description's first server by default. */
    readonly baseUrl?: string | undefined;
    /** Where its other servers are, by their URL in the description; needed with `baseUrl`. */
    readonly baseUrls?: Readonly<Record<string, string>> | undefined;
    /** Sends the requests: by default what `globalThis.fetch` is at the time of a call. */
    readonly fetch?: Fetch | undefined;
}
/** How values are written: each client carries the writers that its API needs. */
export interface Writers {
    readonly writeBody: BodyWriter;
    readonly writeParameter?: unknown;
}
/** Makes the settings of a client or of single calls from what a description declares. */
export declare function toSettings(contract: Contract, { auth, baseUrl, baseUrls, fetch, }: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, { writeBody }: Writers): Settings;
