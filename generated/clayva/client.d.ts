// Made by "kiln generate": change the description, not this.
import type { Client } from 'openapi-fetch';
import type { Batched, Call, FreeCall } from '../runtime/calls.js';
import type { BasicCredential, Secret } from '../runtime/credentials.js';
import type { Input } from '../runtime/input.js';
import type { Result } from '../runtime/result.js';
import type { ClientOptions } from '../runtime/settings.js';
import { type HookOptions } from '../runtime/hooks.js';
import { type PaceOptions } from '../runtime/pace.js';
export { TooLargeError } from '../runtime/check-size.js';
import { operations, schemes, servers } from './operations.js';
import type { paths } from './types.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
export type { BasicCredential, ClientOptions, Input, Result, Secret };
/** Credentials by security scheme: values, or functions that are called for each request. */
export interface ClayvaCredentials {
    /**
     * An API key from the Clayva dashboard, sent as `Authorization: Bearer <key>`. Treat it as a password: it belongs on a
     * server, not in client code or a public repository. The reference names no scopes and no expiry.
     */
    readonly bearerAuth: Secret;
}
export interface ClayvaClientOptions extends ClientOptions, HookOptions, PaceOptions {
    readonly auth: ClayvaCredentials;
    /** The plan whose quotas hold; without one they are learnt from what answers say. */
    readonly plan?: 'free' | 'pro' | 'enterprise' | undefined;
}
/** Clayva API 1.0.0: a method for each operation. */
export interface ClayvaClient {
    /**
     * Track an event.
     *
     * Records one event and answers with what was recorded, its new id included. Without a `timestamp` the event happens
     * now. To send many events, use `trackEventBatch`.
     *
     * `POST /events/track`
     *
     * Requests per 60 s (`event-tracking`): free 100, pro 1000, enterprise by agreement.
     *
     * Evidence: CLAYVA-012, CLAYVA-083.
     */
    readonly trackEvent: Call<paths['/events/track']['post']>;
    /**
     * Track several events.
     *
     * Records up to 1000 events in one request, which is faster and counts once against the quota. The reference does not
     * say what happens to the others when one event is refused.
     *
     * `POST /events/batch`
     *
     * Requests per 60 s (`batch-events`): free 10, pro 100, enterprise by agreement.
     *
     * Evidence: CLAYVA-026, CLAYVA-029, CLAYVA-084.
     */
    readonly trackEventBatch: Call<paths['/events/batch']['post']> & Batched<paths['/events/batch']['post'], '#/events'>;
    /**
     * Get an event.
     *
     * Gets the details of one recorded event. The reference prints the path without its second slash, which is
     * served as well; with the slash, as all other paths have it, is preferred.
     *
     * `GET /events/{eventId}`
     *
     * Requests per 60 s (`query-apis`): free 20, pro 200, enterprise by agreement.
     *
     * Evidence: CLAYVA-032, CLAYVA-033, CLAYVA-034, CLAYVA-086.
     */
    readonly getEvent: Call<paths['/events/{eventId}']['get']>;
    /**
     * Identify a user.
     *
     * Creates the profile of a user with the given traits, or updates it where there is one. To change traits of a profile
     * that is known to exist, use `updateUser`.
     *
     * `POST /users/identify`
     *
     * Requests per 60 s (`user-operations`): free 50, pro 500, enterprise by agreement.
     *
     * Evidence: CLAYVA-038, CLAYVA-039, CLAYVA-085.
     */
    readonly identifyUser: Call<paths['/users/identify']['post']>;
    /**
     * Get a user.
     *
     * Gets the whole profile of a user, with all traits and what Clayva has computed. The reference prints the path
     * without its second slash, which is served as well; with the slash, as all other paths have it, is preferred.
     *
     * `GET /users/{userId}`
     *
     * Requests per 60 s (`user-operations`): free 50, pro 500, enterprise by agreement.
     *
     * Evidence: CLAYVA-042, CLAYVA-043, CLAYVA-044, CLAYVA-085.
     */
    readonly getUser: Call<paths['/users/{userId}']['get']>;
    /**
     * Update a user.
     *
     * Changes the traits that the body names and leaves the rest of the profile alone. The reference does not say how a
     * trait is removed.
     *
     * `PATCH /users/{userId}`
     *
     * Requests per 60 s (`user-operations`): free 50, pro 500, enterprise by agreement.
     *
     * Evidence: CLAYVA-045, CLAYVA-043, CLAYVA-046, CLAYVA-085.
     */
    readonly updateUser: Call<paths['/users/{userId}']['patch']>;
    /**
     * List workspaces.
     *
     * Lists every workspace that the owner of the API key may enter.
     *
     * `GET /workspaces`
     *
     * Requests per 60 s (`admin-apis`): free 5, pro 50, enterprise by agreement.
     *
     * Evidence: CLAYVA-052, CLAYVA-054, CLAYVA-053, CLAYVA-087.
     */
    readonly listWorkspaces: FreeCall<paths['/workspaces']['get']>;
    /**
     * Create a workspace.
     *
     * Creates a workspace in which analytics data can be organised. The reference does not describe the body; only a name is
     * foreseen here, and it is optional.
     *
     * `POST /workspaces`
     *
     * Requests per 60 s (`admin-apis`): free 5, pro 50, enterprise by agreement.
     *
     * Evidence: CLAYVA-056, CLAYVA-057, CLAYVA-087.
     */
    readonly createWorkspace: FreeCall<paths['/workspaces']['post']>;
    /** openapi-fetch with the credentials and parameter styles of this API. Look at `response.ok`: an empty error leaves `error` undefined. */
    readonly http: Client<paths>;
}
/** Makes a client of Clayva API. */
export declare function createClayvaClient(options: ClayvaClientOptions): ClayvaClient;
