// Made by "kiln generate": change the description, not this.
import { toConnection } from '../runtime/connect.js';
import { hooks } from '../runtime/hooks.js';
import { operation } from '../runtime/operation.js';
import { sessions } from '../runtime/session.js';
import { signCookie } from '../runtime/signers.js';
import { uploading } from '../runtime/upload.js';
import { writeAnyBody } from '../runtime/write-any-body.js';
import { writeDefaultParameters } from '../runtime/parameters.js';
import { writeJsonBody } from '../runtime/write-json-body.js';
import { writeParameters } from '../runtime/parameters.js';
import { schemes, servers, session } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { dryRun } from '../runtime/dry-run.js';
export { hooks };
/**
 * Where Clay.com API v3 (unofficial) is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export function connect(options = {}, ...used) {
    return toConnection({ operations: {
            "login": {
                "method": "post",
                "path": "/auth/login",
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
                    ]
                },
                "security": []
            }
        }, schemes, servers, session }, options, { signers: { cookie: signCookie }, writeBody: writeJsonBody }, [sessions, ...used]);
}
/**
 * Log in.
 *
 * Opens a session for the owner of an account. The token of the session is the cookie `claysession` in the header
 * `Set-Cookie`; send it with every other call. It lasts 24 hours: log in once per workflow or day, since too many
 * logins are refused.
 *
 * `POST /auth/login`
 *
 * Evidence: CLAYCOM-027, CLAYCOM-018, CLAYCOM-019, CLAYCOM-030, CLAYCOM-036.
 */
export const login = /* @__PURE__ */ operation('login', {
    "method": "post",
    "path": "/auth/login",
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
        ]
    },
    "security": []
}, { writeBody: writeJsonBody });
/**
 * List workspaces.
 *
 * Lists every workspace that the user can reach, personal ones and those of a team. Most other calls need the
 * id of one.
 *
 * `GET /my-workspaces`
 *
 * Evidence: CLAYCOM-037, CLAYCOM-038.
 */
export const listWorkspaces = /* @__PURE__ */ operation('listWorkspaces', {
    "method": "get",
    "path": "/my-workspaces",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
});
/**
 * Create a folder.
 *
 * Creates a folder in a workspace, at the root or inside another folder.
 *
 * `POST /workspaces/{workspaceId}/folders`
 *
 * Evidence: CLAYCOM-040, CLAYCOM-041.
 */
