// Made by "kiln generate": change the description, not this.
import type { components } from './types.js';
/** How long the request took, in milliseconds. Not always sent. */
export type Timing = components['schemas']['Timing'];
/** What every success has; one that has nothing to tell has nothing else. */
export type SuccessResponse = components['schemas']['SuccessResponse'];
/** Id of a user. The reference shows it as text in some places and as a number in others. */
export type UserId = components['schemas']['UserId'];
/** Always null. */
export type DeletedAt = components['schemas']['DeletedAt'];
/** A database in your workspace. */
export type Base = components['schemas']['Base'];
/** Somebody with an account. */
export type User = components['schemas']['User'];
/** One user who may use the object, and how. */
export type AccessEntry = components['schemas']['AccessEntry'];
/** A base as the list shows it, with the users who have access. */
export type BaseWithAccess = components['schemas']['BaseWithAccess'];
/**
 * Length of `result`, the number of items of a list or of characters of a text. Not always sent.
 */
export type ItemCount = components['schemas']['ItemCount'];
/** The bases of the workspace. */
export type BaseListResponse = components['schemas']['BaseListResponse'];
/**
 * The body of a refusal. The reference prints none; this one comes from other work of the vendor.
 */
export type ErrorEnvelope = components['schemas']['ErrorEnvelope'];
/** The base to make. */
export type CreateBaseInput = components['schemas']['CreateBaseInput'];
/** One base. */
export type BaseResponse = components['schemas']['BaseResponse'];
/** A statement to run. */
export type QueryInput = components['schemas']['QueryInput'];
/** The rows that a query selected. */
export type QueryResponse = components['schemas']['QueryResponse'];
/** A table of a base. */
export type Table = components['schemas']['Table'];
/** The tables of a base. */
export type TableListResponse = components['schemas']['TableListResponse'];
/**
 * Type of the values of a column. `integer` takes any number, in spite of its name; `url` and `imageurl` are texts
 * that must be the address of a page or of an image; `jsonfield` is a part of a `jsonb` or computed column.
 */
export type ColumnType = components['schemas']['ColumnType'];
/** What some types need beyond a name. Fields beyond these are allowed. */
export type ColumnExtra = components['schemas']['ColumnExtra'];
/** A column to make. */
export type ColumnInput = components['schemas']['ColumnInput'];
/** The table to make. */
export type CreateTableInput = components['schemas']['CreateTableInput'];
/** What the creation of a table tells of it; list the tables for the rest. */
export type CreatedTable = components['schemas']['CreatedTable'];
/** The new table. */
export type CreatedTableResponse = components['schemas']['CreatedTableResponse'];
/** The deletion of a table, a column or a workflow. */
export type DeletionResponse = components['schemas']['DeletionResponse'];
/**
 * Width of the column in the user interface, in pixels. The reference calls it an integer and shows text.
 */
export type PixelSize = components['schemas']['PixelSize'];
/**
 * What the type of the column needs; null for types that need nothing. Fields beyond these may come.
 */
export type TypeSpecific = components['schemas']['TypeSpecific'];
/**
 * A column as its creation shows it. Its name is called `column_name` here and `name` everywhere else, and what the
 * request called `extra` comes back as `type_specific`.
 */
export type CreatedColumn = components['schemas']['CreatedColumn'];
/** The new column. */
export type CreatedColumnResponse = components['schemas']['CreatedColumnResponse'];
/** A column of a table, as all lists of columns show it. */
export type Column = components['schemas']['Column'];
/** Columns of a table. */
export type ColumnListResponse = components['schemas']['ColumnListResponse'];
/** The new name. */
export type RenameColumnInput = components['schemas']['RenameColumnInput'];
/** The type to convert to. */
export type ConvertColumnInput = components['schemas']['ConvertColumnInput'];
/** Name of the table, in UTF-8. */
export type TableName = components['schemas']['TableName'];
/** A file in a column of the type `file`. Clay stores the file itself, encrypted, in S3. */
export type FileDescriptor = components['schemas']['FileDescriptor'];
/**
 * What one field of a record holds. It depends on the type of the column:
 *
 * | Column type | Value |
 * | --- | --- |
 * | `text`, `singleselect` | string |
 * | `url`, `imageurl` | string that is the address of a page or of an image |
 * | `multiselect` | array of strings |
 * | `integer` | number, not necessarily a whole one |
 * | `date` | date as Postgres has it |
 * | `jsonb` | any JSON |
 * | `jsonfield` | a part of a `jsonb` or computed column |
 * | `reference` | one record of another table |
 * | `multireference` | array of such |
 * | `file` | file descriptor |
 * | `checkbox` | true or false |
 */
export type CellValue = components['schemas']['CellValue'];
/** Values by the name of the column. */
export type RecordValues = components['schemas']['RecordValues'];
/** One record or several to store in a table. */
export type CreateRecordsInput = components['schemas']['CreateRecordsInput'];
/** Id of a record, unique in its table. The reference calls it a string and shows numbers. */
export type ObjectId = components['schemas']['ObjectId'];
/**
 * A record. It has the columns of its table under their names, among them the three that every table has; fewer where
 * `attributes` asked for fewer.
 */
