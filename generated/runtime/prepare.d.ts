// Made by "kiln generate": change the description, not this.
import { type HeadersOptions } from 'openapi-fetch';
import { type BodyWriter } from './body.js';
import type { Contract, OperationContract } from './contract.js';
import { type Credentials } from './credentials.js';
import { type Values } from './parameters.js';
import { type Fetch } from './transport.js';
/** What a client was made with. */
export interface Settings {
    readonly contract: Contract;
    readonly baseUrl: string | undefined;
    readonly baseUrls: Readonly<Record<string, string>> | undefined;
    readonly auth: Credentials;
    readonly fetch: Fetch;
    readonly writeBody: BodyWriter;
}
/** The options of one openapi-fetch call, as far as they are read here. */
export interface CallInit {
    readonly params?: {
        readonly path?: Values | undefined;
        readonly query?: Values | undefined;
        readonly header?: Values | undefined;
        readonly cookie?: Values | undefined;
    };
    readonly headers?: HeadersOptions | undefined;
    readonly body?: unknown;
    readonly bodySerializer?: ((body: unknown) => unknown) | undefined;
    readonly baseUrl?: string | undefined;
    readonly fetch?: Fetch | undefined;
}
export interface PreparedCall {
    /** The options as openapi-fetch takes them. */
    readonly init: Readonly<Record<string, unknown>>;
    /** The same for whoever sends it without openapi-fetch. */
    readonly location: string;
    readonly headers: Headers;
    readonly body: unknown;
    readonly send: Fetch;
    readonly secrets: readonly string[];
}
/**
 * Turns the options of a call into those that make openapi-fetch send what the description says: by
 * itself it knows no styles, cookies, forms or credentials. Throws rather than send something else.
 */
export declare function prepareCall({ contract, baseUrl, baseUrls, auth, fetch, writeBody }: Settings, id: string, operation: OperationContract, init: CallInit): Promise<PreparedCall>;
