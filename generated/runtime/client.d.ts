// Made by "kiln generate": change the description, not this.
import type { BodyWriter } from './body.js';
import { type Contract } from './contract.js';
import type { Credentials } from './credentials.js';
import { type Fetch } from './transport.js';
export interface ClientOptions {
    /** Where the API is: the description's first server by default. */
    readonly baseUrl?: string | undefined;
    /** Where its other servers are, by their URL in the description; needed with `baseUrl`. */
    readonly baseUrls?: Readonly<Record<string, string>> | undefined;
    /** Sends the requests: by default what `globalThis.fetch` is at the time of a call. */
    readonly fetch?: Fetch | undefined;
}
/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed and written as the description says. Its type is that of the description.
 */
export declare function createClient(contract: Contract, { auth, baseUrl, baseUrls, fetch, }: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, writeBody: BodyWriter): object;
