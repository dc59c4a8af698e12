// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
import type { Values } from './parameters.js';
import { type CallInit, type PreparedCall } from './prepare.js';
import { type AnyResult } from './result.js';
import type { Answered, Fetch, Patience, Settings, TellUpload } from './settings.js';
/** `Input` of any operation. */
export interface AnyInput extends Patience {
    readonly path?: Values;
    readonly query?: Values;
    readonly header?: Values;
    readonly cookie?: Values;
    readonly body?: unknown;
    readonly contentType?: string;
    readonly headers?: Headers | Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    readonly onUpload?: TellUpload;
}
/** Hands a written request to the platform, or to who sends it there; `fetch` is the way that it has to take. */
export type Transmit = (operation: OperationContract, init: CallInit, prepared: PreparedCall, fetch: Fetch) => Promise<Response>;
/** Calls any operation; its errors are thrown on demand. */
export type AnyCall = (input?: AnyInput) => Promise<AnyResult> & {
    readonly orThrow: () => Promise<AnyResult>;
};
/**
 * Makes the function that calls an operation: it writes the request, sends it until it is answered as far as
 * that may be repeated, and reads the answer. All failures are a `ClientError`.
 */
export declare function call(settings: Settings, id: string, operation: OperationContract, transmit?: Transmit): AnyCall;
/** Sends one call, again with another session where its own was refused. */
export declare function perform(settings: Settings, id: string, operation: OperationContract, init: CallInit, transmit: Transmit): Promise<Answered>;
/** The request as it goes to `fetch`; a redirect is an answer, as to follow it could carry the credential elsewhere. */
export declare function toRequest({ method }: OperationContract, { location, search, headers, body, credentials }: PreparedCall, signal?: AbortSignal): Request;
/** The input of a method as the options of a call. */
export declare function toInit({ path, query, header, cookie, contentType, headers, ...rest }: AnyInput): CallInit;
