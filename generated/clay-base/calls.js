// Made by "kiln generate": change the description, not this.
import { toConnection } from '../runtime/connect.js';
import { accessChecking } from '../runtime/access.js';
import { chooseServer } from '../runtime/choose-server.js';
import { extended } from '../runtime/operation.js';
import { hooks } from '../runtime/hooks.js';
import { operation } from '../runtime/operation.js';
import { paging } from '../runtime/pages.js';
import { signHeader } from '../runtime/signers.js';
import { writeDefaultParameters } from '../runtime/parameters.js';
import { writeJsonBody } from '../runtime/write-json-body.js';
import { writeParameters } from '../runtime/parameters.js';
import { schemes, servers } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { dryRun } from '../runtime/dry-run.js';
export { hooks };
/**
 * Where Clay Base API is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export function connect(options = {}, ...used) {
    return toConnection({ operations: {}, schemes, servers }, options, { signers: { header: signHeader } }, [accessChecking, ...used]);
}
/**
 * List bases.
 *
 * Lists all bases of the workspace. Each comes with its keys, the private one included, and with the users who
 * have access to it.
 *
 * `GET /bases`
 *
 * Evidence: CLAYBASE-038, CLAYBASE-017, CLAYBASE-028.
 */
export const listBases = /* @__PURE__ */ operation('listBases', {
    "method": "get",
    "path": "/bases",
    "parameters": [],
    "content": [],
    "responses": {
        "200": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "read"
});
/**
 * Create a base.
 *
 * Creates an empty base and answers with it, its two keys included.
 *
 * `POST /bases`
 *
 * Evidence: CLAYBASE-036, CLAYBASE-044, CLAYBASE-017, CLAYBASE-028.
 */
export const createBase = /* @__PURE__ */ operation('createBase', {
    "method": "post",
    "path": "/bases",
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
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody });
/**
 * Run an SQL query.
 *
 * Runs a raw SQL statement on the base's Postgres schema and answers with the selected rows. A statement that changes
 * data needs a key that writes; one that only reads is data reading, which is what a public key is for.
 *
 * `POST /bases/{baseId}/query`
 *
 * Evidence: CLAYBASE-045, CLAYBASE-013, CLAYBASE-018, CLAYBASE-019, CLAYBASE-028.
 */
export const queryBase = /* @__PURE__ */ operation('queryBase', {
    "method": "post",
    "path": "/bases/{baseId}/query",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ],
        [
            "baseKey"
        ]
    ],
    "access": "read",
    "isRead": true
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * List tables.
 *
 * Lists all tables of the base. To see the columns of one, use `describeTable`.
 *
 * `GET /bases/{baseId}/tables`
 *
 * Evidence: CLAYBASE-052, CLAYBASE-026, CLAYBASE-017, CLAYBASE-028.
 */
export const listTables = /* @__PURE__ */ operation('listTables', {
    "method": "get",
    "path": "/bases/{baseId}/tables",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "read"
}, { writeParameters: writeDefaultParameters });
/**
 * Create a table.
 *
 * Creates a table. It gets three columns by itself: `objectId`, a unique id, and `created_at` and `updated_at`,
 * timestamps with time zone. These can be neither modified nor deleted; more columns can be given at once or added
 * later.
 *
 * `POST /bases/{baseId}/tables`
 *
 * Evidence: CLAYBASE-048, CLAYBASE-050, CLAYBASE-051, CLAYBASE-017, CLAYBASE-028.
 */
export const createTable = /* @__PURE__ */ operation('createTable', {
    "method": "post",
    "path": "/bases/{baseId}/tables",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a table.
 *
 * Deletes the table and all its records. This cannot be undone.
 *
 * `DELETE /bases/{baseId}/tables/{tableName}`
 *
 * Evidence: CLAYBASE-053, CLAYBASE-054, CLAYBASE-017, CLAYBASE-028.
 */
export const deleteTable = /* @__PURE__ */ operation('deleteTable', {
    "method": "delete",
    "path": "/bases/{baseId}/tables/{tableName}",
    "parameters": [
        {
            "name": "baseId",
            "in": "path"
        },
        {
            "name": "tableName",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeParameters: writeDefaultParameters });
/**
 * Create a column.
 *
 * Adds a column to a table that exists. Records that exist get its `defaultValue`. The two reference types need
 * `extra.table`, the table that they refer to.
 *
 * `POST /bases/{baseId}/tables/{tableName}/columns`
 *
 * Evidence: CLAYBASE-065, CLAYBASE-067, CLAYBASE-071, CLAYBASE-017, CLAYBASE-028.
 */
export const createColumn = /* @__PURE__ */ operation('createColumn', {
    "method": "post",
    "path": "/bases/{baseId}/tables/{tableName}/columns",
    "parameters": [
        {
            "name": "baseId",
            "in": "path"
        },
        {
            "name": "tableName",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Describe a table.
 *
 * Describes a table by its columns, the three that every table has included.
 *
 * `GET /bases/{baseId}/tables/{tableName}/describe`
 *
 * Evidence: CLAYBASE-072, CLAYBASE-026, CLAYBASE-017, CLAYBASE-028.
 */
export const describeTable = /* @__PURE__ */ operation('describeTable', {
    "method": "get",
    "path": "/bases/{baseId}/tables/{tableName}/describe",
    "parameters": [
        {
            "name": "baseId",
            "in": "path"
        },
        {
            "name": "tableName",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "read"
}, { writeParameters: writeDefaultParameters });
/**
 * Rename a column.
 *
 * Gives the column another name and answers with the columns of the table. The three columns of every table keep
 * theirs.
 *
 * `POST /bases/{baseId}/tables/{tableName}/columns/{columnName}`
 *
 * Evidence: CLAYBASE-074, CLAYBASE-050, CLAYBASE-026, CLAYBASE-017, CLAYBASE-028.
 */
export const renameColumn = /* @__PURE__ */ operation('renameColumn', {
    "method": "post",
    "path": "/bases/{baseId}/tables/{tableName}/columns/{columnName}",
    "parameters": [
        {
            "name": "baseId",
            "in": "path"
        },
        {
            "name": "tableName",
            "in": "path"
        },
        {
            "name": "columnName",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a column.
 *
 * Deletes the column with its values. The three columns of every table cannot be deleted.
 *
 * `DELETE /bases/{baseId}/tables/{tableName}/columns/{columnName}`
 *
 * Evidence: CLAYBASE-079, CLAYBASE-050, CLAYBASE-017, CLAYBASE-028.
 */
export const deleteColumn = /* @__PURE__ */ operation('deleteColumn', {
    "method": "delete",
    "path": "/bases/{baseId}/tables/{tableName}/columns/{columnName}",
    "parameters": [
        {
            "name": "baseId",
            "in": "path"
        },
        {
            "name": "tableName",
            "in": "path"
        },
        {
            "name": "columnName",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeParameters: writeDefaultParameters });
/**
 * Convert a column.
 *
 * Tries to change the type of a column and answers with the new columns. If a value cannot be converted, all is rolled
 * back. With `force` such a column is erased and gets its new type all the same. The three columns of every table
 * cannot be converted.
 *
 * `POST /bases/{baseId}/tables/{tableName}/columns/{columnName}/convert`
 *
 * Evidence: CLAYBASE-076, CLAYBASE-050, CLAYBASE-026, CLAYBASE-017, CLAYBASE-028.
 */
export const convertColumn = /* @__PURE__ */ operation('convertColumn', {
    "method": "post",
    "path": "/bases/{baseId}/tables/{tableName}/columns/{columnName}/convert",
    "parameters": [
        {
            "name": "baseId",
            "in": "path"
        },
        {
            "name": "tableName",
            "in": "path"
        },
        {
            "name": "columnName",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Create records.
 *
 * Stores one record or several in a table and answers with what was stored, ids included. A hook on insertion is asked
 * first and may refuse.
 *
 * `POST /bases/{baseId}/insert`
 */
export const createRecords = /* @__PURE__ */ operation('createRecords', {
    "method": "post",
    "path": "/bases/{baseId}/insert",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ],
        [
            "baseKey"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Find records.
 *
 * Finds the records of a table that meet `config.where`, in the order of `config.order`. It only reads,
 * although it is a POST. `config.limit` and `config.page` go through long results. An empty `config` finds the first
 * 30 records. An example of the reference has `where`, `limit` and `order` beside each other, without `config` and
 * `table`: that is taken as well, but does not say which table is meant, so `table` and `config` are preferred.
 *
 * `POST /bases/{baseId}/find`
 */
export const findRecords = /* @__PURE__ */ extended('findRecords', {
    "method": "post",
    "path": "/bases/{baseId}/find",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ],
        [
            "baseKey"
        ]
    ],
    "access": "read",
    "isRead": true,
    "pages": {
        "style": "page",
        "in": "body",
        "size": "#/config/limit",
        "place": "#/config/page",
        "first": 0,
        "items": "#/result",
        "usual": 30
    }
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters }, { pages: paging, items: paging });
/**
 * Update records.
 *
 * Changes one record, which `values.objectId` names, or all records that `config` finds. Columns that `values` does
 * not name keep their values. A hook on updates is asked first and may refuse.
 *
 * `POST /bases/{baseId}/update`
 */
export const updateRecords = /* @__PURE__ */ operation('updateRecords', {
    "method": "post",
    "path": "/bases/{baseId}/update",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ],
        [
            "baseKey"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a record.
 *
 * Deletes one record by its id. A hook on deletions is asked first and may refuse.
 *
 * `POST /bases/{baseId}/delete`
 *
 * Evidence: CLAYBASE-101, CLAYBASE-013, CLAYBASE-011, CLAYBASE-017, CLAYBASE-105, CLAYBASE-028.
 */
export const deleteRecord = /* @__PURE__ */ operation('deleteRecord', {
    "method": "post",
    "path": "/bases/{baseId}/delete",
    "parameters": [
        {
            "name": "baseId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ],
        [
            "baseKey"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * List functions.
 *
 * Lists all functions of the account.
 *
 * `GET /functions`
 *
 * Evidence: CLAYBASE-131, CLAYBASE-017, CLAYBASE-028.
 */
export const listFunctions = /* @__PURE__ */ operation('listFunctions', {
    "method": "get",
    "path": "/functions",
    "parameters": [],
    "content": [],
    "responses": {
        "200": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "read"
});
/**
 * Create a function.
 *
 * Creates a cloud function under a name. It runs your code once `deployFunction` has deployed it.
 *
 * `POST /functions`
 *
 * Evidence: CLAYBASE-125, CLAYBASE-017, CLAYBASE-028.
 */
export const createFunction = /* @__PURE__ */ operation('createFunction', {
    "method": "post",
    "path": "/functions",
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
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody });
/**
 * Deploy a function.
 *
 * Deploys the code of a function that was created before, as files in base64. The inputs that the function shows
 * afterwards are those that its package.json lists under `parameters`.
 *
 * `POST /functions/{functionId}/deploy`
 *
 * Evidence: CLAYBASE-128, CLAYBASE-130, CLAYBASE-123, CLAYBASE-017, CLAYBASE-028.
 */
export const deployFunction = /* @__PURE__ */ operation('deployFunction', {
    "method": "post",
    "path": "/functions/{functionId}/deploy",
    "parameters": [
        {
            "name": "functionId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * List function logs.
 *
 * Lists what the function wrote, by request, and the order of the requests. The reference does not say how
 * far back the logs go.
 *
 * `GET /functions/{functionId}/logs`
 *
 * Evidence: CLAYBASE-135, CLAYBASE-138, CLAYBASE-017, CLAYBASE-028.
 */
export const listFunctionLogs = /* @__PURE__ */ operation('listFunctionLogs', {
    "method": "get",
    "path": "/functions/{functionId}/logs",
    "parameters": [
        {
            "name": "functionId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "read"
}, { writeParameters: writeDefaultParameters });
/**
 * Run a function.
 *
 * Runs a function with the JSON of the body and answers with whatever the function returns, without the envelope of
 * the API. The address is on another host, `https://exec.clay.run`, and takes no credential; a function that is not
 * public may answer 401 all the same, and one whose code fails 520.
 *
 * `POST /{user}/{function}`
 *
 * Evidence: CLAYBASE-132, CLAYBASE-133, CLAYBASE-015, CLAYBASE-004, CLAYBASE-028.
 */
export const runFunction = /* @__PURE__ */ operation('runFunction', {
    "method": "post",
    "server": "https://exec.clay.run",
    "path": "/{user}/{function}",
    "parameters": [
        {
            "name": "user",
            "in": "path"
        },
        {
            "name": "function",
            "in": "path"
        }
    ],
    "content": [
        "application/json"
    ],
    "responses": {
        "200": [
            "application/json",
            "text/plain"
        ],
        "400": [
            "application/json"
        ],
        "401": [
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
        ],
        "503": [
            "application/json"
        ],
        "520": [
            "application/json"
        ]
    },
    "security": []
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters, chooseServer });
/**
 * Create a workflow.
 *
 * Creates a workflow and answers with it, the key that runs it included. It is turned off at first; `updateWorkflow`
 * turns it on.
 *
 * `POST /workflow`
 *
 * Evidence: CLAYBASE-142, CLAYBASE-141, CLAYBASE-017, CLAYBASE-028.
 */
export const createWorkflow = /* @__PURE__ */ operation('createWorkflow', {
    "method": "post",
    "path": "/workflow",
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
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody });
/**
 * Update a workflow.
 *
 * Changes the name of a workflow, turns it on or off, or both. The reference prints this path with `workflow` twice
 * and with `workflows` once: both are served, and the first, which its endpoint line has, is preferred.
 *
 * `PATCH /workflow/{workflowId}`
 *
 * Evidence: CLAYBASE-144, CLAYBASE-141, CLAYBASE-017, CLAYBASE-028.
 */
export const updateWorkflow = /* @__PURE__ */ operation('updateWorkflow', {
    "method": "patch",
    "path": "/workflow/{workflowId}",
    "parameters": [
        {
            "name": "workflowId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * List workflows.
 *
 * Lists all workflows of the account, each with its trigger if it has one.
 *
 * `GET /workflows`
 *
 * Evidence: CLAYBASE-151, CLAYBASE-141, CLAYBASE-017, CLAYBASE-028.
 */
export const listWorkflows = /* @__PURE__ */ operation('listWorkflows', {
    "method": "get",
    "path": "/workflows",
    "parameters": [],
    "content": [],
    "responses": {
        "200": [
            "application/json"
        ],
        "401": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "read"
});
/**
 * Run a workflow by GET.
 *
 * Runs a workflow without a body. Unlike other GET requests this one has an effect, so keep its address from whatever
 * follows links by itself. A workflow that is turned off does not run, and the answer is a success all the same.
 *
 * `GET /workflows/run/{publicKey}`
 */
export const runWorkflowByGet = /* @__PURE__ */ operation('runWorkflowByGet', {
    "method": "get",
    "path": "/workflows/run/{publicKey}",
    "parameters": [
        {
            "name": "publicKey",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [],
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeParameters: writeDefaultParameters });
/**
 * Run a workflow.
 *
 * Runs a workflow with the body, which is passed on as it is. The answer does not wait for the end of the run. A
 * workflow that is turned off does not run: its payload is kept as test data for the first step, and the answer is a
 * success whose result is a sentence instead of an object.
 *
 * `POST /workflows/run/{publicKey}`
 */
export const runWorkflow = /* @__PURE__ */ operation('runWorkflow', {
    "method": "post",
    "path": "/workflows/run/{publicKey}",
    "parameters": [
        {
            "name": "publicKey",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [],
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a workflow.
 *
 * Deletes the workflow. To stop it for a while, turn it off with `updateWorkflow` instead.
 *
 * `DELETE /workflows/{workflowId}`
 *
 * Evidence: CLAYBASE-152, CLAYBASE-141, CLAYBASE-017, CLAYBASE-028.
 */
export const deleteWorkflow = /* @__PURE__ */ operation('deleteWorkflow', {
    "method": "delete",
    "path": "/workflows/{workflowId}",
    "parameters": [
        {
            "name": "workflowId",
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
        "404": [
            "application/json"
        ],
        "429": [
            "application/json"
        ],
        "500": [
            "application/json"
        ],
        "503": [
            "application/json"
        ]
    },
    "security": [
        [
            "accountToken"
        ]
    ],
    "access": "write"
}, { writeParameters: writeDefaultParameters });
