// Made by "kiln generate": change the description, not this.
import type { Client } from 'openapi-fetch';
import type { Call, FreeCall } from '../runtime/calls.js';
import type { BasicCredential, Secret } from '../runtime/credentials.js';
import type { Input } from '../runtime/input.js';
import type { Result } from '../runtime/result.js';
import type { ClientOptions } from '../runtime/settings.js';
import { type HookOptions } from '../runtime/hooks.js';
import { operations, schemes, servers } from './operations.js';
import type { paths } from './types.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
export type { BasicCredential, ClientOptions, Input, Result, Secret };
/** Credentials by security scheme: values, or functions that are called for each request. */
export interface ClayComCredentials {
    /**
     * The token that `login` sets as a cookie, sent back as `Cookie: claysession=<token>`. It ends after 24 hours. The token
     * is opaque: take it as it comes. A session acts as the user who logged in and has no scopes, so treat the token as a
     * password: it belongs on a server, not in client code.
     */
    readonly sessionCookie?: Secret;
}
export interface ClayComClientOptions extends ClientOptions, HookOptions {
    readonly auth?: ClayComCredentials;
    /** What 'login' is called with when a session is needed, and again when it has ended. */
    readonly login?: Input<paths['/auth/login']['post']> | (() => Input<paths['/auth/login']['post']> | Promise<Input<paths['/auth/login']['post']>>) | undefined;
}
/** Clay.com API v3 (unofficial) 3.0.0: a method for each operation. */
export interface ClayComClient {
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
    readonly login: Call<paths['/auth/login']['post']>;
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
    readonly listWorkspaces: FreeCall<paths['/my-workspaces']['get']>;
    /**
     * Create a folder.
     *
     * Creates a folder in a workspace, at the root or inside another folder.
     *
     * `POST /workspaces/{workspaceId}/folders`
     *
     * Evidence: CLAYCOM-040, CLAYCOM-041.
     */
    readonly createFolder: Call<paths['/workspaces/{workspaceId}/folders']['post']>;
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
    readonly deleteFolder: Call<paths['/folders/{folderId}']['delete']>;
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
    readonly fetchResources: Call<paths['/workspaces/{workspaceId}/resources_v2/']['post']>;
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
    readonly searchResources: Call<paths['/workspaces/{workspaceId}/resources/search']['post']>;
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
    readonly createWorkbook: Call<paths['/workbooks']['post']>;
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
    readonly deleteWorkbook: Call<paths['/workbooks/{workbookId}']['delete']>;
    /**
     * List row ids.
     *
     * Lists the ids of all rows that a view of the table shows. The documents know no pages.
     *
     * `GET /tables/{tableId}/views/{viewId}/records/ids`
     *
     * Evidence: CLAYCOM-068.
     */
    readonly listRecordIds: Call<paths['/tables/{tableId}/views/{viewId}/records/ids']['get']>;
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
    readonly addRows: Call<paths['/tables/{tableId}/records']['post']>;
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
    readonly deleteRows: Call<paths['/tables/{tableId}/records']['delete']>;
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
    readonly deleteRow: Call<paths['/tables/{tableId}/records/{recordId}']['delete']>;
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
    readonly runEnrichment: Call<paths['/tables/{tableId}/run']['patch']>;
    /**
     * Count rows.
     *
     * Counts the rows of the table.
     *
     * `GET /tables/{tableId}/count`
     *
     * Evidence: CLAYCOM-097.
     */
    readonly countRows: Call<paths['/tables/{tableId}/count']['get']>;
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
    readonly listSources: Call<paths['/tables/{tableId}/sources']['get']>;
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
    readonly addWebhook: Call<paths['/tables/{tableId}']['patch']>;
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
    readonly deleteSource: Call<paths['/tables/{tableId}/sources/{sourceId}']['delete']>;
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
    readonly listOwners: FreeCall<paths['/owners']['get']>;
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
    readonly getUserCredits: Call<paths['/users/{userId}/credits']['get']>;
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
    readonly fetchUserResources: Call<paths['/users/{userId}/resources']['post']>;
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
    readonly getWorkspaceCredits: Call<paths['/workspaces/{workspaceId}/credits']['get']>;
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
    readonly listIntegrations: FreeCall<paths['/integrations']['get']>;
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
    readonly getIntegration: Call<paths['/integrations/{integrationType}']['get']>;
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
    readonly getIntegrationCredits: Call<paths['/integrations/{integrationType}/credits']['get']>;
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
    readonly getIntegrationCreditReport: Call<paths['/integrations/{integrationType}/credits/report']['get']>;
    /** openapi-fetch with the credentials and parameter styles of this API. Look at `response.ok`: an empty error leaves `error` undefined. */
    readonly http: Client<paths>;
}
/** Makes a client of Clay.com API v3 (unofficial). */
export declare function createClayComClient(options?: ClayComClientOptions): ClayComClient;
