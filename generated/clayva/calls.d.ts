// Made by "kiln generate": change the description, not this.
import { type OptionsOf } from '../runtime/connect.js';
import type { Policy, Settings } from '../runtime/settings.js';
import { hooks } from '../runtime/hooks.js';
import type { HookOptions } from '../runtime/hooks.js';
import { type PaceOptions } from '../runtime/pace.js';
import type { ClayvaClientOptions } from './client.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export type { Settings as Connection } from '../runtime/settings.js';
export { dryRun } from '../runtime/dry-run.js';
export { TooLargeError } from '../runtime/check-size.js';
export { hooks };
/** Keeps to the quotas of the API: no call is sent that would be refused for its number. */
export declare const pacing: Policy<PaceOptions>;
/**
 * Where Clayva API is, and who calls it: what each operation takes first. Name `pacing` and `hooks` behind the options to wait for quotas, and to be told what goes on.
 */
export declare function connect<Used extends readonly Policy<never>[] = []>(options: Omit<ClayvaClientOptions, keyof HookOptions | keyof PaceOptions> & OptionsOf<Used>, ...used: Used): Settings;
import type { OperationOf } from '../runtime/operation.js';
import type { ClayvaClient } from './client.js';
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
export declare const trackEvent: OperationOf<ClayvaClient['trackEvent']>;
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
export declare const trackEventBatch: OperationOf<ClayvaClient['trackEventBatch']>;
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
export declare const getEvent: OperationOf<ClayvaClient['getEvent']>;
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
export declare const identifyUser: OperationOf<ClayvaClient['identifyUser']>;
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
export declare const getUser: OperationOf<ClayvaClient['getUser']>;
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
export declare const updateUser: OperationOf<ClayvaClient['updateUser']>;
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
export declare const listWorkspaces: OperationOf<ClayvaClient['listWorkspaces']>;
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
export declare const createWorkspace: OperationOf<ClayvaClient['createWorkspace']>;
