// Made by "kiln generate": change the description, not this.
export interface paths {
    "/{user}/{function}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the function. */
                function: components["parameters"]["FunctionName"];
                /** @description The `username` of the user whose function it is. */
                user: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a function
         * @description Runs a function with the JSON of the body and answers with whatever the function returns, without the envelope of
         *     the API. The address is on another host, `https://exec.clay.run`, and takes no credential; a function that is not
         *     public may answer 401 all the same, and one whose code fails 520.
         */
        post: operations["runFunction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bases
         * @description Lists all bases of the workspace. Each comes with its keys, the private one included, and with the users who
         *     have access to it.
         */
        get: operations["listBases"];
        put?: never;
        /**
         * Create a base
         * @description Creates an empty base and answers with it, its two keys included.
         */
        post: operations["createBase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a record
         * @description Deletes one record by its id. A hook on deletions is asked first and may refuse.
         */
        post: operations["deleteRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find records
         * @description Finds the records of a table that meet `config.where`, in the order of `config.order`. It only reads,
         *     although it is a POST. `config.limit` and `config.page` go through long results. An empty `config` finds the first
         *     30 records. An example of the reference has `where`, `limit` and `order` beside each other, without `config` and
         *     `table`: that is taken as well, but does not say which table is meant, so `table` and `config` are preferred.
         */
        post: operations["findRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/insert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create records
         * @description Stores one record or several in a table and answers with what was stored, ids included. A hook on insertion is asked
         *     first and may refuse.
         */
        post: operations["createRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/query": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run an SQL query
         * @description Runs a raw SQL statement on the base's Postgres schema and answers with the selected rows. A statement that changes
         *     data needs a key that writes; one that only reads is data reading, which is what a public key is for.
         */
        post: operations["queryBase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /**
         * List tables
         * @description Lists all tables of the base. To see the columns of one, use `describeTable`.
         */
        get: operations["listTables"];
        put?: never;
        /**
         * Create a table
         * @description Creates a table. It gets three columns by itself: `objectId`, a unique id, and `created_at` and `updated_at`,
         *     timestamps with time zone. These can be neither modified nor deleted; more columns can be given at once or added
         *     later.
         */
        post: operations["createTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/tables/{tableName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a table
         * @description Deletes the table and all its records. This cannot be undone.
         */
        delete: operations["deleteTable"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/tables/{tableName}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a column
         * @description Adds a column to a table that exists. Records that exist get its `defaultValue`. The two reference types need
         *     `extra.table`, the table that they refer to.
         */
        post: operations["createColumn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/tables/{tableName}/columns/{columnName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the column as it is now. */
                columnName: components["parameters"]["ColumnName"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a column
         * @description Gives the column another name and answers with the columns of the table. The three columns of every table keep
         *     theirs.
         */
        post: operations["renameColumn"];
        /**
         * Delete a column
         * @description Deletes the column with its values. The three columns of every table cannot be deleted.
         */
        delete: operations["deleteColumn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/tables/{tableName}/columns/{columnName}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the column as it is now. */
                columnName: components["parameters"]["ColumnName"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert a column
         * @description Tries to change the type of a column and answers with the new columns. If a value cannot be converted, all is rolled
         *     back. With `force` such a column is erased and gets its new type all the same. The three columns of every table
         *     cannot be converted.
         */
        post: operations["convertColumn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/tables/{tableName}/describe": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        /**
         * Describe a table
         * @description Describes a table by its columns, the three that every table has included.
         */
        get: operations["describeTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bases/{baseId}/update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update records
         * @description Changes one record, which `values.objectId` names, or all records that `config` finds. Columns that `values` does
         *     not name keep their values. A hook on updates is asked first and may refuse.
         */
        post: operations["updateRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List functions
         * @description Lists all functions of the account.
         */
        get: operations["listFunctions"];
        put?: never;
        /**
         * Create a function
         * @description Creates a cloud function under a name. It runs your code once `deployFunction` has deployed it.
         */
        post: operations["createFunction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions/{functionId}/deploy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the function, its `fid`. */
                functionId: components["parameters"]["FunctionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy a function
         * @description Deploys the code of a function that was created before, as files in base64. The inputs that the function shows
         *     afterwards are those that its package.json lists under `parameters`.
         */
        post: operations["deployFunction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/functions/{functionId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the function, its `fid`. */
                functionId: components["parameters"]["FunctionId"];
            };
            cookie?: never;
        };
        /**
         * List function logs
         * @description Lists what the function wrote, by request, and the order of the requests. The reference does not say how
         *     far back the logs go.
         */
        get: operations["listFunctionLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a workflow
         * @description Creates a workflow and answers with it, the key that runs it included. It is turned off at first; `updateWorkflow`
         *     turns it on.
         */
        post: operations["createWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workflow, its `wid`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a workflow
         * @description Changes the name of a workflow, turns it on or off, or both. The reference prints this path with `workflow` twice
         *     and with `workflows` once: both are served, and the first, which its endpoint line has, is preferred.
         */
        patch: operations["updateWorkflow"];
        trace?: never;
    };
    "/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workflows
         * @description Lists all workflows of the account, each with its trigger if it has one.
         */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workflow, its `wid`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a workflow
         * @description Deletes the workflow. To stop it for a while, turn it off with `updateWorkflow` instead.
         */
        delete: operations["deleteWorkflow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/run/{publicKey}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `public_key` of the workflow. */
                publicKey: components["parameters"]["WorkflowKey"];
            };
            cookie?: never;
        };
        /**
         * Run a workflow by GET
         * @description Runs a workflow without a body. Unlike other GET requests this one has an effect, so keep its address from whatever
         *     follows links by itself. A workflow that is turned off does not run, and the answer is a success all the same.
         */
        get: operations["runWorkflowByGet"];
        put?: never;
        /**
         * Run a workflow
         * @description Runs a workflow with the body, which is passed on as it is. The answer does not wait for the end of the run. A
         *     workflow that is turned off does not run: its payload is kept as test data for the first step, and the answer is a
         *     success whose result is a sentence instead of an object.
         */
        post: operations["runWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    recordDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A record is about to be deleted
         * @description Clay sends the record before it deletes it. Answer 200 to let it go; after any other answer the record stays.
         */
        post: operations["sendRecordDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    recordInsert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A record is about to be inserted
         * @description Clay sends the record before it stores it. Answer 200 to let it pass; after any other answer the record is not
         *     inserted.
         */
        post: operations["sendRecordInsert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    recordUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A record is about to be updated
         * @description Clay sends the changed fields and the record as it was. Answer 200 to let the change pass; after any other answer
         *     the record stays as it is.
         */
        post: operations["sendRecordUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description One user who may use the object, and how. */
        AccessEntry: {
            /**
             * @description What the user may do; `owner` in the only example. Other words may come.
             * @example owner
             */
            access: string;
            /**
             * Format: date-time
             * @description When access was given.
             * @example 2019-05-06T09:12:44.124Z
             */
            createdAt?: string;
            deletedAt?: components["schemas"]["DeletedAt"];
            /**
             * @description Id of the object, here the base's `bid` as text.
             * @example 2041
             * @example 1499
             */
            object_id?: string;
            /**
             * @description What the entry opens; `base` in the only example.
             * @example base
             */
            object_type?: string;
            /**
             * @description Id of this entry.
             * @example 5443
             */
            uaid?: number;
            /**
             * Format: date-time
             * @description When the entry last changed.
             * @example 2019-05-06T09:12:44.124Z
             */
            updatedAt?: string;
            user: components["schemas"]["User"];
            user_id?: components["schemas"]["UserId"];
            /**
             * @description Who is let in; `user` in the only example.
             * @example user
             */
            user_type?: string;
        };
        /** @description A database in your workspace. */
        Base: {
            /**
             * @description Id of the base, which the paths call `baseId`.
             * @example 2041
             * @example 1499
             */
            bid: number;
            /**
             * Format: date-time
             * @description When the base was created.
             * @example 2019-05-06T09:12:44.120Z
             * @example 2019-04-19T18:17:51.286Z
             */
            createdAt: string;
            /**
             * @description The database that keeps the base.
             * @example 1
             */
            database_id: string;
            deletedAt: components["schemas"]["DeletedAt"];
            /**
             * @description An emoji that stands for the base.
             * @example 📰
             * @example 🚀
             */
            image_icon?: string;
            /**
             * @description Whether the base is public. The list of bases does not show it.
             * @example false
             */
            is_public?: boolean;
            /**
             * @description Name of the base. Several bases may share one.
             * @example Newsroom
             * @example a new base
             */
            name: string;
            /**
             * @description The key that may write to this base. Keep it on a server.
             *
             *     @pattern ^sk_
             * @example sk_placeholder_newsroom
             */
            private_key: string;
            /**
             * @description The key that may only read from this base.
             *
             *     @pattern ^pk_
             * @example pk_placeholder_newsroom
             */
            public_key: string;
            /**
             * @description Name of the schema that holds the base on the Postgres server.
             * @example ada-newsroom-k3x9
             * @example user1-a-new-base-ageag094j
             */
            schema: string;
            /**
             * @description Labels of the base.
             * @example []
             */
            tags: string[];
            uid: components["schemas"]["UserId"];
            /**
             * Format: date-time
             * @description When the base last changed.
             * @example 2019-05-06T09:12:44.120Z
             */
            updatedAt: string;
        };
        /** @description The bases of the workspace. */
        BaseListResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description All of them; the reference describes no pages. */
            result: components["schemas"]["BaseWithAccess"][];
        };
        /** @description One base. */
        BaseResponse: components["schemas"]["SuccessResponse"] & {
            result: components["schemas"]["Base"];
        };
        /** @description A base as the list shows it, with the users who have access. */
        BaseWithAccess: components["schemas"]["Base"] & {
            /** @description Who may use the base. */
            access: components["schemas"]["AccessEntry"][];
        };
        /**
         * @description What one field of a record holds. It depends on the type of the column:
         *
         *     | Column type | Value |
         *     | --- | --- |
         *     | `text`, `singleselect` | string |
         *     | `url`, `imageurl` | string that is the address of a page or of an image |
         *     | `multiselect` | array of strings |
         *     | `integer` | number, not necessarily a whole one |
         *     | `date` | date as Postgres has it |
         *     | `jsonb` | any JSON |
         *     | `jsonfield` | a part of a `jsonb` or computed column |
         *     | `reference` | one record of another table |
         *     | `multireference` | array of such |
         *     | `file` | file descriptor |
         *     | `checkbox` | true or false |
         */
        CellValue: components["schemas"]["FileDescriptor"] | (string | number | boolean | unknown[] | Record<string, unknown> | null);
        /** @description A function that Clay runs for you. */
        CloudFunction: {
            /**
             * @description Name of the function within Clay's environment at AWS.
             * @example ada-greet-reader
             * @example Theo--send-gmail-message
             */
            aws_name: string;
            /**
             * Format: date-time
             * @description When the function was created.
             * @example 2019-05-07T10:00:12.422Z
             */
            createdAt: string;
            deletedAt: components["schemas"]["DeletedAt"];
            /**
             * @description What the function does; null where nobody said.
             * @example null
             * @example Greets a reader by name
             */
            description: string | null;
            /**
             * @description Id of the function, which the paths call `functionId`.
             * @example 3165
             * @example 3009
             */
            fid: number;
            /** @description The inputs that the function's package.json defines. */
            inputs: components["schemas"]["FunctionInputField"][];
            /**
             * @description Whether everybody may call the function.
             * @example false
             */
            is_public: boolean;
            /**
             * @description Memory that a call may use, in MB.
             * @example 1536
             */
            memory_size: number;
            /**
             * @description Name of the function, by which it is called.
             * @example greet-reader
             * @example send-gmail-message
             */
            name: string;
            owner: components["schemas"]["UserId"];
            /**
             * @description A hash of package.json; null before the first deployment.
             * @example cGxhY2Vob2xkZXItcGFja2FnZS1oYXNo
             * @example null
             */
            package_hash: string | null;
            /**
             * @description Runtime and its version.
             * @example nodejs8.10
             */
            runtime: string;
            /**
             * @description How long a call may take, most likely in seconds.
             * @example 30
             */
            timeout: number;
            /**
             * Format: date-time
             * @description When the function last changed.
             * @example 2019-05-07T10:04:30.120Z
             */
            updatedAt: string;
            user?: components["schemas"]["User"];
        };
        /** @description One file of the function. */
        CodeBlock: {
            /**
             * @description Content of the file in base64.
             * @example ZXhwb3J0cy5oYW5kbGVyID0gKGV2ZW50LCBkb25lKSA9PiBkb25lKGV2ZW50LnZhcnMpOwo=
             */
            base64Content: string;
            /**
             * @description Name of the file.
             * @example index.js
             */
            name: string;
        };
        /** @description A column of a table, as all lists of columns show it. */
        Column: {
            /**
             * @description Id of the column.
             * @example 4743
             * @example 26320
             */
            cid: number;
            /**
             * @description Name of the column.
             * @example published
             * @example new-column-name
             */
            name: string;
            /**
             * @description Place of the column in the table. The reference counts from 1 in its text and from 0 in its example.
             * @example 4
             * @example 6
             */
            ordinal_position: number;
            px_size: components["schemas"]["PixelSize"];
            /**
             * @description Type of the column: one of those that a column can be created with, or another such as
             *     `timestamp with time zone`, which the mandatory columns have.
             * @example checkbox
             * @example text
             * @example timestamp with time zone
             */
            type: string;
            type_specific: components["schemas"]["TypeSpecific"];
        };
        /** @description What some types need beyond a name. Fields beyond these are allowed. */
        ColumnExtra: {
            /**
             * @description The field of the other table that the user interface shows for a reference.
             * @example name
             */
            displayKey?: string;
            /**
             * @description Inputs of a computed column, from the name of each to the id of a column.
             * @example {
             *       "input1": 4742
             *     }
             */
            inputs?: {
                [key: string]: unknown;
            };
            /**
             * @description The table that a reference refers to. Must be filled for `reference` and `multireference`.
             * @example authors
             */
            table?: string;
            [key: string]: unknown;
        };
        /** @description A column to make. */
        ColumnInput: {
            /**
             * @description The value to store where a record comes without one, or with NULL. Records that exist get it, too.
             * @default null
             * @example false
             */
            defaultValue?: unknown;
            /** @default {} */
            extra?: components["schemas"]["ColumnExtra"];
            /**
             * @description Name of the column.
             * @example published
             */
            name: string;
            type: components["schemas"]["ColumnType"];
            /**
             * @description Whether two records may not have the same value in this column.
             * @default false
             * @example false
             */
            unique?: boolean;
            [key: string]: unknown;
        };
        /** @description Columns of a table. */
        ColumnListResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description The columns, the mandatory ones included. */
            result: components["schemas"]["Column"][];
        };
        /**
         * @description Type of the values of a column. `integer` takes any number, in spite of its name; `url` and `imageurl` are texts
         *     that must be the address of a page or of an image; `jsonfield` is a part of a `jsonb` or computed column.
         * @enum {string}
         */
        ColumnType: "multiselect" | "singleselect" | "text" | "integer" | "date" | "jsonb" | "url" | "imageurl" | "reference" | "multireference" | "file" | "jsonfield" | "checkbox";
        /** @description The type to convert to. */
        ConvertColumnInput: {
            /**
             * @description What to do with values that cannot be converted: false to leave the column as it was, true to erase its values
             *     and change the type all the same.
             * @default false
             * @example true
             */
            force?: boolean;
            new_type: components["schemas"]["ColumnType"];
        };
        /** @description The base to make. */
        CreateBaseInput: {
            /**
             * @description An emoji that stands for the base.
             * @example 📰
             */
            image_icon?: string;
            /**
             * @description Name of the base. It need not be unique.
             * @example Newsroom
             */
            name: string;
        };
        /**
         * @description A column as its creation shows it. Its name is called `column_name` here and `name` everywhere else, and what the
         *     request called `extra` comes back as `type_specific`.
         */
        CreatedColumn: {
            /**
             * @description Id of the base.
             * @example 2041
             */
            bid: number;
            /**
             * @description Id of the column.
             * @example 4743
             */
            cid: number;
            /**
             * @description Name of the column.
             * @example published
             */
            column_name: string;
            /**
             * Format: date-time
             * @description When the column was created.
             * @example 2019-05-06T09:20:18.930Z
             */
            createdAt?: string;
            deletedAt?: components["schemas"]["DeletedAt"];
            /**
             * @description Place of the column in the table.
             * @example 4
             */
            ordinal_position?: number;
            px_size?: components["schemas"]["PixelSize"];
            /**
             * @description Name of the table.
             * @example articles
             */
            table_name: string;
            /**
             * @description Type of the column.
             * @example checkbox
             */
            type: string;
            type_specific?: components["schemas"]["TypeSpecific"];
            /**
             * Format: date-time
             * @description When the column last changed.
             * @example 2019-05-06T09:20:18.930Z
             */
            updatedAt?: string;
        };
        /** @description The new column. */
        CreatedColumnResponse: components["schemas"]["SuccessResponse"] & {
            result: components["schemas"]["CreatedColumn"];
        };
        /** @description What the creation of a table tells of it; list the tables for the rest. */
        CreatedTable: {
            /**
             * @description Name of the table.
             * @example articles
             */
            name: string;
        };
        /** @description The new table. */
        CreatedTableResponse: components["schemas"]["SuccessResponse"] & {
            result: components["schemas"]["CreatedTable"];
        };
        /** @description The function to make. */
        CreateFunctionInput: {
            /**
             * @description Name of the function, by which it will be called.
             * @example greet-reader
             * @example new-function
             */
            name: string;
        };
        /** @description One record or several to store in a table. */
        CreateRecordsInput: {
            table: components["schemas"]["TableName"];
            /** @description The values of one record, or an array of the values of several. */
            values: components["schemas"]["RecordValues"] | components["schemas"]["RecordValues"][];
        };
        /** @description The table to make. */
        CreateTableInput: {
            /**
             * @description Columns beyond the three that every table has.
             * @default []
             */
            columns?: components["schemas"]["ColumnInput"][];
            /**
             * @description Name of the table.
             * @example articles
             */
            name: string;
        };
        /** @description The workflow to make. */
        CreateWorkflowInput: {
            /**
             * @description Name of the workflow.
             * @example Morning digest
             * @example new-workflow
             */
            name: string;
        };
        /** @description Always null. */
        DeletedAt: null;
        /**
         * @description The record that is about to be deleted. The reference speaks of an updated record here, most likely by mistake, so
         *     nothing is required.
         */
        DeletedRecordEvent: {
            objectId?: components["schemas"]["ObjectId"];
            [key: string]: components["schemas"]["CellValue"] | components["schemas"]["ObjectId"] | undefined;
        };
        /** @description The record to delete. */
        DeleteRecordInput: {
            objectId: components["schemas"]["ObjectId"];
            table: components["schemas"]["TableName"];
        };
        /** @description The deletion of a table, a column or a workflow. */
        DeletionResponse: components["schemas"]["SuccessResponse"] & {
            /** @description Empty. */
            result: {
                [key: string]: unknown;
            };
        };
        /** @description The files of the function. */
        DeployFunctionInput: {
            /**
             * @description The files, usually `index.js` with the handler and `package.json` with the inputs and dependencies;
             *     `package-lock.json` may come along.
             */
            blocks: components["schemas"]["CodeBlock"][];
        };
        /** @description The body of a refusal. The reference prints none; this one comes from other work of the vendor. */
        ErrorEnvelope: {
            /**
             * @description Further facts, of which nothing is known.
             * @example {}
             */
            error?: {
                [key: string]: unknown;
            };
            /**
             * @description What went wrong, for people. Its wording may change; do not compare it.
             * @example The token you have used is invalid.
             */
            message: string;
            /**
             * @description Always false.
             * @constant
             */
            success: false;
        };
        /** @description A file in a column of the type `file`. Clay stores the file itself, encrypted, in S3. */
        FileDescriptor: {
            /**
             * @description Id of the upload, which is also a part of the download address.
             * @example 508
             */
            base_upload_id?: number;
            /**
             * Format: uri
             * @description Address of the file, fit for the `src` of an image. It ends in the upload id and the read key.
             * @example https://api.clay.run/v1/files/508/placeholder-read-key
             */
            download?: string;
            /**
             * @description Name that the file had when it was uploaded.
             * @example tides.png
             * @example test.js
             */
            original_file_name?: string;
            /**
             * @description Last part of the download address. A file has one.
             * @example placeholder-read-key
             */
            read_key?: string;
            /**
             * @description Size of the file.
             * @example 20480
             * @example 508
             */
            size_in_bytes?: number;
            /**
             * @description Whether the file has arrived.
             * @enum {string}
             */
            status?: "uploading" | "uploaded";
            /**
             * @description Where the file is kept. There is only one place.
             * @constant
             */
            storage?: "s3";
            /**
             * Format: date-time
             * @description When the file arrived.
             * @example 2019-05-06T10:15:44.097Z
             * @example 2018-04-24T21:41:44.097Z
             */
            uploadedAt?: string;
        };
        /** @description Conditions on one field. */
        FilterOperators: {
            /**
             * @description JSON that is contained in this.
             * @example [
             *       "apple",
             *       "banana"
             *     ]
             */
            $containedIn?: unknown;
            /**
             * @description JSON that contains this.
             * @example banana
             */
            $contains?: unknown;
            /**
             * @description Equal to this.
             * @example kiwi
             */
            $eq?: unknown;
            /**
             * @description Greater than this.
             * @example 2
             */
            $gt?: unknown;
            /**
             * @description Greater than this or equal.
             * @example 3
             */
            $gte?: unknown;
            /**
             * @description One of these.
             * @example [
             *       4,
             *       5,
             *       6
             *     ]
             */
            $in?: unknown[];
            /**
             * @description Like this. The reference does not say how a pattern is written.
             * @example %tides%
             */
            $like?: unknown;
            /**
             * @description Less than this.
             * @example 5
             */
            $lt?: unknown;
            /**
             * @description Less than this or equal.
             * @example 4
             */
            $lte?: unknown;
            /**
             * @description Not equal to this.
             * @example pear
             */
            $notEq?: unknown;
            /**
             * @description None of these.
             * @example [
             *       1,
             *       2,
             *       3
             *     ]
             */
            $notIn?: unknown[];
            /**
             * @description True for no value, false for any.
             * @example false
             */
            $null?: boolean;
            [key: string]: unknown;
        };
        /** @description A value that the field must equal, or an object of operators. */
        FilterValue: components["schemas"]["FilterOperators"] | (string | number | boolean | unknown[] | null);
        /** @description The conditions without the object around them and without a table. Of which table the records are is not said. */
        FindByConditionsInput: {
            /**
             * @description The most records to answer with.
             *
             *     @minimum 0
             *     @maximum 10000
             * @example 30
             */
            limit?: number;
            /**
             * @description How to sort, as in `config`.
             * @example created_at DESC
             */
            order?: string | string[][] | null;
            where: components["schemas"]["RecordFilter"];
        };
        /** @description Which records, how many and what of them. */
        FindConfig: {
            /**
             * @description The columns to answer with, as an array; `*` for all.
             * @default *
             * @example [
             *       "objectId",
             *       "title",
             *       "created_at"
             *     ]
             * @example [
             *       "objectId",
             *       "created_at",
             *       "updated_at"
             *     ]
             */
            attributes?: string[] | string;
            /**
             * @description The most records to answer with. What 0 does is not said.
             *
             *     @minimum 0
             *     @maximum 10000
             * @default 30
             * @example 30
             */
            limit?: number;
            /**
             * @description How to sort: an array of pairs, each a column and a direction such as `DESC`, or one such pair as a text as in
             *     SQL. Null leaves the order open.
             * @default null
             * @example [
             *       [
             *         "created_at",
             *         "DESC"
             *       ]
             *     ]
             * @example created_at DESC
             */
            order?: string | string[][] | null;
            /**
             * @description The page to answer with, counted from 0. With a `limit` of 30, page 2 has the records from 60 to 90.
             *
             *     @minimum 0
             * @default 0
             * @example 0
             */
            page?: number;
            /**
             * @description Linked records to fill in. True for all, or an array of the columns that hold them.
             * @default true
             * @example true
             * @example [
             *       "author"
             *     ]
             */
            populate?: boolean | string[];
            /**
             * @description Whether to cut large columns, such as computed ones that hold much JSON. True cuts those above 5 KB, an integer
             *     those above so many bytes.
             * @default false
             * @example false
             * @example true
             * @example 2048
             */
            trim?: boolean | number;
            /** @default {} */
            where?: components["schemas"]["RecordFilter"];
        };
        /** @description A table and which of its records to find. */
        FindInTableInput: {
            config: components["schemas"]["FindConfig"];
            table: components["schemas"]["TableName"];
        };
        /**
         * @description Which records to find. The first form is preferred: the parameters of the reference want it, and the vendor's SDK sends
         *     it. The second is that of an example.
         */
        FindRecordsInput: components["schemas"]["FindInTableInput"] | components["schemas"]["FindByConditionsInput"];
        /** @description What a function that failed leaves behind. Only a message was seen, so nothing is required. */
        FunctionFailure: {
            /**
             * @description What went wrong, for people.
             * @example The function failed.
             */
            message?: string;
            [key: string]: unknown;
        };
        /** @description An input of a function, as its package.json defines it. */
        FunctionInputField: {
            /**
             * @description What the input is for.
             * @example Name of the reader to greet
             */
            description?: string;
            /**
             * @description Name of the input.
             * @example reader
             */
            name?: string;
            /**
             * @description Type of the input; `text` in all examples.
             * @example text
             */
            type?: string;
            [key: string]: unknown;
        };
        /** @description The functions of the account. */
        FunctionListResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description All of them; the reference describes no pages. */
            result: components["schemas"]["CloudFunction"][];
        };
        /** @description What a function wrote, by request. */
        FunctionLogs: {
            /** @description From the id of each request to what was written during it. */
            requests: {
                [key: string]: components["schemas"]["LogEvent"][];
            };
            /**
             * @description The ids of the requests in order.
             * @example [
             *       "9a86afa7-dcf6-4706-b591-f862cfe764ac"
             *     ]
             */
            requestsOrder: string[];
        };
        /** @description The logs of a function. */
        FunctionLogsResponse: components["schemas"]["SuccessResponse"] & {
            result: components["schemas"]["FunctionLogs"];
        };
        /**
         * @description What the function gets. Any JSON is allowed; the function finds an object's fields in `event.vars`.
         * @example {
         *       "reader": "Grace"
         *     }
         */
        FunctionPayload: unknown;
        /** @description One function. */
        FunctionResponse: components["schemas"]["SuccessResponse"] & {
            result: components["schemas"]["CloudFunction"];
        };
        /**
         * @description Whatever the function hands to `done`. The envelope of the API is not around it.
         * @example {
         *       "greeting": "Hello, Grace!"
         *     }
         */
        FunctionResult: unknown;
        /**
         * @description Text that the function hands to `done`.
         * @example Hello, Grace!
         */
        FunctionText: string;
        /** @description The record to change, by its `objectId`, and the new values of some of its columns. */
        IdentifiedRecordValues: {
            objectId: components["schemas"]["ObjectId"];
            [key: string]: components["schemas"]["CellValue"] | components["schemas"]["ObjectId"];
        };
        /**
         * @description The record that is about to be inserted. It has no id and no dates yet, so `objectId`, `created_at` and
         *     `updated_at` are null.
         */
        InsertedRecordEvent: {
            /** @description Null before the insertion. */
            created_at?: null;
            /** @description Null; the id is determined by the insertion. */
            objectId?: null;
            /** @description Null before the insertion. */
            updated_at?: null;
            [key: string]: components["schemas"]["CellValue"] | null | undefined;
        };
        /**
         * @description Length of `result`, the number of items of a list or of characters of a text. Not always sent.
         * @example 2
         * @example 94
         */
        ItemCount: number;
        /** @description One line that a function or its runtime wrote. */
        LogEvent: {
            /**
             * @description Id of the event, a number too large for most number types.
             * @example 34693323308281144554961579706210885139795608992612352000
             */
            eventId?: string;
            /**
             * @description When it reached the log, in milliseconds since 1970-01-01T00:00:00Z.
             * @example 1557223500588
             */
            ingestionTime?: number;
            /**
             * @description The log stream at AWS.
             * @example 2019/05/07/[$LATEST]11add30028614be096a405e9fd82a3ce
             */
            logStreamName?: string;
            /**
             * @description The text, often with a line break at its end.
             * @example START RequestId: 9a86afa7-dcf6-4706-b591-f862cfe764ac Version: $LATEST
             */
            message: string;
            /**
             * @description When it was written, in milliseconds since 1970-01-01T00:00:00Z.
             * @example 1557223500575
             */
            timestamp: number;
        };
        /**
         * @description Id of a record, unique in its table. The reference calls it a string and shows numbers.
         * @example 11
         * @example 11
         */
        ObjectId: string | number;
        /**
         * @description Width of the column in the user interface, in pixels. The reference calls it an integer and shows text.
         * @example 200
         * @example 200
         */
        PixelSize: string | number;
        /** @description A statement to run. */
        QueryInput: {
            /**
             * @description SQL as Postgres understands it. Nothing is filled in, so quote what comes from users.
             * @example SELECT * FROM articles WHERE published
             */
            query: string;
        };
        /** @description The rows that a query selected. */
        QueryResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description The rows, each an object with the selected columns. */
            result: {
                [key: string]: unknown;
            }[];
        };
        /**
         * @description Conditions by the name of the field. A plain value asks for equality, an object holds operators. An empty object
         *     sets no condition.
         * @example {
         *       "published": true,
         *       "words": {
         *         "$gte": 500
         *       }
         *     }
         */
        RecordFilter: {
            [key: string]: components["schemas"]["FilterValue"];
        };
        /** @description The records that were found. */
        RecordListResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description The records of this page; empty where none fits. */
            result: components["schemas"]["StoredRecord"][];
        };
        /**
         * @description Values by the name of the column.
         * @example {
         *       "title": "Tides and trains",
         *       "published": false
         *     }
         */
        RecordValues: {
            [key: string]: components["schemas"]["CellValue"];
        };
        /** @description What was stored. */
        RecordWriteResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /**
             * @description The record or the records. Expect both forms: the reference shows an object for a single record where the
             *     vendor's SDK reads an array.
             */
            result: components["schemas"]["StoredRecord"] | components["schemas"]["StoredRecord"][];
        };
        /** @description The new name. */
        RenameColumnInput: {
            /**
             * @description The name that the column gets.
             * @example is_published
             * @example new-column-name
             */
            newName: string;
        };
        /** @description New values for all records that a selector finds. */
        SelectedUpdateInput: {
            config: components["schemas"]["FindConfig"];
            table: components["schemas"]["TableName"];
            values: components["schemas"]["RecordValues"];
        };
        /** @description New values for one record. */
        SingleUpdateInput: {
            table: components["schemas"]["TableName"];
            values: components["schemas"]["IdentifiedRecordValues"];
        };
        /**
         * @description A record. It has the columns of its table under their names, among them the three that every table has; fewer where
         *     `attributes` asked for fewer.
         */
        StoredRecord: {
            /**
             * @description When the record was created, a timestamp with time zone.
             * @example 2019-05-06T09:31:07.482Z
             */
            created_at?: string;
            objectId?: components["schemas"]["ObjectId"];
            /**
             * @description When the record last changed, a timestamp with time zone.
             * @example 2019-05-06T09:31:07.482Z
             */
            updated_at?: string;
            [key: string]: components["schemas"]["CellValue"] | string | components["schemas"]["ObjectId"] | undefined;
        };
        /** @description What every success has; one that has nothing to tell has nothing else. */
        SuccessResponse: {
            /**
             * @description Always true.
             * @constant
             */
            success: true;
            timing?: components["schemas"]["Timing"];
        };
        /** @description A table of a base. */
        Table: {
            /**
             * @description Id of the base.
             * @example 2041
             * @example 139
             */
            bid: number;
            /**
             * Format: date-time
             * @description When the table was created.
             * @example 2019-05-06T09:15:45.275Z
             */
            createdAt: string;
            deletedAt: components["schemas"]["DeletedAt"];
            /**
             * @description Name of the table.
             * @example articles
             * @example emails
             */
            name: string;
            /**
             * @description Id of the table. Paths and bodies use its name instead.
             * @example 88121
             * @example 132750
             */
            tid: number;
            /**
             * Format: date-time
             * @description When the table last changed.
             * @example 2019-05-06T09:20:18.930Z
             */
            updatedAt: string;
        };
        /** @description The tables of a base. */
        TableListResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description All of them; the reference describes no pages. */
            result: components["schemas"]["Table"][];
        };
        /**
         * @description Name of the table, in UTF-8.
         * @example articles
         */
        TableName: string;
        /**
         * @description How long the request took, in milliseconds. Not always sent.
         * @example 54
         * @example 1766
         */
        Timing: number;
        /** @description What the type of the column needs; null for types that need nothing. Fields beyond these may come. */
        TypeSpecific: {
            /**
             * @description A column; the reference does not say which.
             * @example
             */
            column?: string;
            /**
             * @description The field of the other table that the user interface shows.
             * @example name
             */
            displayKey?: string;
            /**
             * @description Inputs of a computed column, from the name of each to the id of a column.
             * @example {
             *       "input1": 4742
             *     }
             */
            inputs?: {
                [key: string]: unknown;
            };
            /**
             * @description The table that a reference refers to.
             * @example authors
             */
            table?: string;
            [key: string]: unknown;
        } | null;
        /** @description A change that is about to be made. */
        UpdatedRecordEvent: {
            /** @description The record as it was before. */
            previousRow?: {
                /**
                 * @description When the record was created, a timestamp with time zone; null in the reference's example.
                 * @example 2019-05-06T09:31:07.482Z
                 * @example null
                 */
                created_at?: string | null;
                objectId?: components["schemas"]["ObjectId"];
                /**
                 * @description When the record last changed, a timestamp with time zone; null in the reference's example.
                 * @example 2019-05-06T09:31:07.482Z
                 * @example null
                 */
                updated_at?: string | null;
                [key: string]: components["schemas"]["CellValue"] | (string | null) | components["schemas"]["ObjectId"] | (string | null) | undefined;
            };
            /** @description The updated fields with their new values. */
            row?: {
                [key: string]: components["schemas"]["CellValue"];
            };
        };
        /** @description New values for one record, which `values.objectId` names, or for all records that `config` selects. */
        UpdateRecordsInput: components["schemas"]["SingleUpdateInput"] | components["schemas"]["SelectedUpdateInput"];
        /** @description What to change; the rest stays. */
        UpdateWorkflowInput: {
            /**
             * @description Whether the workflow is turned on. Only one that is runs.
             * @example true
             */
            active?: boolean;
            /**
             * @description The new name.
             * @example Evening digest
             * @example new-workflow-updated
             */
            name?: string;
        };
        /** @description Somebody with an account. */
        User: {
            /**
             * @description Address of the user. Users within other objects come without it.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description Name of the person.
             * @example Ada Example
             * @example Théo
             */
            name: string;
            /**
             * @description Address of a picture of the user.
             * @example https://example.com/avatars/ada.png
             */
            profile_picture?: string;
            uid: components["schemas"]["UserId"];
            /**
             * @description Name of the account, which nobody else has. It is a part of the address of the user's functions.
             * @example ada
             * @example Theo-
             */
            username: string;
        };
        /**
         * @description Id of a user. The reference shows it as text in some places and as a number in others.
         * @example 7
         * @example 7
         * @example 1
         * @example 1
         */
        UserId: string | number;
        /** @description A flow that connects services. */
        Workflow: {
            /**
             * @description Whether the workflow is turned on. Only one that is runs.
             * @example false
             */
            active: boolean;
            created_by: components["schemas"]["UserId"];
            /**
             * Format: date-time
             * @description When the workflow was created.
             * @example 2019-05-08T20:16:36.513Z
             */
            createdAt: string;
            deletedAt: components["schemas"]["DeletedAt"];
            /**
             * @description What the workflow does. Most answers leave it out.
             * @example null
             */
            description?: string | null;
            /**
             * @description Name of the workflow.
             * @example Morning digest
             * @example my workflow
             */
            name: string;
            /**
             * @description The key that runs the workflow. Whoever has it can run it.
             * @example workflowkey0001
             * @example 85001cb8f9k89d2
             */
            public_key: string;
            /**
             * @description What starts the workflow, if there is something. Only the list shows it, and its fields are not told.
             * @example {}
             */
            trigger?: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When the workflow last changed.
             * @example 2019-05-08T20:16:36.513Z
             */
            updatedAt: string;
            /**
             * @description Id of the workflow, which the paths call `workflowId`.
             * @example 676
             * @example 667
             */
            wid: number;
        };
        /** @description The workflows of the account. */
        WorkflowListResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description All of them; the reference describes no pages. */
            result: components["schemas"]["Workflow"][];
        };
        /**
         * @description What the workflow gets. Any JSON is allowed, and all of it is passed on.
         * @example {
         *       "articleId": 11,
         *       "reason": "published"
         *     }
         */
        WorkflowPayload: unknown;
        /** @description One workflow. */
        WorkflowResponse: components["schemas"]["SuccessResponse"] & {
            result: components["schemas"]["Workflow"];
        };
        /** @description A run that has begun. */
        WorkflowRun: {
            /**
             * @description Whether the run could begin.
             * @example true
             */
            success?: boolean;
            /**
             * @description How the workflow runs; `async`, in the only example, means that the answer does not wait for its end.
             * @example async
             */
            type?: string;
            [key: string]: unknown;
        };
        /** @description What became of a request to run a workflow. */
        WorkflowRunResponse: components["schemas"]["SuccessResponse"] & {
            count?: components["schemas"]["ItemCount"];
            /** @description The run, or a sentence where the workflow is turned off and the payload was only kept as test data. */
            result: components["schemas"]["WorkflowRun"] | string;
            /**
             * @description Always true, also for a workflow that is turned off and did not run.
             * @constant
             */
            success?: true;
        };
    };
    responses: {
        /** @description The request is invalid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The code of the function failed. No standard knows this status. */
        FunctionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FunctionFailure"];
            };
        };
        /** @description There is no such resource. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Too many requests. The reference tells neither the quota nor how long to wait; wait longer each time. */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The service failed; the request itself may be sound. Try again later. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The service is offline for maintenance. Try again later. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /**
         * @description The key is missing or wrong. A key that may only read is most likely answered so, too, where it tries to write: the
         *     reference has no other status for it.
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
    };
    parameters: {
        /** @description Id of the base, its `bid`. */
        BaseId: number;
        /** @description Name of the column as it is now. */
        ColumnName: string;
        /** @description Id of the function, its `fid`. */
        FunctionId: number;
        /** @description Name of the function. */
        FunctionName: string;
        /** @description Name of the table, not its id. */
        TableName: string;
        /** @description The `username` of the user whose function it is. */
        UserName: string;
        /** @description Id of the workflow, its `wid`. */
        WorkflowId: number;
        /** @description The `public_key` of the workflow. */
        WorkflowKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    runFunction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the function. */
                function: components["parameters"]["FunctionName"];
                /** @description The `username` of the user whose function it is. */
                user: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        /** @description What the function gets. It may be left out. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FunctionPayload"];
            };
        };
        responses: {
            /** @description What the function returned. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionResult"];
                    "text/plain": components["schemas"]["FunctionText"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            520: components["responses"]["FunctionFailed"];
        };
    };
    listBases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The base to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBaseInput"];
            };
        };
        responses: {
            /** @description The new base. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** @description The record to delete. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteRecordInput"];
            };
        };
        responses: {
            /** @description The record is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    findRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** @description The table and the conditions. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindRecordsInput"];
            };
        };
        responses: {
            /** @description The records of this page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** @description The table and the values. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRecordsInput"];
            };
        };
        responses: {
            /** @description The records are stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordWriteResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    queryBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** @description The statement. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryInput"];
            };
        };
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tables. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** @description The table to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTableInput"];
            };
        };
        responses: {
            /** @description The table is made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTableResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        /** @description The column to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnInput"];
            };
        };
        responses: {
            /** @description The column is added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedColumnResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    renameColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the column as it is now. */
                columnName: components["parameters"]["ColumnName"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        /** @description The new name. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameColumnInput"];
            };
        };
        responses: {
            /** @description The columns after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the column as it is now. */
                columnName: components["parameters"]["ColumnName"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The column is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    convertColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the column as it is now. */
                columnName: components["parameters"]["ColumnName"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        /** @description The new type. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertColumnInput"];
            };
        };
        responses: {
            /** @description The columns after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    describeTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
                /** @description Name of the table, not its id. */
                tableName: components["parameters"]["TableName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The columns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the base, its `bid`. */
                baseId: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** @description The table, the new values and the records that get them. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRecordsInput"];
            };
        };
        responses: {
            /** @description The records are changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordWriteResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFunctions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The functions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createFunction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The function to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFunctionInput"];
            };
        };
        responses: {
            /** @description The new function. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deployFunction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the function, its `fid`. */
                functionId: components["parameters"]["FunctionId"];
            };
            cookie?: never;
        };
        /** @description The files. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeployFunctionInput"];
            };
        };
        responses: {
            /** @description The function as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFunctionLogs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the function, its `fid`. */
                functionId: components["parameters"]["FunctionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionLogsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The workflow to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkflowInput"];
            };
        };
        responses: {
            /** @description The new workflow. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workflow, its `wid`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWorkflowInput"];
            };
        };
        responses: {
            /** @description The workflow after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWorkflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workflow, its `wid`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    runWorkflowByGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `public_key` of the workflow. */
                publicKey: components["parameters"]["WorkflowKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow has begun, or is turned off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRunResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    runWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `public_key` of the workflow. */
                publicKey: components["parameters"]["WorkflowKey"];
            };
            cookie?: never;
        };
        /** @description What the workflow gets. It may be left out. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkflowPayload"];
            };
        };
        responses: {
            /** @description The workflow has begun, or is turned off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRunResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sendRecordDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The record. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletedRecordEvent"];
            };
        };
        responses: {
            /** @description The record may be deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other status keeps the record. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sendRecordInsert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The record. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsertedRecordEvent"];
            };
        };
        responses: {
            /** @description The record may be inserted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other status refuses the record. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sendRecordUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatedRecordEvent"];
            };
        };
        responses: {
            /** @description The record may be updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other status refuses the change. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
