// Made by "kiln generate": change the description, not this.
import type { components } from './types.js';
/** Who wants a session. */
export type LoginInput = components['schemas']['LoginInput'];
/** The login went well. The session itself is in the header `Set-Cookie`. */
export type LoginResponse = components['schemas']['LoginResponse'];
/** The body of a refusal as three observers saw it. The index and its documents print none. */
export type ErrorEnvelope = components['schemas']['ErrorEnvelope'];
/**
 * Id of a workspace. Sources print it as text, working clients as a number; be ready for both.
 */
export type WorkspaceIdValue = components['schemas']['WorkspaceIdValue'];
/** A moment, in ISO 8601. */
export type Timestamp = components['schemas']['Timestamp'];
/** A workspace, the user's own or one shared with a team. */
export type Workspace = components['schemas']['Workspace'];
/**
 * The workspaces, under `workspaces` as the documents print it or under `results` as a client reads it. Look for both.
 */
export type WorkspaceListResponse = components['schemas']['WorkspaceListResponse'];
/** The folder to make. */
export type CreateFolderInput = components['schemas']['CreateFolderInput'];
/** A folder of a workspace. */
export type Folder = components['schemas']['Folder'];
/**
 * The deletion is done. The documents print no such answer; observed were an empty object and `success`, so neither is
 * promised.
 */
export type DeleteResult = components['schemas']['DeleteResult'];
/** What to list. An empty object lists everything. */
export type ResourceFilters = components['schemas']['ResourceFilters'];
/**
 * What to list. Other sources put `resourceTypes` beside `filters`, or add `parentResource` and `isGlobalSearch`, so
 * further fields are allowed.
 */
export type FetchResourcesInput = components['schemas']['FetchResourcesInput'];
/** A workbook, a table or a folder. */
export type Resource = components['schemas']['Resource'];
/** The resources at the top level of a workspace. */
export type ResourceListResponse = components['schemas']['ResourceListResponse'];
/** What to look for. */
export type SearchResourcesInput = components['schemas']['SearchResourcesInput'];
/**
 * Workbooks, tables and folders that match. No source prints this answer; `resources` is our reading, and a bare list is
 * allowed.
 */
export type ResourceSearchResponse = components['schemas']['ResourceSearchResponse'];
/** Settings of a workbook. Others than `isAutoRun` are allowed. */
export type WorkbookSettings = components['schemas']['WorkbookSettings'];
/** The workbook to make. */
export type CreateWorkbookInput = components['schemas']['CreateWorkbookInput'];
/** A workbook, which holds related tables. */
export type Workbook = components['schemas']['Workbook'];
/**
 * Ids of rows, under `recordIds` as the documents print it or under `results` as clients read it. Look for both, and
 * drop the word `search`, which a client found among them.
 */
export type RecordIdListResponse = components['schemas']['RecordIdListResponse'];
/** One row to add. */
export type RowInput = components['schemas']['RowInput'];
/** Rows to add. */
export type AddRowsInput = components['schemas']['AddRowsInput'];
/** The cell of a row. */
export type Cell = components['schemas']['Cell'];
/** A row as observers saw it. The documents do not print one, so nothing is required. */
export type Row = components['schemas']['Row'];
/** The rows that were added. */
export type RowListResponse = components['schemas']['RowListResponse'];
/** Which rows to delete. Only other sources know this body. */
export type DeleteRowsInput = components['schemas']['DeleteRowsInput'];
/** The first rows of a view. */
export type TopRecords = components['schemas']['TopRecords'];
/**
 * Which rows to run. The documents know `viewIdTopRecords` alone. Other clients send `recordIds`, a list of ids, so
 * further fields are allowed.
 */
export type RunSelection = components['schemas']['RunSelection'];
/** What to run, and on which rows. */
export type RunEnrichmentInput = components['schemas']['RunEnrichmentInput'];
/**
 * A form with one field. Its name is the text of `RunEnrichmentInput` as JSON, percent-encoded where a form needs it,
 * and its value is empty. Prefer `application/json`.
 */
export type RunEnrichmentForm = components['schemas']['RunEnrichmentForm'];
/**
 * The run was taken on, or nothing was to be done. The documents do not print this answer, so nothing is required.
 */
export type RunResult = components['schemas']['RunResult'];
/**
 * The number of rows, under `count` as the documents print it or under `tableTotalRecordsCount` as clients read it.
 */
export type RowCount = components['schemas']['RowCount'];
/** The sources of a table. The documents print no answer, so any list or object is allowed. */
export type SourceListResponse = components['schemas']['SourceListResponse'];
/** How the webhook presents itself in Clay. */
export type WebhookTypeSettings = components['schemas']['WebhookTypeSettings'];
/** The source itself. */
export type NewSource = components['schemas']['NewSource'];
/**
 * The source to add. Another client puts `id`, `workspaceId` and `typeSettings` right here instead of under `source`, so
 * nothing is required and more is allowed.
 */
export type AddSource = components['schemas']['AddSource'];
/** What to change about the sources of the table. */
export type SourceSettings = components['schemas']['SourceSettings'];
/**
 * The webhook to add. The same call can change other parts of a table, so further fields are allowed.
 */
export type AddWebhookInput = components['schemas']['AddWebhookInput'];
/**
 * What came of it. The address of the new webhook is in here; the documents do not show where. Elsewhere it is the
 * `state.url` of a source.
 */
export type AddWebhookResponse = components['schemas']['AddWebhookResponse'];
/** The owners and admins. The documents print no answer, so any list or object is allowed. */
export type OwnerListResponse = components['schemas']['OwnerListResponse'];
/** What a user spent. The documents print no answer, so any content is allowed. */
export type UserCreditUsage = components['schemas']['UserCreditUsage'];
/** What a user made. The documents print no answer, so any list or object is allowed. */
export type UserResourceListResponse = components['schemas']['UserResourceListResponse'];
/**
 * Credits of a workspace in a period. Nothing is required, for other sources know another answer.
 */
export type WorkspaceCreditUsage = components['schemas']['WorkspaceCreditUsage'];
/**
 * The types of integration. The documents print no answer, so any list or object is allowed.
 */
export type IntegrationListResponse = components['schemas']['IntegrationListResponse'];
/** A type of integration. The documents print no answer, so any content is allowed. */
export type Integration = components['schemas']['Integration'];
/** What an integration cost. The documents print no answer, so any content is allowed. */
export type IntegrationCreditUsage = components['schemas']['IntegrationCreditUsage'];
/**
 * What an integration cost, in detail. The documents print no answer, so any content is allowed.
 */
export type IntegrationCreditReport = components['schemas']['IntegrationCreditReport'];
export {};
