// Made by "kiln generate": change the description, not this.
import { type OptionsOf } from '../runtime/connect.js';
import type { Policy, Settings } from '../runtime/settings.js';
import { hooks } from '../runtime/hooks.js';
import type { HookOptions } from '../runtime/hooks.js';
import { type PaceOptions } from '../runtime/pace.js';
import type { ClaravineClientOptions } from './client.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export type { Settings as Connection } from '../runtime/settings.js';
export { dryRun } from '../runtime/dry-run.js';
export { TooLargeError } from '../runtime/check-size.js';
export { hooks };
/** Keeps to the quotas of the API: no call is sent that would be refused for its number. */
export declare const pacing: Policy<PaceOptions>;
/**
 * Where Claravine Data Standards Cloud API is, and who calls it: what each operation takes first. Name `pacing` and `hooks` behind the options to wait for quotas, and to be told what goes on.
 */
export declare function connect<Used extends readonly Policy<never>[] = []>(options: Omit<ClaravineClientOptions, keyof HookOptions | keyof PaceOptions> & OptionsOf<Used>, ...used: Used): Settings;
import type { OperationOf } from '../runtime/operation.js';
import type { ClaravineClient } from './client.js';
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
export declare const listDatasets: OperationOf<ClaravineClient['listDatasets']>;
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
export declare const createTransaction: OperationOf<ClaravineClient['createTransaction']>;
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
export declare const listTransactions: OperationOf<ClaravineClient['listTransactions']>;
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
export declare const getTransactionData: OperationOf<ClaravineClient['getTransactionData']>;
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
export declare const getTransactionStatus: OperationOf<ClaravineClient['getTransactionStatus']>;
