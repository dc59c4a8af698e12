// Made by "kiln generate": change the description, not this.
export interface paths {
    "/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List datasets
         * @description Lists the datasets that the user of the key may read, which the user's group decides. An entry gives the
         *     UUID that the other operations ask for. The reference also speaks of names and of the fields that take values;
         *     read-only fields are left out.
         */
        get: operations["listDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{datasetUuid}/data": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a transaction
         * @description Submits up to 1000 rows to a dataset. The rules of the dataset are applied afterwards, as they are in the platform:
         *     the answer says that the rows have arrived, and only `getTransactionStatus` says whether they were good. To try
         *     again after a failure, mend the submission in the platform or hand in a new one.
         */
        post: operations["createTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{datasetUuid}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
            };
            cookie?: never;
        };
        /**
         * List the transactions of a dataset
         * @description Lists the UUIDs of what was submitted to one dataset, by the API or in the platform. `start-date` and
         *     `end-date` keep to a period. There is no call for all datasets at once.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{datasetUuid}/transactions/{transactionUuid}/data": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
                /** @description UUID of the transaction, as `createTransaction` and `listTransactions` give it. */
                transactionUuid: components["parameters"]["TransactionUuid"];
            };
            cookie?: never;
        };
        /**
         * Get the data of a transaction
         * @description Gets the header and the rows of a transaction, fields that cannot be written included. The data are there
         *     once the transaction is complete; what an earlier request gets is not said. The article prints the path with
         *     `transaction` and a slash at the end, which is served as well; the plural, as everywhere else, is preferred.
         */
        get: operations["getTransactionData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{datasetUuid}/transactions/{transactionUuid}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
                /** @description UUID of the transaction, as `createTransaction` and `listTransactions` give it. */
                transactionUuid: components["parameters"]["TransactionUuid"];
            };
            cookie?: never;
        };
        /**
         * Get the status of a transaction
         * @description Gets the status of a submission: `Pending`, `Complete` or `Failed`. This is the only way to learn that data
         *     were refused, so call it after every `createTransaction`.
         */
        get: operations["getTransactionStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The submission that was made. */
        CreatedTransaction: {
            /**
             * @description UUID of the new transaction, for its status and its data.
             * @example 0b9d7f42-6a15-4c3e-8d20-7e5f1a2b3c4d
             */
            transactionUuid: string;
            [key: string]: unknown;
        };
        /**
         * @description A dataset, which the platform calls a template. The sources print no field of it; those below are our reading of their
         *     prose, and others may come.
         */
        Dataset: {
            /**
             * @description The fields to which values can be submitted. Read-only fields are not among them.
             * @example [
             *       "Campaign",
             *       "Site",
             *       "Country",
             *       "Budget Owner",
             *       "Launch Month"
             *     ]
             */
            fields?: unknown[];
            /**
             * @description Name of the template in the platform.
             * @example Paid Media
             */
            name?: string;
            /**
             * @description UUID of the dataset, for the paths of the other operations.
             * @example 5f0c6c1e-8a34-4d52-9b7e-2f1d3c4b5a69
             */
            uuid?: string;
            [key: string]: unknown;
        };
        /** @description A dataset, by its UUID alone or with what else is known about it. */
        DatasetEntry: string | components["schemas"]["Dataset"];
        /** @description The datasets. The sources speak of a list and print none, so an object that holds the list is allowed as well. */
        DatasetList: components["schemas"]["DatasetEntry"][] | {
            [key: string]: unknown;
        };
        /**
         * @description The body of a refusal. No source describes it, so nothing is required and anything is allowed; `message` is our
         *     reading. Go by the status.
         */
        ErrorReport: {
            /**
             * @description The reason, for people.
             * @example A request may have at most 1000 rows.
             */
            message?: unknown;
            [key: string]: unknown;
        };
        /**
         * @description The header and the rows of a transaction. The sources name the two parts and print neither; here they are named as in
         *     the body of `createTransaction`, and others may come.
         */
        TransactionData: {
            /**
             * @description The header, which is the fields in the order of the cells. It includes fields that cannot be written.
             * @example [
             *       "Claravine ID",
             *       "Campaign",
             *       "Country"
             *     ]
             */
            fields?: unknown[];
            /**
             * @description The rows.
             * @example [
             *       [
             *         "CV00001",
             *         "Spring Sale",
             *         "US"
             *       ]
             *     ]
             */
            rows?: unknown[];
            [key: string]: unknown;
        };
        /** @description A transaction, by its UUID alone or with what else is known about it. */
        TransactionEntry: string | {
            [key: string]: unknown;
        };
        /**
         * @description Rows for a dataset. Each row has as many cells as there are fields, in the order of the fields; a schema cannot say
         *     so.
         */
        TransactionInput: {
            /**
             * @description Names of the fields that the rows fill, as the dataset has them.
             *
             *     @minItems 1
             */
            fields: string[];
            /**
             * @description The rows, at most 1000. Split more over several submissions.
             *
             *     @minItems 1
             *     @maxItems 1000
             */
            rows: components["schemas"]["TransactionRow"][];
            /**
             * @description A name for the submission, by which people find it in the platform.
             * @example Spring campaigns
             * @example Football Season API v2
             */
            transactionName?: string;
        };
        /**
         * @description The transactions. The sources speak of a list of UUIDs and print none, so an object that holds the list is allowed as
         *     well.
         */
        TransactionList: components["schemas"]["TransactionEntry"][] | {
            [key: string]: unknown;
        };
        /**
         * @description The cells of one row, in the order of `fields`.
         * @example [
         *       "Spring Sale",
         *       "1001",
         *       "US",
         *       "Agency",
         *       "March"
         *     ]
         */
        TransactionRow: unknown[];
        /** @description What has become of a submission. */
        TransactionStatus: {
            /**
             * @description `Pending` while the rows are checked, and possibly for good where a row waits for a correction in the platform;
             *     `Complete` when they are in the dataset; `Failed` when the data were refused.
             * @enum {string}
             */
            status?: "Pending" | "Complete" | "Failed";
            [key: string]: unknown;
        };
    };
    responses: {
        /**
         * @description The request breaks a rule of the API. The rules of the dataset do not show here: they decide the status of the
         *     transaction.
         */
        BadRequest: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReport"];
            };
        };
        /** @description The user of the key may not use the dataset in this way. */
        Forbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReport"];
            };
        };
        /** @description There is no such dataset or transaction. */
        NotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReport"];
            };
        };
        /** @description The quota of this minute is used up. Wait a minute; no header tells the time that is left. */
        RateLimited: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReport"];
            };
        };
        /** @description The key or the secret is missing, unknown or expired. */
        Unauthorized: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReport"];
            };
        };
    };
    parameters: {
        /** @description UUID of the dataset, as `listDatasets` gives it. */
        DatasetUuid: string;
        /**
         * @description The last day of the period, as year, month and day. The sources do not say whether the day itself belongs to it, nor
         *     in which time zone it is meant.
         */
        EndDate: string;
        /**
         * @description The first day of the period, as year, month and day. The sources do not say whether the day itself belongs to it, nor
         *     in which time zone it is meant.
         */
        StartDate: string;
        /** @description UUID of the transaction, as `createTransaction` and `listTransactions` give it. */
        TransactionUuid: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Requests that may be made in one minute.
         * @example 30
         */
        RateLimitLimit: number;
        /**
         * @description Requests that are left in the current minute.
         * @example 29
         */
        RateLimitRemaining: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDatasets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The datasets. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
        };
    };
    createTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
            };
            cookie?: never;
        };
        /** @description The rows and the fields that their cells belong to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionInput"];
            };
        };
        responses: {
            /** @description The rows have arrived and are being checked. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTransaction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /**
                 * @description The last day of the period, as year, month and day. The sources do not say whether the day itself belongs to it, nor
                 *     in which time zone it is meant.
                 */
                "end-date"?: components["parameters"]["EndDate"];
                /**
                 * @description The first day of the period, as year, month and day. The sources do not say whether the day itself belongs to it, nor
                 *     in which time zone it is meant.
                 */
                "start-date"?: components["parameters"]["StartDate"];
            };
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transactions. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    getTransactionData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
                /** @description UUID of the transaction, as `createTransaction` and `listTransactions` give it. */
                transactionUuid: components["parameters"]["TransactionUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The header and the rows. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    getTransactionStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the dataset, as `listDatasets` gives it. */
                datasetUuid: components["parameters"]["DatasetUuid"];
                /** @description UUID of the transaction, as `createTransaction` and `listTransactions` give it. */
                transactionUuid: components["parameters"]["TransactionUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
}
