// Made by "kiln generate": change the description, not this.
import { type OptionsOf } from '../runtime/connect.js';
import type { Policy, Settings } from '../runtime/settings.js';
import { hooks } from '../runtime/hooks.js';
import type { HookOptions } from '../runtime/hooks.js';
import type { ClayComClientOptions } from './client.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export type { Settings as Connection } from '../runtime/settings.js';
export { dryRun } from '../runtime/dry-run.js';
export { hooks };
/**
 * Where Clay.com API v3 (unofficial) is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export declare function connect<Used extends readonly Policy<never>[] = []>(options?: Omit<ClayComClientOptions, keyof HookOptions> & OptionsOf<Used>, ...used: Used): Settings;
import type { OperationOf } from '../runtime/operation.js';
import type { ClayComClient } from './client.js';
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
export declare const login: OperationOf<ClayComClient['login']>;
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
export declare const listWorkspaces: OperationOf<ClayComClient['listWorkspaces']>;
/**
 * Create a folder.
 *
 * Creates a folder in a workspace, at the root or inside another folder.
 *
 * `POST /workspaces/{workspaceId}/folders`
 *
 * Evidence: CLAYCOM-040, CLAYCOM-041.
 */
export declare const createFolder: OperationOf<ClayComClient['createFolder']>;
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
export declare const deleteFolder: OperationOf<ClayComClient['deleteFolder']>;
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
export declare const fetchResources: OperationOf<ClayComClient['fetchResources']>;
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
export declare const searchResources: OperationOf<ClayComClient['searchResources']>;
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
export declare const createWorkbook: OperationOf<ClayComClient['createWorkbook']>;
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
export declare const deleteWorkbook: OperationOf<ClayComClient['deleteWorkbook']>;
/**
 * List row ids.
 *
 * Lists the ids of all rows that a view of the table shows. The documents know no pages.
 *
 * `GET /tables/{tableId}/views/{viewId}/records/ids`
 *
 * Evidence: CLAYCOM-068.
 */
export declare const listRecordIds: OperationOf<ClayComClient['listRecordIds']>;
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
export declare const addRows: OperationOf<ClayComClient['addRows']>;
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
export declare const deleteRows: OperationOf<ClayComClient['deleteRows']>;
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
export declare const deleteRow: OperationOf<ClayComClient['deleteRow']>;
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
export declare const runEnrichment: OperationOf<ClayComClient['runEnrichment']>;
/**
 * Count rows.
 *
 * Counts the rows of the table.
 *
 * `GET /tables/{tableId}/count`
 *
 * Evidence: CLAYCOM-097.
 */
export declare const countRows: OperationOf<ClayComClient['countRows']>;
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
export declare const listSources: OperationOf<ClayComClient['listSources']>;
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
export declare const addWebhook: OperationOf<ClayComClient['addWebhook']>;
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
export declare const deleteSource: OperationOf<ClayComClient['deleteSource']>;
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
export declare const listOwners: OperationOf<ClayComClient['listOwners']>;
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
export declare const getUserCredits: OperationOf<ClayComClient['getUserCredits']>;
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
export declare const fetchUserResources: OperationOf<ClayComClient['fetchUserResources']>;
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
export declare const getWorkspaceCredits: OperationOf<ClayComClient['getWorkspaceCredits']>;
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
export declare const listIntegrations: OperationOf<ClayComClient['listIntegrations']>;
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
export declare const getIntegration: OperationOf<ClayComClient['getIntegration']>;
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
export declare const getIntegrationCredits: OperationOf<ClayComClient['getIntegrationCredits']>;
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
export declare const getIntegrationCreditReport: OperationOf<ClayComClient['getIntegrationCreditReport']>;
