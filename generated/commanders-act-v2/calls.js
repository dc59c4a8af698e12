// Made by "kiln generate": change the description, not this.
import { toConnection } from '../runtime/connect.js';
import { batching } from '../runtime/batch.js';
import { extended } from '../runtime/operation.js';
import { hooks } from '../runtime/hooks.js';
import { operation } from '../runtime/operation.js';
import { signQuery } from '../runtime/signers.js';
import { sizeChecking } from '../runtime/check-size.js';
import { writeDefaultParameters } from '../runtime/parameters.js';
import { writeJsonBody } from '../runtime/write-json-body.js';
import { writeParameters } from '../runtime/parameters.js';
import { schemes, servers } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { dryRun } from '../runtime/dry-run.js';
export { TooLargeError } from '../runtime/check-size.js';
export { hooks };
/**
 * Where Commanders Act HTTP Tracking API is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export function connect(options, ...used) {
    return toConnection({ operations: {}, schemes, servers }, options, { signers: { query: signQuery } }, [...used]);
}
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
export const trackEvent = /* @__PURE__ */ operation('trackEvent', {
    "method": "post",
    "path": "/events",
    "parameters": [
        {
            "name": "tc_s",
            "in": "query"
        }
    ],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [],
        "400": []
    },
    "security": [
        [
            "sourceKey"
        ]
    ],
    "limits": {
        "bodyBytes": 32768
    }
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters, policies: [sizeChecking] });
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
export const trackEventBatch = /* @__PURE__ */ extended('trackEventBatch', {
    "method": "post",
    "path": "/events/batch",
    "parameters": [
        {
            "name": "tc_s",
            "in": "query"
        }
    ],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [],
        "400": []
    },
    "security": [
        [
            "sourceKey"
        ]
    ],
    "limits": {
        "bodyBytes": 512000,
        "itemBytes": 32768,
        "itemsAt": "#/batch"
    },
    "batch": {
        "at": "#/batch"
    }
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters, policies: [sizeChecking] }, { inBatches: batching });
