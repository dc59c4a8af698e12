// Made by "kiln generate": change the description, not this.
export declare const servers: readonly ["https://api.clay.run/v1", "https://exec.clay.run"];
export declare const schemes: {
    readonly accountToken: {
        readonly kind: "key";
        readonly in: "header";
        readonly name: "Authorization";
        readonly prefix: "Token";
    };
    readonly baseKey: {
        readonly kind: "key";
        readonly in: "header";
        readonly name: "private-base-key";
    };
};
/** How each operation is called, and what it may answer. */
export declare const operations: {
    readonly listBases: {
        readonly method: "get";
        readonly path: "/bases";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "read";
    };
    readonly createBase: {
        readonly method: "post";
        readonly path: "/bases";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly queryBase: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/query";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"], readonly ["baseKey"]];
        readonly access: "read";
        readonly isRead: true;
    };
    readonly listTables: {
        readonly method: "get";
        readonly path: "/bases/{baseId}/tables";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "read";
    };
    readonly createTable: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/tables";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly deleteTable: {
        readonly method: "delete";
        readonly path: "/bases/{baseId}/tables/{tableName}";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }, {
            readonly name: "tableName";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly createColumn: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/tables/{tableName}/columns";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }, {
            readonly name: "tableName";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly describeTable: {
        readonly method: "get";
        readonly path: "/bases/{baseId}/tables/{tableName}/describe";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }, {
            readonly name: "tableName";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "read";
    };
    readonly renameColumn: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/tables/{tableName}/columns/{columnName}";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }, {
            readonly name: "tableName";
            readonly in: "path";
        }, {
            readonly name: "columnName";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly deleteColumn: {
        readonly method: "delete";
        readonly path: "/bases/{baseId}/tables/{tableName}/columns/{columnName}";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }, {
            readonly name: "tableName";
            readonly in: "path";
        }, {
            readonly name: "columnName";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly convertColumn: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/tables/{tableName}/columns/{columnName}/convert";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }, {
            readonly name: "tableName";
            readonly in: "path";
        }, {
            readonly name: "columnName";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly createRecords: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/insert";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"], readonly ["baseKey"]];
        readonly access: "write";
    };
    readonly findRecords: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/find";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"], readonly ["baseKey"]];
        readonly access: "read";
        readonly isRead: true;
        readonly pages: {
            readonly style: "page";
            readonly in: "body";
            readonly size: "#/config/limit";
            readonly place: "#/config/page";
            readonly first: 0;
            readonly items: "#/result";
            readonly usual: 30;
        };
    };
    readonly updateRecords: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/update";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"], readonly ["baseKey"]];
        readonly access: "write";
    };
    readonly deleteRecord: {
        readonly method: "post";
        readonly path: "/bases/{baseId}/delete";
        readonly parameters: readonly [{
            readonly name: "baseId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"], readonly ["baseKey"]];
        readonly access: "write";
    };
    readonly listFunctions: {
        readonly method: "get";
        readonly path: "/functions";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "read";
    };
    readonly createFunction: {
        readonly method: "post";
        readonly path: "/functions";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly deployFunction: {
        readonly method: "post";
        readonly path: "/functions/{functionId}/deploy";
        readonly parameters: readonly [{
            readonly name: "functionId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly listFunctionLogs: {
        readonly method: "get";
        readonly path: "/functions/{functionId}/logs";
        readonly parameters: readonly [{
            readonly name: "functionId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "read";
    };
    readonly runFunction: {
        readonly method: "post";
        readonly server: "https://exec.clay.run";
        readonly path: "/{user}/{function}";
        readonly parameters: readonly [{
            readonly name: "user";
            readonly in: "path";
        }, {
            readonly name: "function";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json", "text/plain"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
            readonly "520": readonly ["application/json"];
        };
        readonly security: readonly [];
    };
    readonly createWorkflow: {
        readonly method: "post";
        readonly path: "/workflow";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly updateWorkflow: {
        readonly method: "patch";
        readonly path: "/workflow/{workflowId}";
        readonly parameters: readonly [{
            readonly name: "workflowId";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly listWorkflows: {
        readonly method: "get";
        readonly path: "/workflows";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "read";
    };
    readonly runWorkflowByGet: {
        readonly method: "get";
        readonly path: "/workflows/run/{publicKey}";
        readonly parameters: readonly [{
            readonly name: "publicKey";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly [], readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly runWorkflow: {
        readonly method: "post";
        readonly path: "/workflows/run/{publicKey}";
        readonly parameters: readonly [{
            readonly name: "publicKey";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly [], readonly ["accountToken"]];
        readonly access: "write";
    };
    readonly deleteWorkflow: {
        readonly method: "delete";
        readonly path: "/workflows/{workflowId}";
        readonly parameters: readonly [{
            readonly name: "workflowId";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
            readonly "503": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["accountToken"]];
        readonly access: "write";
    };
};
/** How each is answered. */
export declare const webhooks: {
    readonly recordInsert: {
        readonly method: "post";
        readonly accept: 200;
        readonly veto: 422;
    };
    readonly recordUpdate: {
        readonly method: "post";
        readonly accept: 200;
        readonly veto: 422;
    };
    readonly recordDelete: {
        readonly method: "post";
        readonly accept: 200;
        readonly veto: 422;
    };
};
