// Made by "kiln generate": change the description, not this.
import { toConnection } from '../runtime/connect.js';
import { accessChecking } from '../runtime/access.js';
import { batching } from '../runtime/batch.js';
import { extended } from '../runtime/operation.js';
import { hooks } from '../runtime/hooks.js';
import { operation } from '../runtime/operation.js';
import { signHeader } from '../runtime/signers.js';
import { waiting } from '../runtime/work.js';
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
 * Where Claravine Data Standards Cloud API is, and who calls it: what each operation takes first. Name `pacing` and `hooks` behind the options to wait for quotas, and to be told what goes on.
 */
export function connect(options, ...used) {
    return toConnection({ operations: {}, schemes, servers, rate: { headers: {
                "limit": "X-RateLimit-Limit",
                "remaining": "X-RateLimit-Remaining"
            } } }, options, { signers: { header: signHeader } }, [accessChecking, ...used]);
}
/**
 * List datasets.
 *
 * Lists the datasets that the user of the key may read, which the user's group decides. An entry gives the
 * UUID that the other operations ask for. The reference also speaks of names and of the fields that take values;
 * read-only fields are left out.
 *
 * `GET /datasets`
 *
 * Requests per 60 s (`all`): default 30.
 *
 * Evidence: CLARAVINE-017, CLARAVINE-018, CLARAVINE-019, CLARAVINE-013, CLARAVINE-049.
 */
export const listDatasets = /* @__PURE__ */ operation('listDatasets', {
    "method": "get",
    "path": "/datasets",
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
        ]
    },
    "security": [
        [
            "apiKey",
            "apiSecret"
        ]
    ],
    "access": "read",
    "rate": "all"
});
/**
 * Create a transaction.
 *
 * Submits up to 1000 rows to a dataset. The rules of the dataset are applied afterwards, as they are in the platform:
 * the answer says that the rows have arrived, and only `getTransactionStatus` says whether they were good. To try
 * again after a failure, mend the submission in the platform or hand in a new one.
 *
 * `POST /datasets/{datasetUuid}/data`
 *
 * Requests per 60 s (`all`): default 30.
 *
 * Evidence: CLARAVINE-034, CLARAVINE-041, CLARAVINE-042, CLARAVINE-045, CLARAVINE-013, CLARAVINE-049.
 */
export const createTransaction = /* @__PURE__ */ extended('createTransaction', {
    "method": "post",
    "path": "/datasets/{datasetUuid}/data",
    "parameters": [
        {
            "name": "datasetUuid",
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
        ]
    },
    "security": [
        [
            "apiKey",
            "apiSecret"
        ]
    ],
    "access": "write",
    "rate": "all",
    "work": {
        "id": "#/transactionUuid",
        "statusOperation": "getTransactionStatus",
        "parameter": "transactionUuid",
        "in": "path",
        "state": "#/status",
        "pending": [
            "Pending"
        ],
        "succeeded": [
            "Complete"
        ],
        "failed": [
            "Failed"
        ]
    },
    "batch": {
        "at": "#/rows",
        "maxItems": 1000
    }
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters }, { inBatches: batching, submitAndWait: waiting }, {
    "getTransactionStatus": {
        "method": "get",
        "path": "/datasets/{datasetUuid}/transactions/{transactionUuid}/status",
        "parameters": [
            {
                "name": "datasetUuid",
                "in": "path"
            },
            {
                "name": "transactionUuid",
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
            ]
        },
        "security": [
            [
                "apiKey",
                "apiSecret"
            ]
        ],
        "access": "read",
        "rate": "all"
    }
});
/**
 * List the transactions of a dataset.
 *
 * Lists the UUIDs of what was submitted to one dataset, by the API or in the platform. `start-date` and
 * `end-date` keep to a period. There is no call for all datasets at once.
 *
 * `GET /datasets/{datasetUuid}/transactions`
 *
 * Requests per 60 s (`all`): default 30.
 *
 * Evidence: CLARAVINE-022, CLARAVINE-023, CLARAVINE-024, CLARAVINE-027, CLARAVINE-013, CLARAVINE-049.
 */
export const listTransactions = /* @__PURE__ */ operation('listTransactions', {
    "method": "get",
    "path": "/datasets/{datasetUuid}/transactions",
    "parameters": [
        {
            "name": "datasetUuid",
            "in": "path"
        },
        {
            "name": "start-date",
            "in": "query"
        },
        {
            "name": "end-date",
            "in": "query"
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
        ]
    },
    "security": [
        [
            "apiKey",
            "apiSecret"
        ]
    ],
    "access": "read",
    "rate": "all"
}, { writeParameters: writeDefaultParameters });
/**
 * Get the data of a transaction.
 *
 * Gets the header and the rows of a transaction, fields that cannot be written included. The data are there
 * once the transaction is complete; what an earlier request gets is not said. The article prints the path with
 * `transaction` and a slash at the end, which is served as well; the plural, as everywhere else, is preferred.
 *
 * `GET /datasets/{datasetUuid}/transactions/{transactionUuid}/data`
 *
 * Requests per 60 s (`all`): default 30.
 *
 * Evidence: CLARAVINE-030, CLARAVINE-031, CLARAVINE-032, CLARAVINE-027, CLARAVINE-013, CLARAVINE-049.
 */
export const getTransactionData = /* @__PURE__ */ operation('getTransactionData', {
    "method": "get",
    "path": "/datasets/{datasetUuid}/transactions/{transactionUuid}/data",
    "parameters": [
        {
            "name": "datasetUuid",
            "in": "path"
        },
        {
            "name": "transactionUuid",
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
        ]
    },
    "security": [
        [
            "apiKey",
            "apiSecret"
        ]
    ],
    "access": "read",
    "rate": "all"
}, { writeParameters: writeDefaultParameters });
/**
 * Get the status of a transaction.
 *
 * Gets the status of a submission: `Pending`, `Complete` or `Failed`. This is the only way to learn that data
 * were refused, so call it after every `createTransaction`.
 *
 * `GET /datasets/{datasetUuid}/transactions/{transactionUuid}/status`
 *
 * Requests per 60 s (`all`): default 30.
 *
 * Evidence: CLARAVINE-046, CLARAVINE-027, CLARAVINE-013, CLARAVINE-049.
 */
export const getTransactionStatus = /* @__PURE__ */ operation('getTransactionStatus', {
    "method": "get",
    "path": "/datasets/{datasetUuid}/transactions/{transactionUuid}/status",
    "parameters": [
        {
            "name": "datasetUuid",
            "in": "path"
        },
        {
            "name": "transactionUuid",
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
        ]
    },
    "security": [
        [
            "apiKey",
            "apiSecret"
        ]
    ],
    "access": "read",
    "rate": "all"
}, { writeParameters: writeDefaultParameters });