export type StoredRecord = components['schemas']['StoredRecord'];
/** What was stored. */
export type RecordWriteResponse = components['schemas']['RecordWriteResponse'];
/** Conditions on one field. */
export type FilterOperators = components['schemas']['FilterOperators'];
/** A value that the field must equal, or an object of operators. */
export type FilterValue = components['schemas']['FilterValue'];
/**
 * Conditions by the name of the field. A plain value asks for equality, an object holds operators. An empty object
 * sets no condition.
 */
export type RecordFilter = components['schemas']['RecordFilter'];
/** Which records, how many and what of them. */
export type FindConfig = components['schemas']['FindConfig'];
/** A table and which of its records to find. */
export type FindInTableInput = components['schemas']['FindInTableInput'];
/**
 * The conditions without the object around them and without a table. Of which table the records are is not said.
 */
export type FindByConditionsInput = components['schemas']['FindByConditionsInput'];
/**
 * Which records to find. The first form is preferred: the parameters of the reference want it, and the vendor's SDK sends
 * it. The second is that of an example.
 */
export type FindRecordsInput = components['schemas']['FindRecordsInput'];
/** The records that were found. */
export type RecordListResponse = components['schemas']['RecordListResponse'];
/** The record to change, by its `objectId`, and the new values of some of its columns. */
export type IdentifiedRecordValues = components['schemas']['IdentifiedRecordValues'];
/** New values for one record. */
export type SingleUpdateInput = components['schemas']['SingleUpdateInput'];
/** New values for all records that a selector finds. */
export type SelectedUpdateInput = components['schemas']['SelectedUpdateInput'];
/**
 * New values for one record, which `values.objectId` names, or for all records that `config` selects.
 */
export type UpdateRecordsInput = components['schemas']['UpdateRecordsInput'];
/** The record to delete. */
export type DeleteRecordInput = components['schemas']['DeleteRecordInput'];
/** An input of a function, as its package.json defines it. */
export type FunctionInputField = components['schemas']['FunctionInputField'];
/** A function that Clay runs for you. */
export type CloudFunction = components['schemas']['CloudFunction'];
/** The functions of the account. */
export type FunctionListResponse = components['schemas']['FunctionListResponse'];
/** The function to make. */
export type CreateFunctionInput = components['schemas']['CreateFunctionInput'];
/** One function. */
export type FunctionResponse = components['schemas']['FunctionResponse'];
/** One file of the function. */
export type CodeBlock = components['schemas']['CodeBlock'];
/** The files of the function. */
export type DeployFunctionInput = components['schemas']['DeployFunctionInput'];
/** One line that a function or its runtime wrote. */
export type LogEvent = components['schemas']['LogEvent'];
/** What a function wrote, by request. */
export type FunctionLogs = components['schemas']['FunctionLogs'];
/** The logs of a function. */
export type FunctionLogsResponse = components['schemas']['FunctionLogsResponse'];
/**
 * What the function gets. Any JSON is allowed; the function finds an object's fields in `event.vars`.
 */
export type FunctionPayload = components['schemas']['FunctionPayload'];
/** Whatever the function hands to `done`. The envelope of the API is not around it. */
export type FunctionResult = components['schemas']['FunctionResult'];
/** Text that the function hands to `done`. */
export type FunctionText = components['schemas']['FunctionText'];
/**
 * What a function that failed leaves behind. Only a message was seen, so nothing is required.
 */
export type FunctionFailure = components['schemas']['FunctionFailure'];
/** The workflow to make. */
export type CreateWorkflowInput = components['schemas']['CreateWorkflowInput'];
/** A flow that connects services. */
export type Workflow = components['schemas']['Workflow'];
/** One workflow. */
export type WorkflowResponse = components['schemas']['WorkflowResponse'];
/** What to change; the rest stays. */
export type UpdateWorkflowInput = components['schemas']['UpdateWorkflowInput'];
/** The workflows of the account. */
export type WorkflowListResponse = components['schemas']['WorkflowListResponse'];
/** A run that has begun. */
export type WorkflowRun = components['schemas']['WorkflowRun'];
/** What became of a request to run a workflow. */
export type WorkflowRunResponse = components['schemas']['WorkflowRunResponse'];
/** What the workflow gets. Any JSON is allowed, and all of it is passed on. */
export type WorkflowPayload = components['schemas']['WorkflowPayload'];
/**
 * The record that is about to be inserted. It has no id and no dates yet, so `objectId`, `created_at` and
 * `updated_at` are null.
 */
export type InsertedRecordEvent = components['schemas']['InsertedRecordEvent'];
/** A change that is about to be made. */
export type UpdatedRecordEvent = components['schemas']['UpdatedRecordEvent'];
/**
 * The record that is about to be deleted. The reference speaks of an updated record here, most likely by mistake, so
 * nothing is required.
 */
export type DeletedRecordEvent = components['schemas']['DeletedRecordEvent'];
export {};
