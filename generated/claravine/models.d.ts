// Made by "kiln generate": change the description, not this.
import type { components } from './types.js';
/**
 * A dataset, which the platform calls a template. The sources print no field of it; those below are our reading of their
 * prose, and others may come.
 */
export type Dataset = components['schemas']['Dataset'];
/** A dataset, by its UUID alone or with what else is known about it. */
export type DatasetEntry = components['schemas']['DatasetEntry'];
/**
 * The datasets. The sources speak of a list and print none, so an object that holds the list is allowed as well.
 */
export type DatasetList = components['schemas']['DatasetList'];
/**
 * The body of a refusal. No source describes it, so nothing is required and anything is allowed; `message` is our
 * reading. Go by the status.
 */
export type ErrorReport = components['schemas']['ErrorReport'];
/** The cells of one row, in the order of `fields`. */
export type TransactionRow = components['schemas']['TransactionRow'];
/**
 * Rows for a dataset. Each row has as many cells as there are fields, in the order of the fields; a schema cannot say
 * so.
 */
export type TransactionInput = components['schemas']['TransactionInput'];
/** The submission that was made. */
export type CreatedTransaction = components['schemas']['CreatedTransaction'];
/** A transaction, by its UUID alone or with what else is known about it. */
export type TransactionEntry = components['schemas']['TransactionEntry'];
/**
 * The transactions. The sources speak of a list of UUIDs and print none, so an object that holds the list is allowed as
 * well.
 */
export type TransactionList = components['schemas']['TransactionList'];
/**
 * The header and the rows of a transaction. The sources name the two parts and print neither; here they are named as in
 * the body of `createTransaction`, and others may come.
 */
export type TransactionData = components['schemas']['TransactionData'];
/** What has become of a submission. */
export type TransactionStatus = components['schemas']['TransactionStatus'];
export {};
