// Made by "kiln generate": change the description, not this.
export interface paths {
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Opens a session for the owner of an account. The token of the session is the cookie `claysession` in the header
         *     `Set-Cookie`; send it with every other call. It lasts 24 hours: log in once per workflow or day, since too many
         *     logins are refused.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/folders/{folderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the folder, as `createFolder` or `fetchResources` gives it. */
                folderId: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a folder
         * @description Deletes a folder. What is in it may move to the parent folder or be deleted as well; try it on a folder that does
         *     not matter first.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        delete: operations["deleteFolder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List integrations
         * @description Lists the types of integration that Clay offers: enrichment providers and data sources.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["listIntegrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrations/{integrationType}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word that identifies the type of integration. */
                integrationType: components["parameters"]["IntegrationType"];
            };
            cookie?: never;
        };
        /**
         * Get an integration
         * @description Gets the details of a type of integration.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["getIntegration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrations/{integrationType}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word that identifies the type of integration. */
                integrationType: components["parameters"]["IntegrationType"];
            };
            cookie?: never;
        };
        /**
         * Get an integration's credit usage
         * @description Gets the credits that a type of integration cost. Over which period, and in which workspace, is not
         *     documented.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["getIntegrationCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrations/{integrationType}/credits/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word that identifies the type of integration. */
                integrationType: components["parameters"]["IntegrationType"];
            };
            cookie?: never;
        };
        /**
         * Get an integration's credit report
         * @description Gets a detailed report of the credits that a type of integration cost.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["getIntegrationCreditReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my-workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workspaces
         * @description Lists every workspace that the user can reach, personal ones and those of a team. Most other calls need the
         *     id of one.
         */
        get: operations["listWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List owners
         * @description Lists the owners and admins of the account, who can see its credit usage.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["listOwners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{tableId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
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
         * Add a webhook
         * @description Adds a webhook to the table. Clay then gives it an address of its own, to which other systems send JSON that
         *     becomes rows. A webhook takes 50,000 submissions, however many of its rows are deleted; after that, add a new one.
         *     The same call changes other parts of a table, which is not described here.
         */
        patch: operations["addWebhook"];
        trace?: never;
    };
    "/tables/{tableId}/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        /**
         * Count rows
         * @description Counts the rows of the table.
         */
        get: operations["countRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{tableId}/records": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add rows
         * @description Adds one row or several. Name the cells by the ids of their columns; a row without cells is blank. In a workbook
         *     that runs by itself, new rows spend credits. A table holds 50,000 rows by default; what a full one answers is not
         *     said.
         */
        post: operations["addRows"];
        /**
         * Delete all rows
         * @description Deletes **every** row of the table, says the index, and nothing brings them back.
         *     Other sources send `recordIds` here and delete those rows alone; what a call without a body does they do not say.
         *     Treat both as able to empty the table.
         */
        delete: operations["deleteRows"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{tableId}/records/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the row, as `listRecordIds` or `addRows` gives it. */
                recordId: components["parameters"]["RecordId"];
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a row
         * @description Deletes one row of the table.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        delete: operations["deleteRow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{tableId}/run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
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
         * Run enrichment columns
         * @description Runs columns on the first rows of a view, or on all of them. **This spends credits.** The answer comes at once and
         *     the run goes on; look at the table after a while for the results. A `runMode` of `NONE` means that nothing runs,
         *     although the status is 200.
         *     The documents label the JSON as a form, and working clients label it as JSON; both are described.
         */
        patch: operations["runEnrichment"];
        trace?: never;
    };
    "/tables/{tableId}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        /**
         * List sources
         * @description Lists what feeds the table, such as webhooks and imports.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{tableId}/sources/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the source, as `listSources` gives it. */
                sourceId: components["parameters"]["SourceId"];
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a source
         * @description Takes a source, such as a webhook or an import, away from the table.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{tableId}/views/{viewId}/records/ids": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
                /** @description Id of a view of the table. No operation of the index gives it; Clay shows it in the address of the view. */
                viewId: components["parameters"]["ViewId"];
            };
            cookie?: never;
        };
        /**
         * List row ids
         * @description Lists the ids of all rows that a view of the table shows. The documents know no pages.
         */
        get: operations["listRecordIds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user. The documents do not say where to find it; `listOwners` is the likely place. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a user's credit usage
         * @description Gets the credits that a user spent. Over which period is not documented.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["getUserCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user. The documents do not say where to find it; `listOwners` is the likely place. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List a user's resources
         * @description Lists the workbooks and tables that a user made. Only reads, although it is a POST, and takes no body.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        post: operations["fetchUserResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a workbook
         * @description Creates a workbook in a workspace. With `settings.isAutoRun`, enrichments run by themselves when rows are added, and
         *     spend credits.
         */
        post: operations["createWorkbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workbooks/{workbookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workbook, as `createWorkbook` or `fetchResources` gives it. */
                workbookId: components["parameters"]["WorkbookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a workbook
         * @description Deletes a workbook with **all** its tables and their data. Nothing brings them back.
         *     Other sources disagree about this call: one client makes it, another makes a different one, and a third source met
         *     404. `x-upstream` has the details.
         */
        delete: operations["deleteWorkbook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspaceId}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        /**
         * Get a workspace's credit usage
         * @description Gets the credits of a workspace in the current period: in all, spent and left.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        get: operations["getWorkspaceCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspaceId}/folders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a folder
         * @description Creates a folder in a workspace, at the root or inside another folder.
         */
        post: operations["createFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspaceId}/resources_v2/": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List resources
         * @description Lists the folders and workbooks at the top level of a workspace, and the tables that lie in neither.
         *     Only reads, although it is a POST. Without a body, or with empty `filters`, everything is listed. The path ends in
         *     a slash.
         */
        post: operations["fetchResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspaceId}/resources/search": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search resources
         * @description Looks for a text in the names and descriptions of the workbooks, tables and folders of a workspace.
         *     Other sources do not confirm this call; `x-upstream` tells what they do instead.
         */
        post: operations["searchResources"];
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
        /** @description Rows to add. */
        AddRowsInput: {
            /** @description The rows. No largest number is documented. */
            records: components["schemas"]["RowInput"][];
            [key: string]: unknown;
        };
        /**
         * @description The source to add. Another client puts `id`, `workspaceId` and `typeSettings` right here instead of under `source`, so
         *     nothing is required and more is allowed.
         */
        AddSource: {
            /**
             * @description Name of this type of source.
             * @example Webhook
             */
            name?: string;
            source?: components["schemas"]["NewSource"];
            [key: string]: unknown;
        };
        /** @description The webhook to add. The same call can change other parts of a table, so further fields are allowed. */
        AddWebhookInput: {
            /**
             * @description Groups of columns to change. Empty changes none.
             * @example {}
             */
            fieldGroupMap?: {
                [key: string]: unknown;
            };
            sourceSettings: components["schemas"]["SourceSettings"];
            /**
             * @description Settings of the table to change. Empty changes none.
             * @example {}
             */
            tableSettings?: {
                [key: string]: unknown;
            };
            [key: string]: unknown;
        };
        /**
         * @description What came of it. The address of the new webhook is in here; the documents do not show where. Elsewhere it is the
         *     `state.url` of a source.
         */
        AddWebhookResponse: {
            [key: string]: unknown;
        };
        /** @description The cell of a row. */
        Cell: {
            /**
             * @description How the value came about, such as the `status` of an enrichment.
             * @example {
             *       "status": "SUCCESS"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @description What stands in the cell. Any JSON value.
             * @example Acme
             */
            value?: unknown;
            [key: string]: unknown;
        };
        /** @description The folder to make. */
        CreateFolderInput: {
            /**
             * @description Name of the folder, for people.
             * @example Client Projects
             */
            name: string;
            /**
             * @description Id of the folder to nest it in. Null, or nothing, puts it at the root.
             * @default null
             * @example null
             * @example fld_clients01
             */
            parentFolderId?: string | null;
            [key: string]: unknown;
        };
        /** @description The workbook to make. */
        CreateWorkbookInput: {
            /**
             * @description Name of the workbook, for people. It need not be unique.
             * @example Lead Enrichment
             */
            name: string;
            settings?: components["schemas"]["WorkbookSettings"];
            workspaceId: components["schemas"]["WorkspaceIdValue"];
            [key: string]: unknown;
        };
        /**
         * @description The deletion is done. The documents print no such answer; observed were an empty object and `success`, so neither is
         *     promised.
         */
        DeleteResult: {
            /**
             * @description Whether the deletion went well.
             * @example true
             */
            success?: boolean;
            [key: string]: unknown;
        };
        /** @description Which rows to delete. Only other sources know this body. */
        DeleteRowsInput: {
            /**
             * @description Ids of the rows.
             * @example [
             *       "row_acme01"
             *     ]
             */
            recordIds?: string[];
            [key: string]: unknown;
        };
        /** @description The body of a refusal as three observers saw it. The index and its documents print none. */
        ErrorEnvelope: {
            /**
             * @description More about a `BadRequest`, such as `bodyErrors` for the fields of the body.
             * @example {
             *       "bodyErrors": {
             *         "issues": [
             *           {
             *             "path": [
             *               "name"
             *             ],
             *             "message": "Required"
             *           }
             *         ]
             *       }
             *     }
             */
            details?: {
                /** @description What is wrong with the body. One observer saw an object with `issues`, another an array. */
                bodyErrors?: {
                    issues?: {
                        /**
                         * @description What is wrong with the field, for people.
                         * @example Required
                         */
                        message?: string;
                        /**
                         * @description The names and indexes that lead to the field.
                         * @example [
                         *       "name"
                         *     ]
                         */
                        path?: (string | number)[];
                        [key: string]: unknown;
                    }[];
                    [key: string]: unknown;
                } | unknown[];
                [key: string]: unknown;
            };
            /**
             * @description The reason once more, where a client looks for it in place of `message`.
             * @example Not allowed
             */
            error?: unknown;
            /**
             * @description The reason, for people. Its wording may change; do not compare it.
             * @example You must be logged in
             */
            message: string;
            /**
             * @description The reason, for programs. Known values: `BadRequest`, `Unauthorized`, `NotFound`, `NoMatchingURL` and
             *     `InternalServerError`. The list is open: treat an unknown type by its status.
             * @example BadRequest
             * @example Unauthorized
             * @example NotFound
             * @example NoMatchingURL
             * @example InternalServerError
             */
            type: string;
            [key: string]: unknown;
        };
        /**
         * @description What to list. Other sources put `resourceTypes` beside `filters`, or add `parentResource` and `isGlobalSearch`, so
         *     further fields are allowed.
         */
        FetchResourcesInput: {
            filters?: components["schemas"]["ResourceFilters"];
            [key: string]: unknown;
        };
        /** @description A folder of a workspace. */
        Folder: {
            createdAt?: components["schemas"]["Timestamp"];
            /**
             * @description Id of the folder.
             * @example fld_clients01
             */
            id: string;
            /**
             * @description Name of the folder, for people.
             * @example Client Projects
             */
            name?: string;
            /**
             * @description Id of the folder it is nested in; null at the root.
             * @example null
             */
            parentFolderId?: string | null;
            workspaceId?: components["schemas"]["WorkspaceIdValue"];
            [key: string]: unknown;
        };
        /** @description A type of integration. The documents print no answer, so any content is allowed. */
        Integration: {
            [key: string]: unknown;
        };
        /** @description What an integration cost, in detail. The documents print no answer, so any content is allowed. */
        IntegrationCreditReport: {
            [key: string]: unknown;
        };
        /** @description What an integration cost. The documents print no answer, so any content is allowed. */
        IntegrationCreditUsage: {
            [key: string]: unknown;
        };
        /** @description The types of integration. The documents print no answer, so any list or object is allowed. */
        IntegrationListResponse: {
            [key: string]: unknown;
        } | unknown[];
        /** @description Who wants a session. */
        LoginInput: {
            /**
             * @description Email address of the Clay account.
             * @example ada@example.com
             */
            email: string;
            /**
             * @description Password of the account.
             * @example example-password
             */
            password: string;
            /** @description Always null. What it is for is not known. */
            source: null;
            [key: string]: unknown;
        };
        /** @description The login went well. The session itself is in the header `Set-Cookie`. */
        LoginResponse: {
            /**
             * @description Where a browser would go next in Clay's web application.
             * @example https://app.clay.com/workspaces/123456
             */
            redirect_to?: string;
            /**
             * @description Whether the login went well.
             * @example true
             */
            success: boolean;
            [key: string]: unknown;
        };
        /** @description The source itself. */
        NewSource: {
            /**
             * @description Name of the webhook, for people.
             * @example New companies
             */
            name?: string;
            /**
             * @description What kind of source it is; `webhook` for a webhook.
             * @example webhook
             */
            type?: string;
            typeSettings?: components["schemas"]["WebhookTypeSettings"];
            workspaceId?: components["schemas"]["WorkspaceIdValue"];
            [key: string]: unknown;
        };
        /** @description The owners and admins. The documents print no answer, so any list or object is allowed. */
        OwnerListResponse: {
            [key: string]: unknown;
        } | unknown[];
        /**
         * @description Ids of rows, under `recordIds` as the documents print it or under `results` as clients read it. Look for both, and
         *     drop the word `search`, which a client found among them.
         */
        RecordIdListResponse: {
            /**
             * @description The ids, where the answer has the documented form.
             * @example [
             *       "row_acme01",
             *       "row_globex02"
             *     ]
             */
            recordIds?: string[];
            /**
             * @description The ids, where the answer has the observed form.
             * @example [
             *       "row_acme01",
             *       "row_globex02"
             *     ]
             */
            results?: string[];
            [key: string]: unknown;
        };
        /** @description A workbook, a table or a folder. */
        Resource: {
            createdAt?: components["schemas"]["Timestamp"];
            /**
             * @description Id of the resource.
             * @example wb_leads01
             */
            id?: string;
            /**
             * @description Name of the resource, for people.
             * @example Lead Enrichment
             */
            name?: string;
            /**
             * @description The same, under the name by which a client reads it.
             * @example WORKBOOK
             */
            resourceType?: string;
            /**
             * @description What it is. Known values: `WORKBOOK`, `TABLE` and `FOLDER`. The list is open.
             * @example WORKBOOK
             * @example TABLE
             * @example FOLDER
             */
            type?: string;
            updatedAt?: components["schemas"]["Timestamp"];
            [key: string]: unknown;
        };
        /** @description What to list. An empty object lists everything. */
        ResourceFilters: {
            /**
             * @description The types wanted. Left out, all types.
             * @example [
             *       "WORKBOOK"
             *     ]
             */
            resourceTypes?: ("WORKBOOK" | "TABLE" | "FOLDER")[];
            [key: string]: unknown;
        };
        /** @description The resources at the top level of a workspace. */
        ResourceListResponse: {
            /** @description Workbooks, folders, and tables that lie in neither. */
            resources: components["schemas"]["Resource"][];
            [key: string]: unknown;
        };
        /**
         * @description Workbooks, tables and folders that match. No source prints this answer; `resources` is our reading, and a bare list is
         *     allowed.
         */
        ResourceSearchResponse: {
            /** @description The matches. */
            resources?: components["schemas"]["Resource"][];
            [key: string]: unknown;
        } | unknown[];
        /** @description A row as observers saw it. The documents do not print one, so nothing is required. */
        Row: {
            /** @description Its cells, by the id of their column. */
            cells?: {
                [key: string]: components["schemas"]["Cell"];
            };
            createdAt?: components["schemas"]["Timestamp"];
            /**
             * @description What the row is told apart by, where the table drops duplicates; null otherwise.
             * @example null
             */
            dedupeValue?: unknown;
            /**
             * @description Who deleted the row; null while it is there.
             * @example null
             */
            deletedBy?: unknown;
            /**
             * @description Id of the row.
             * @example row_acme01
             */
            id?: string;
            /** @description Facts about the row, such as past runs. */
            recordMetadata?: {
                [key: string]: unknown;
            };
            /**
             * @description Id of its table.
             * @example t_companies01
             */
            tableId?: string;
            updatedAt?: components["schemas"]["Timestamp"];
            [key: string]: unknown;
        };
        /** @description The number of rows, under `count` as the documents print it or under `tableTotalRecordsCount` as clients read it. */
        RowCount: {
            /**
             * @description The number, where the answer has the documented form.
             * @example 150
             */
            count?: number;
            /**
             * @description The number, where the answer has the observed form.
             * @example 150
             */
            tableTotalRecordsCount?: number;
            [key: string]: unknown;
        };
        /** @description One row to add. */
        RowInput: {
            /**
             * @description Values by the id of their column. Send each as it is, not wrapped in an object. Empty, or left out, makes a blank
             *     row.
             * @example {
             *       "f_company01": "Acme",
             *       "f_headcount01": 140
             *     }
             */
            cells?: {
                [key: string]: unknown;
            };
            /**
             * @description An id of your choice, unique in the table. The documents demand it; clients leave it out and get one from the
             *     service, so it is not required here.
             * @example row_acme01
             */
            id?: string;
            [key: string]: unknown;
        };
        /** @description The rows that were added. */
        RowListResponse: {
            /** @description The new rows, their ids included. */
            records: components["schemas"]["Row"][];
            [key: string]: unknown;
        };
        /**
         * @description A form with one field. Its name is the text of `RunEnrichmentInput` as JSON, percent-encoded where a form needs it,
         *     and its value is empty. Prefer `application/json`.
         *
         *     @minProperties 1
         */
        RunEnrichmentForm: {
            [key: string]: string;
        };
        /** @description What to run, and on which rows. */
        RunEnrichmentInput: {
            /**
             * @description Who asks. The documents want `API`; clients that send other names work, too.
             * @example API
             */
            callerName: string;
            /**
             * @description Ids of the columns to run.
             * @example [
             *       "f_headcount01"
             *     ]
             */
            fieldIds: string[];
            runRecords: components["schemas"]["RunSelection"];
            [key: string]: unknown;
        };
        /** @description The run was taken on, or nothing was to be done. The documents do not print this answer, so nothing is required. */
        RunResult: {
            /**
             * @description How many rows were handed in. Not all of them need to run.
             * @example 10
             */
            recordCount?: number;
            /**
             * @description How the rows are run. Known values: `INDIVIDUAL`, `BULK` for many rows, and `NONE` when nothing runs. The list is
             *     open.
             * @example INDIVIDUAL
             * @example BULK
             * @example NONE
             */
            runMode?: string;
            [key: string]: unknown;
        };
        /**
         * @description Which rows to run. The documents know `viewIdTopRecords` alone. Other clients send `recordIds`, a list of ids, so
         *     further fields are allowed.
         */
        RunSelection: {
            viewIdTopRecords?: components["schemas"]["TopRecords"];
            [key: string]: unknown;
        };
        /** @description What to look for. */
        SearchResourcesInput: {
            /**
             * @description Text to find in names and descriptions.
             * @example lead enrichment
             */
            query: string;
            [key: string]: unknown;
        };
        /** @description The sources of a table. The documents print no answer, so any list or object is allowed. */
        SourceListResponse: {
            [key: string]: unknown;
        } | unknown[];
        /** @description What to change about the sources of the table. */
        SourceSettings: {
            addSource: components["schemas"]["AddSource"];
            [key: string]: unknown;
        };
        /**
         * Format: date-time
         * @description A moment, in ISO 8601.
         * @example 2026-01-20T09:30:00Z
         */
        Timestamp: string;
        /** @description The first rows of a view. */
        TopRecords: {
            /**
             * @description How many rows, counted from the top. Left out, all of them.
             * @example 10
             */
            numRecords?: number;
            /**
             * @description Id of the view.
             * @example gv_allrows01
             */
            viewId: string;
            [key: string]: unknown;
        };
        /** @description What a user spent. The documents print no answer, so any content is allowed. */
        UserCreditUsage: {
            [key: string]: unknown;
        };
        /** @description What a user made. The documents print no answer, so any list or object is allowed. */
        UserResourceListResponse: {
            [key: string]: unknown;
        } | unknown[];
        /** @description How the webhook presents itself in Clay. */
        WebhookTypeSettings: {
            /**
             * @description What it is for.
             * @example Send any data to Clay
             */
            description?: string;
            /**
             * @description Its icon.
             * @example Webhook
             */
            iconType?: string;
            /**
             * @description Name of this type of source.
             * @example Webhook
             */
            name?: string;
            /**
             * @description Always empty in the documents.
             * @example []
             */
            stages?: unknown[];
            /**
             * @description Text of its link.
             * @example Pull in data from a Webhook
             */
            urlSlugText?: string;
            [key: string]: unknown;
        };
        /** @description A workbook, which holds related tables. */
        Workbook: {
            createdAt?: components["schemas"]["Timestamp"];
            /**
             * @description Id of the workbook.
             * @example wb_leads01
             */
            id: string;
            /**
             * @description Name of the workbook, for people.
             * @example Lead Enrichment
             */
            name?: string;
            settings?: components["schemas"]["WorkbookSettings"];
            workspaceId?: components["schemas"]["WorkspaceIdValue"];
            [key: string]: unknown;
        };
        /** @description Settings of a workbook. Others than `isAutoRun` are allowed. */
        WorkbookSettings: {
            /**
             * @description Whether enrichments run by themselves when rows are added. This spends credits.
             * @example true
             */
            isAutoRun?: boolean;
            [key: string]: unknown;
        };
        /** @description A workspace, the user's own or one shared with a team. */
        Workspace: {
            createdAt?: components["schemas"]["Timestamp"];
            id?: components["schemas"]["WorkspaceIdValue"];
            /**
             * @description Name of the workspace, for people.
             * @example Example Ltd
             */
            name?: string;
            /** @description Settings of the workspace. Their names are not documented. */
            settings?: {
                [key: string]: unknown;
            };
            [key: string]: unknown;
        };
        /** @description Credits of a workspace in a period. Nothing is required, for other sources know another answer. */
        WorkspaceCreditUsage: {
            periodEnd?: components["schemas"]["Timestamp"];
            periodStart?: components["schemas"]["Timestamp"];
            /**
             * @description Credits left.
             * @example 6500
             */
            remainingCredits?: number;
            /**
             * @description Credits of the period in all.
             * @example 10000
             */
            totalCredits?: number;
            /**
             * @description Credits spent so far.
             * @example 3500
             */
            usedCredits?: number;
            [key: string]: unknown;
        };
        /**
         * @description Id of a workspace. Sources print it as text, working clients as a number; be ready for both.
         * @example 123456
         * @example 123456
         */
        WorkspaceIdValue: string | number;
        /** @description The workspaces, under `workspaces` as the documents print it or under `results` as a client reads it. Look for both. */
        WorkspaceListResponse: {
            /** @description The workspaces, where the answer has the observed form. */
            results?: components["schemas"]["Workspace"][];
            /** @description The workspaces, where the answer has the documented form. */
            workspaces?: components["schemas"]["Workspace"][];
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request breaks a rule. `details` may say which part of it. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The user of this session may not do this; some calls are for admins. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The email address or the password is wrong. Only the status is documented. */
        LoginRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description There is nothing with this id within reach, or the service has no such path. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The service failed; the request itself may be sound. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Too many logins were tried. How many are allowed, and when to try again, is not known. */
        TooManyLogins: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The cookie is missing or unknown, or the 24 hours of its session are over. */
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
        /** @description Id of the folder, as `createFolder` or `fetchResources` gives it. */
        FolderId: string;
        /** @description The word that identifies the type of integration. */
        IntegrationType: string;
        /** @description Id of the row, as `listRecordIds` or `addRows` gives it. */
        RecordId: string;
        /** @description Id of the source, as `listSources` gives it. */
        SourceId: string;
        /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
        TableId: string;
        /** @description Id of the user. The documents do not say where to find it; `listOwners` is the likely place. */
        UserId: string;
        /** @description Id of a view of the table. No operation of the index gives it; Clay shows it in the address of the view. */
        ViewId: string;
        /** @description Id of the workbook, as `createWorkbook` or `fetchResources` gives it. */
        WorkbookId: string;
        /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
        WorkspaceId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The session. Take the value of `claysession` up to the first semicolon and send it back as a cookie.
         * @example claysession=kiln_clay_com_session; Path=/; HttpOnly; Secure; SameSite=Lax
         */
        SetCookie: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Email address and password of the account. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInput"];
            };
        };
        responses: {
            /** @description The session is open. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["LoginRefused"];
            429: components["responses"]["TooManyLogins"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the folder, as `createFolder` or `fetchResources` gives it. */
                folderId: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The folder is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listIntegrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integrations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    getIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word that identifies the type of integration. */
                integrationType: components["parameters"]["IntegrationType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integration"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getIntegrationCredits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word that identifies the type of integration. */
                integrationType: components["parameters"]["IntegrationType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credit usage. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationCreditUsage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getIntegrationCreditReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word that identifies the type of integration. */
                integrationType: components["parameters"]["IntegrationType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationCreditReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspaces. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    listOwners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The owners. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        /** @description The webhook to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddWebhookInput"];
            };
        };
        responses: {
            /** @description The webhook is added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddWebhookResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    countRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    addRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        /** @description The rows to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRowsInput"];
            };
        };
        responses: {
            /** @description The new rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        /** @description The rows to delete, which only other sources know. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeleteRowsInput"];
            };
        };
        responses: {
            /** @description The rows are deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the row, as `listRecordIds` or `addRows` gives it. */
                recordId: components["parameters"]["RecordId"];
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    runEnrichment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        /** @description The columns and the rows. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunEnrichmentInput"];
                "application/x-www-form-urlencoded": components["schemas"]["RunEnrichmentForm"];
            };
        };
        responses: {
            /** @description The run is taken on, or nothing was to be done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the source, as `listSources` gives it. */
                sourceId: components["parameters"]["SourceId"];
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    listRecordIds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the table, as `fetchResources` gives it for tables at the top level. */
                tableId: components["parameters"]["TableId"];
                /** @description Id of a view of the table. No operation of the index gives it; Clay shows it in the address of the view. */
                viewId: components["parameters"]["ViewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordIdListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getUserCredits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user. The documents do not say where to find it; `listOwners` is the likely place. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credit usage. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCreditUsage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    fetchUserResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user. The documents do not say where to find it; `listOwners` is the likely place. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResourceListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The workbook to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkbookInput"];
            };
        };
        responses: {
            /** @description The new workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workbook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workbook, as `createWorkbook` or `fetchResources` gives it. */
                workbookId: components["parameters"]["WorkbookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    getWorkspaceCredits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credit usage. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceCreditUsage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    createFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        /** @description The folder to make. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFolderInput"];
            };
        };
        responses: {
            /** @description The new folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    fetchResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        /** @description What to list. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FetchResourcesInput"];
            };
        };
        responses: {
            /** @description The resources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
    searchResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workspace, as `listWorkspaces` gives it. A number is written as text. */
                workspaceId: components["parameters"]["WorkspaceId"];
            };
            cookie?: never;
        };
        /** @description What to look for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchResourcesInput"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceSearchResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
        };
    };
}
