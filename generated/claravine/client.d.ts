// Made by "kiln generate": change the description, not this.
import type { Client } from 'openapi-fetch';
import type { Batched, Call, FreeCall, Waited } from '../runtime/calls.js';
import type { BasicCredential, Secret } from '../runtime/credentials.js';
import type { Input } from '../runtime/input.js';
import type { Result } from '../runtime/result.js';
import type { ClientOptions } from '../runtime/settings.js';
import { type HookOptions } from '../runtime/hooks.js';
import { type PaceOptions } from '../runtime/pace.js';
import { type AccessOptions } from '../runtime/access.js';
export { TooLargeError } from '../runtime/check-size.js';
import { operations, schemes, servers } from './operations.js';
import type { paths } from './types.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
export type { BasicCredential, ClientOptions, Input, Result, Secret };
/** Credentials by security scheme: values, or functions that are called for each request. */
export interface ClaravineCredentials {
    /**
     * The API key from the profile settings of the platform. It goes with `x-claravine-secret` and has the permissions of
     * the user who created it. It expires on the date that the platform shows beside it.
     */
    readonly apiKey: Secret;
    /**
     * The shared secret that was shown when the key was created. It cannot be shown again: if it is lost, delete the key and
     * create another.
     */
    readonly apiSecret: Secret;
}
export interface ClaravineClientOptions extends ClientOptions, HookOptions, PaceOptions, AccessOptions {
    readonly auth: ClaravineCredentials;
    /** The plan whose quotas hold; without one they are learnt from what answers say. */
    readonly plan?: 'default' | undefined;
}
/** Claravine Data Standards Cloud API 1.0.0: a method for each operation. */
export interface ClaravineClient {
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
    readonly listDatasets: FreeCall<paths['/datasets']['get']>;
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
    readonly createTransaction: Call<paths['/datasets/{datasetUuid}/data']['post']> & Batched<paths['/datasets/{datasetUuid}/data']['post'], '#/rows'> & Waited<paths['/datasets/{datasetUuid}/data']['post'], paths['/datasets/{datasetUuid}/transactions/{transactionUuid}/status']['get']>;
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
    readonly listTransactions: Call<paths['/datasets/{datasetUuid}/transactions']['get']>;
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
    readonly getTransactionData: Call<paths['/datasets/{datasetUuid}/transactions/{transactionUuid}/data']['get']>;
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
    readonly getTransactionStatus: Call<paths['/datasets/{datasetUuid}/transactions/{transactionUuid}/status']['get']>;
    /** openapi-fetch with the credentials and parameter styles of this API. Look at `response.ok`: an empty error leaves `error` undefined. */
    readonly http: Client<paths>;
}
/** The same for a credential that may only read: what writes is not there. */
export type ClaravineReadClient = Omit<ClaravineClient, 'createTransaction'>;
/** Makes a client of Claravine Data Standards Cloud API. */
export declare function createClaravineClient(options: ClaravineClientOptions & {
    readonly access: 'read';
}): ClaravineReadClient;
export declare function createClaravineClient(options: ClaravineClientOptions): ClaravineClient;