export const createFolder = /* @__PURE__ */ operation('createFolder', {
    "method": "post",
    "path": "/workspaces/{workspaceId}/folders",
    "parameters": [
        {
            "name": "workspaceId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a folder.
 *
 * Deletes a folder. What is in it may move to the parent folder or be deleted as well; try it on a folder that does
 * not matter first.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `DELETE /folders/{folderId}`
 *
 * Evidence: CLAYCOM-044, CLAYCOM-045.
 */
export const deleteFolder = /* @__PURE__ */ operation('deleteFolder', {
    "method": "delete",
    "path": "/folders/{folderId}",
    "parameters": [
        {
            "name": "folderId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * List resources.
 *
 * Lists the folders and workbooks at the top level of a workspace, and the tables that lie in neither.
 * Only reads, although it is a POST. Without a body, or with empty `filters`, everything is listed. The path ends in
 * a slash.
 *
 * `POST /workspaces/{workspaceId}/resources_v2/`
 *
 * Evidence: CLAYCOM-047, CLAYCOM-048, CLAYCOM-049.
 */
export const fetchResources = /* @__PURE__ */ operation('fetchResources', {
    "method": "post",
    "path": "/workspaces/{workspaceId}/resources_v2/",
    "parameters": [
        {
            "name": "workspaceId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ],
    "isRead": true
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Search resources.
 *
 * Looks for a text in the names and descriptions of the workbooks, tables and folders of a workspace.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `POST /workspaces/{workspaceId}/resources/search`
 *
 * Evidence: CLAYCOM-055, CLAYCOM-058.
 */
export const searchResources = /* @__PURE__ */ operation('searchResources', {
    "method": "post",
    "path": "/workspaces/{workspaceId}/resources/search",
    "parameters": [
        {
            "name": "workspaceId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ],
    "isRead": true
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Create a workbook.
 *
 * Creates a workbook in a workspace. With `settings.isAutoRun`, enrichments run by themselves when rows are added, and
 * spend credits.
 *
 * `POST /workbooks`
 *
 * Evidence: CLAYCOM-061, CLAYCOM-062.
 */
export const createWorkbook = /* @__PURE__ */ operation('createWorkbook', {
    "method": "post",
    "path": "/workbooks",
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
        "404": [
            "application/json"
        ],
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeBody: writeJsonBody });
/**
 * Delete a workbook.
 *
 * Deletes a workbook with **all** its tables and their data. Nothing brings them back.
 * Other sources disagree about this call: one client makes it, another makes a different one, and a third source met
 * 404. `x-upstream` has the details.
 *
 * `DELETE /workbooks/{workbookId}`
 *
 * Evidence: CLAYCOM-065, CLAYCOM-066.
 */
export const deleteWorkbook = /* @__PURE__ */ operation('deleteWorkbook', {
    "method": "delete",
    "path": "/workbooks/{workbookId}",
    "parameters": [
        {
            "name": "workbookId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * List row ids.
 *
 * Lists the ids of all rows that a view of the table shows. The documents know no pages.
 *
 * `GET /tables/{tableId}/views/{viewId}/records/ids`
 *
 * Evidence: CLAYCOM-068.
 */
export const listRecordIds = /* @__PURE__ */ operation('listRecordIds', {
    "method": "get",
    "path": "/tables/{tableId}/views/{viewId}/records/ids",
    "parameters": [
        {
            "name": "tableId",
            "in": "path"
        },
        {
            "name": "viewId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * Add rows.
 *
 * Adds one row or several. Name the cells by the ids of their columns; a row without cells is blank. In a workbook
 * that runs by itself, new rows spend credits. A table holds 50,000 rows by default; what a full one answers is not
 * said.
 *
 * `POST /tables/{tableId}/records`
 *
 * Evidence: CLAYCOM-071, CLAYCOM-072, CLAYCOM-143, CLAYCOM-144.
 */
export const addRows = /* @__PURE__ */ operation('addRows', {
    "method": "post",
    "path": "/tables/{tableId}/records",
    "parameters": [
        {
            "name": "tableId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete all rows.
 *
 * Deletes **every** row of the table, says the index, and nothing brings them back.
 * Other sources send `recordIds` here and delete those rows alone; what a call without a body does they do not say.
 * Treat both as able to empty the table.
 *
 * `DELETE /tables/{tableId}/records`
 *
 * Evidence: CLAYCOM-080, CLAYCOM-081, CLAYCOM-082.
 */
export const deleteRows = /* @__PURE__ */ operation('deleteRows', {
    "method": "delete",
    "path": "/tables/{tableId}/records",
    "parameters": [
        {
            "name": "tableId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a row.
 *
 * Deletes one row of the table.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `DELETE /tables/{tableId}/records/{recordId}`
 *
 * Evidence: CLAYCOM-078.
 */
export const deleteRow = /* @__PURE__ */ operation('deleteRow', {
    "method": "delete",
    "path": "/tables/{tableId}/records/{recordId}",
    "parameters": [
        {
            "name": "tableId",
            "in": "path"
        },
        {
            "name": "recordId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * Run enrichment columns.
 *
 * Runs columns on the first rows of a view, or on all of them. **This spends credits.** The answer comes at once and
 * the run goes on; look at the table after a while for the results. A `runMode` of `NONE` means that nothing runs,
 * although the status is 200.
 * The documents label the JSON as a form, and working clients label it as JSON; both are described.
 *
 * `PATCH /tables/{tableId}/run`
 *
 * Evidence: CLAYCOM-085, CLAYCOM-086, CLAYCOM-093, CLAYCOM-095, CLAYCOM-091.
 */
export const runEnrichment = /* @__PURE__ */ operation('runEnrichment', {
    "method": "patch",
    "path": "/tables/{tableId}/run",
    "parameters": [
        {
            "name": "tableId",
            "in": "path"
        }
    ],
    "content": [
        "application/json",
        "application/x-www-form-urlencoded"
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeBody: writeAnyBody, writeParameters: writeDefaultParameters, policies: [uploading] });
/**
 * Count rows.
 *
 * Counts the rows of the table.
 *
 * `GET /tables/{tableId}/count`
 *
 * Evidence: CLAYCOM-097.
 */
export const countRows = /* @__PURE__ */ operation('countRows', {
    "method": "get",
    "path": "/tables/{tableId}/count",
    "parameters": [
        {
            "name": "tableId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * List sources.
 *
 * Lists what feeds the table, such as webhooks and imports.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /tables/{tableId}/sources`
 *
 * Evidence: CLAYCOM-099.
 */
export const listSources = /* @__PURE__ */ operation('listSources', {
    "method": "get",
    "path": "/tables/{tableId}/sources",
    "parameters": [
        {
            "name": "tableId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * Add a webhook.
 *
 * Adds a webhook to the table. Clay then gives it an address of its own, to which other systems send JSON that
 * becomes rows. A webhook takes 50,000 submissions, however many of its rows are deleted; after that, add a new one.
 * The same call changes other parts of a table, which is not described here.
 *
 * `PATCH /tables/{tableId}`
 *
 * Evidence: CLAYCOM-101, CLAYCOM-102, CLAYCOM-105, CLAYCOM-108.
 */
export const addWebhook = /* @__PURE__ */ operation('addWebhook', {
    "method": "patch",
    "path": "/tables/{tableId}",
    "parameters": [
        {
            "name": "tableId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeBody: writeJsonBody, writeParameters: writeDefaultParameters });
/**
 * Delete a source.
 *
 * Takes a source, such as a webhook or an import, away from the table.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `DELETE /tables/{tableId}/sources/{sourceId}`
 *
 * Evidence: CLAYCOM-109.
 */
export const deleteSource = /* @__PURE__ */ operation('deleteSource', {
    "method": "delete",
    "path": "/tables/{tableId}/sources/{sourceId}",
    "parameters": [
        {
            "name": "tableId",
            "in": "path"
        },
        {
            "name": "sourceId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * List owners.
 *
 * Lists the owners and admins of the account, who can see its credit usage.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /owners`
 *
 * Evidence: CLAYCOM-111.
 */
export const listOwners = /* @__PURE__ */ operation('listOwners', {
    "method": "get",
    "path": "/owners",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
});
/**
 * Get a user's credit usage.
 *
 * Gets the credits that a user spent. Over which period is not documented.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /users/{userId}/credits`
 *
 * Evidence: CLAYCOM-113.
 */
export const getUserCredits = /* @__PURE__ */ operation('getUserCredits', {
    "method": "get",
    "path": "/users/{userId}/credits",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * List a user's resources.
 *
 * Lists the workbooks and tables that a user made. Only reads, although it is a POST, and takes no body.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `POST /users/{userId}/resources`
 *
 * Evidence: CLAYCOM-115.
 */
export const fetchUserResources = /* @__PURE__ */ operation('fetchUserResources', {
    "method": "post",
    "path": "/users/{userId}/resources",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * Get a workspace's credit usage.
 *
 * Gets the credits of a workspace in the current period: in all, spent and left.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /workspaces/{workspaceId}/credits`
 *
 * Evidence: CLAYCOM-117, CLAYCOM-118.
 */
export const getWorkspaceCredits = /* @__PURE__ */ operation('getWorkspaceCredits', {
    "method": "get",
    "path": "/workspaces/{workspaceId}/credits",
    "parameters": [
        {
            "name": "workspaceId",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * List integrations.
 *
 * Lists the types of integration that Clay offers: enrichment providers and data sources.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /integrations`
 *
 * Evidence: CLAYCOM-120.
 */
export const listIntegrations = /* @__PURE__ */ operation('listIntegrations', {
    "method": "get",
    "path": "/integrations",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
});
/**
 * Get an integration.
 *
 * Gets the details of a type of integration.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /integrations/{integrationType}`
 *
 * Evidence: CLAYCOM-122.
 */
export const getIntegration = /* @__PURE__ */ operation('getIntegration', {
    "method": "get",
    "path": "/integrations/{integrationType}",
    "parameters": [
        {
            "name": "integrationType",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * Get an integration's credit usage.
 *
 * Gets the credits that a type of integration cost. Over which period, and in which workspace, is not
 * documented.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /integrations/{integrationType}/credits`
 *
 * Evidence: CLAYCOM-125.
 */
export const getIntegrationCredits = /* @__PURE__ */ operation('getIntegrationCredits', {
    "method": "get",
    "path": "/integrations/{integrationType}/credits",
    "parameters": [
        {
            "name": "integrationType",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
/**
 * Get an integration's credit report.
 *
 * Gets a detailed report of the credits that a type of integration cost.
 * Other sources do not confirm this call; `x-upstream` tells what they do instead.
 *
 * `GET /integrations/{integrationType}/credits/report`
 *
 * Evidence: CLAYCOM-127.
 */
export const getIntegrationCreditReport = /* @__PURE__ */ operation('getIntegrationCreditReport', {
    "method": "get",
    "path": "/integrations/{integrationType}/credits/report",
    "parameters": [
        {
            "name": "integrationType",
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
        "500": [
            "application/json"
        ]
    },
    "security": [
        [
            "sessionCookie"
        ]
    ]
}, { writeParameters: writeDefaultParameters });
