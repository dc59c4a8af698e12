// Made by "kiln generate": change the description, not this.
import type { Client } from 'openapi-fetch';
import type { Call } from '../runtime/calls.js';
import type { BasicCredential, Secret } from '../runtime/credentials.js';
import type { Input } from '../runtime/input.js';
import type { Result } from '../runtime/result.js';
import type { ClientOptions } from '../runtime/settings.js';
import { type HookOptions } from '../runtime/hooks.js';
export { TooLargeError } from '../runtime/check-size.js';
import { operations, schemes, servers } from './operations.js';
import type { paths } from './types.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
export type { BasicCredential, ClientOptions, Input, Result, Secret };
/** Credentials by security scheme: values, or functions that are called for each request. */
export interface CommandersActV1Credentials {
    /**
     * The key of a source, sent as `Authorization: Bearer <key>`. It is issued when the source is created in the source
     * catalogue. A request with a wrong key is answered 200 like any other.
     */
    readonly sourceKey: Secret;
}
export interface CommandersActV1ClientOptions extends ClientOptions, HookOptions {
    readonly auth: CommandersActV1Credentials;
}
/** Commanders Act HTTP Tracking API (deprecated) 1.0.0: a method for each operation. */
export interface CommandersActV1Client {
    /**
     * Track an event (1.0).
     *
     * Sends one event in the format of 1.0. Support ended on 31 August 2023, and since December 2023 a request in this
     * format may be answered with an error: use `trackEvent` of 2.0, which has the same path. A 200 says that the request
     * has arrived, not that the event is good.
     *
     * `POST /events`
     *
     * @deprecated
     */
    readonly trackEvent: Call<paths['/events']['post']>;
    /** openapi-fetch with the credentials and parameter styles of this API. Look at `response.ok`: an empty error leaves `error` undefined. */
    readonly http: Client<paths>;
}
/** Makes a client of Commanders Act HTTP Tracking API (deprecated). */
export declare function createCommandersActV1Client(options: CommandersActV1ClientOptions): CommandersActV1Client;
