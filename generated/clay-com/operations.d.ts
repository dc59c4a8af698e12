// Made by "kiln generate": change the description, not this.
export declare const servers: readonly ["https://api.clay.com/v3"];
export declare const schemes: {
    readonly sessionCookie: {
        readonly kind: "key";
        readonly in: "cookie";
        readonly name: "claysession";
    };
};
/** How each operation is called, and what it may answer. */
export declare const operations: {
    readonly login: {
        readonly method: "post";
        readonly path: "/auth/login";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [];
    };
    readonly listWorkspaces: {
        readonly method: "get";
        readonly path: "/my-workspaces";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly createFolder: {
        readonly method: "post";
        readonly path: "/workspaces/{workspaceId}/folders";
        readonly parameters: readonly [{
            readonly name: "workspaceId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly deleteFolder: {
        readonly method: "delete";
        readonly path: "/folders/{folderId}";
        readonly parameters: readonly [{
            readonly name: "folderId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly fetchResources: {
        readonly method: "post";
        readonly path: "/workspaces/{workspaceId}/resources_v2/";
        readonly parameters: readonly [{
            readonly name: "workspaceId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
        readonly isRead: true;
    };
    readonly searchResources: {
        readonly method: "post";
        readonly path: "/workspaces/{workspaceId}/resources/search";
        readonly parameters: readonly [{
            readonly name: "workspaceId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
        readonly isRead: true;
    };
    readonly createWorkbook: {
        readonly method: "post";
        readonly path: "/workbooks";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly deleteWorkbook: {
        readonly method: "delete";
        readonly path: "/workbooks/{workbookId}";
        readonly parameters: readonly [{
            readonly name: "workbookId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly listRecordIds: {
        readonly method: "get";
        readonly path: "/tables/{tableId}/views/{viewId}/records/ids";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }, {
            readonly name: "viewId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly addRows: {
        readonly method: "post";
        readonly path: "/tables/{tableId}/records";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly deleteRows: {
        readonly method: "delete";
        readonly path: "/tables/{tableId}/records";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly deleteRow: {
        readonly method: "delete";
        readonly path: "/tables/{tableId}/records/{recordId}";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }, {
            readonly name: "recordId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly runEnrichment: {
        readonly method: "patch";
        readonly path: "/tables/{tableId}/run";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json", "application/x-www-form-urlencoded"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly countRows: {
        readonly method: "get";
        readonly path: "/tables/{tableId}/count";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly listSources: {
        readonly method: "get";
        readonly path: "/tables/{tableId}/sources";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly addWebhook: {
        readonly method: "patch";
        readonly path: "/tables/{tableId}";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly deleteSource: {
        readonly method: "delete";
        readonly path: "/tables/{tableId}/sources/{sourceId}";
        readonly parameters: readonly [{
            readonly name: "tableId";
            readonly in: "path";
        }, {
            readonly name: "sourceId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly listOwners: {
        readonly method: "get";
        readonly path: "/owners";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly getUserCredits: {
        readonly method: "get";
        readonly path: "/users/{userId}/credits";
        readonly parameters: readonly [{
            readonly name: "userId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly fetchUserResources: {
        readonly method: "post";
        readonly path: "/users/{userId}/resources";
        readonly parameters: readonly [{
            readonly name: "userId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly getWorkspaceCredits: {
        readonly method: "get";
        readonly path: "/workspaces/{workspaceId}/credits";
        readonly parameters: readonly [{
            readonly name: "workspaceId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly listIntegrations: {
        readonly method: "get";
        readonly path: "/integrations";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly getIntegration: {
        readonly method: "get";
        readonly path: "/integrations/{integrationType}";
        readonly parameters: readonly [{
            readonly name: "integrationType";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly getIntegrationCredits: {
        readonly method: "get";
        readonly path: "/integrations/{integrationType}/credits";
        readonly parameters: readonly [{
            readonly name: "integrationType";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
    readonly getIntegrationCreditReport: {
        readonly method: "get";
        readonly path: "/integrations/{integrationType}/credits/report";
        readonly parameters: readonly [{
            readonly name: "integrationType";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["sessionCookie"]];
    };
};
/** What issues a credential. */
export declare const session: {
    readonly scheme: "sessionCookie";
    readonly lifetime: 86400;
    readonly issuedBy: "login";
};
