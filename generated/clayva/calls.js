// Made by "kiln generate": change the description, not this.
import { toConnection } from '../runtime/connect.js';
import { batching } from '../runtime/batch.js';
import { extended } from '../runtime/operation.js';
import { hooks } from '../runtime/hooks.js';
import { operation } from '../runtime/operation.js';
import { signHeader } from '../runtime/signers.js';
import { writeDefaultParameters } from '../runtime/parameters.js';
import { writeJsonBody } from '../runtime/write-json-body.js';
import { writeParameters } from '../runtime/parameters.js';
import { pacingBy } from '../runtime/pace.js';
import { schemes, servers, rate } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { dryRun } from '../runtime/dry-run.js';
export { TooLargeError } from '../runtime/check-size.js';
export { hooks };
/** Keeps to the quotas of the API: no call is sent that would be refused for its number. */
export const pacing = /* @__PURE__ */ pacingBy(rate);
/**
 * Where Clayva API is, and who calls it: what each operation takes first. Name `pacing` and `hooks` behind the options to wait for quotas, and to be told what goes on.
 */
export function connect(options, ...used) {
    return toConnection({ operations: {}, schemes, servers, rate: { headers: {
                "limit": "X-RateLimit-Limit",
                "remaining": "X-RateLimit-Remaining",
                "reset": "X-RateLimit-Reset",
                "resetUnit": "unix-seconds"
            } } }, options, { signers: { header: signHeader } }, [...used]);
}
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
export const trackEvent = /* @__PURE__ */ operation('trackEvent', {
    "method": "post",
    "path": "/events/track",
    "parameters": [],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "event-tracking"
}, { writeBody: writeJsonBody });
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
export const trackEventBatch = /* @__PURE__ */ extended('trackEventBatch', {
    "method": "post",
    "path": "/events/batch",
    "parameters": [],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "batch-events",
    "batch": {
        "at": "#/events",
        "maxItems": 1000
    }
}, { writeBody: writeJsonBody }, { inBatches: batching });
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
export const getEvent = /* @__PURE__ */ operation('getEvent', {
    "method": "get",
    "path": "/events/{eventId}",
    "parameters": [
        {
            "name": "eventId",
            "in": "path"
        }
    ],
    "content": [],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "query-apis"
}, { writeParameters: writeDefaultParameters });
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
export const identifyUser = /* @__PURE__ */ operation('identifyUser', {
    "method": "post",
    "path": "/users/identify",
    "parameters": [],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "user-operations"
}, { writeBody: writeJsonBody });
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
export const getUser = /* @__PURE__ */ operation('getUser', {
    "method": "get",
    "path": "/users/{userId}",
    "parameters": [
        {
            "name": "userId",
            "in": "path"
        }
    ],
    "content": [],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "user-operations"
}, { writeParameters: writeDefaultParameters });
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
export const updateUser = /* @__PURE__ */ operation('updateUser', {
    "method": "patch",
    "path": "/users/{userId}",
    "parameters": [
        {
            "name": "userId",
            "in": "path"
        }
    ],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "user-operations"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
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
export const listWorkspaces = /* @__PURE__ */ operation('listWorkspaces', {
    "method": "get",
    "path": "/workspaces",
    "parameters": [],
    "content": [],
    "responses": {
        "200": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "admin-apis"
});
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
export const createWorkspace = /* @__PURE__ */ operation('createWorkspace', {
    "method": "post",
    "path": "/workspaces",
    "parameters": [],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [
            "application/json"
        ],
        "400": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "403": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "bearerAuth"
        ]
    ],
    "rate": "admin-apis"
}, { writeBody: writeJsonBody });
