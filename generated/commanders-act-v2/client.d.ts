// Made by "kiln generate": change the description, not this.
import type { Client } from 'openapi-fetch';
import type { Batched, Call } from '../runtime/calls.js';
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
export interface CommandersActV2Credentials {
    /**
     * The key of a source, from the settings of the source in the platform. A request with a wrong key is answered 200 like
     * any other.
     */
    readonly sourceKey: Secret;
}
export interface CommandersActV2ClientOptions extends ClientOptions, HookOptions {
    readonly auth: CommandersActV2Credentials;
}
/** Commanders Act HTTP Tracking API 2.0.0: a method for each operation. */
export interface CommandersActV2Client {
    /**
     * Track an event.
     *
     * Sends one event of at most 32 KB. A 200 says that the request has arrived, not that the event is good: events are
     * looked at later, and what became of them shows in the platform. To send many events, use `trackEventBatch`.
     *
     * `POST /events`
     *
     * Evidence: COMMANDERSV2-001, COMMANDERSV2-003, COMMANDERSV2-004.
     */
    readonly trackEvent: Call<paths['/events']['post']>;
    /**
     * Track several events.
     *
     * Sends events together, which saves requests: at most 500 KB, with 32 KB for each event. The documentation that is
     * described here calls the operation a closed beta, to which the vendor admits on request; its newer revisions no
     * longer do. What becomes of the others when one event is no good is not said.
     *
     * `POST /events/batch`
     *
     * Evidence: COMMANDERSV2-010, COMMANDERSV2-043, COMMANDERSV2-044, COMMANDERSV2-045.
     */
    readonly trackEventBatch: Call<paths['/events/batch']['post']> & Batched<paths['/events/batch']['post'], '#/batch'>;
    /** openapi-fetch with the credentials and parameter styles of this API. Look at `response.ok`: an empty error leaves `error` undefined. */
    readonly http: Client<paths>;
}
/** Makes a client of Commanders Act HTTP Tracking API. */
export declare function createCommandersActV2Client(options: CommandersActV2ClientOptions): CommandersActV2Client;
