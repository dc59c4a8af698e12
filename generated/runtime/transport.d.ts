// Made by "kiln generate": change the description, not this.
export type Fetch = (request: Request) => Promise<Response>;
/** The address of an API without a trailing slash. Throws unless requests may be sent to it. */
export declare function toBaseUrl(chosen: string | undefined, servers: readonly string[]): string;
/** A `fetch` that sends nothing in the clear, and whose errors show no secret. */
export declare function guard(fetch: Fetch, id: string, servers: readonly string[], secrets: readonly string[]): Fetch;
