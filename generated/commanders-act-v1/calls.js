// Made by "kiln generate": change the description, not this.
import { toConnection } from '../runtime/connect.js';
import { hooks } from '../runtime/hooks.js';
import { operation } from '../runtime/operation.js';
import { signHeader } from '../runtime/signers.js';
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
 * Where Commanders Act HTTP Tracking API (deprecated) is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export function connect(options, ...used) {
    return toConnection({ operations: {}, schemes, servers }, options, { signers: { header: signHeader } }, [...used]);
}
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
