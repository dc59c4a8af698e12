// Made by "kiln generate": change the description, not this.
export const servers = [
    "https://api.clay.run/v1",
    "https://exec.clay.run"
];
export const schemes = {
    "accountToken": {
        "kind": "key",
        "in": "header",
        "name": "Authorization",
        "prefix": "Token"
    },
    "baseKey": {
        "kind": "key",
        "in": "header",
        "name": "private-base-key"
    }
};
/** How each operation is called, and what it may answer. */
export const operations = {
    "listBases": {
        "method": "get",
        "path": "/bases",
        "parameters": [],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "read"
    },
    "createBase": {
        "method": "post",
        "path": "/bases",
        "parameters": [],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "queryBase": {
        "method": "post",
        "path": "/bases/{baseId}/query",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ],
            [
                "baseKey"
            ]
        ],
        "access": "read",
        "isRead": true
    },
    "listTables": {
        "method": "get",
        "path": "/bases/{baseId}/tables",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "read"
    },
    "createTable": {
        "method": "post",
        "path": "/bases/{baseId}/tables",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "deleteTable": {
        "method": "delete",
        "path": "/bases/{baseId}/tables/{tableName}",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            },
            {
                "name": "tableName",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "createColumn": {
        "method": "post",
        "path": "/bases/{baseId}/tables/{tableName}/columns",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            },
            {
                "name": "tableName",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "describeTable": {
        "method": "get",
        "path": "/bases/{baseId}/tables/{tableName}/describe",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            },
            {
                "name": "tableName",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "read"
    },
    "renameColumn": {
        "method": "post",
        "path": "/bases/{baseId}/tables/{tableName}/columns/{columnName}",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            },
            {
                "name": "tableName",
                "in": "path"
            },
            {
                "name": "columnName",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "deleteColumn": {
        "method": "delete",
        "path": "/bases/{baseId}/tables/{tableName}/columns/{columnName}",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            },
            {
                "name": "tableName",
                "in": "path"
            },
            {
                "name": "columnName",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "convertColumn": {
        "method": "post",
        "path": "/bases/{baseId}/tables/{tableName}/columns/{columnName}/convert",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            },
            {
                "name": "tableName",
                "in": "path"
            },
            {
                "name": "columnName",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "createRecords": {
        "method": "post",
        "path": "/bases/{baseId}/insert",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ],
            [
                "baseKey"
            ]
        ],
        "access": "write"
    },
    "findRecords": {
        "method": "post",
        "path": "/bases/{baseId}/find",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ],
            [
                "baseKey"
            ]
        ],
        "access": "read",
        "isRead": true,
        "pages": {
            "style": "page",
            "in": "body",
            "size": "#/config/limit",
            "place": "#/config/page",
            "first": 0,
            "items": "#/result",
            "usual": 30
        }
    },
    "updateRecords": {
        "method": "post",
        "path": "/bases/{baseId}/update",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ],
            [
                "baseKey"
            ]
        ],
        "access": "write"
    },
    "deleteRecord": {
        "method": "post",
        "path": "/bases/{baseId}/delete",
        "parameters": [
            {
                "name": "baseId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ],
            [
                "baseKey"
            ]
        ],
        "access": "write"
    },
    "listFunctions": {
        "method": "get",
        "path": "/functions",
        "parameters": [],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "read"
    },
    "createFunction": {
        "method": "post",
        "path": "/functions",
        "parameters": [],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "deployFunction": {
        "method": "post",
        "path": "/functions/{functionId}/deploy",
        "parameters": [
            {
                "name": "functionId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "listFunctionLogs": {
        "method": "get",
        "path": "/functions/{functionId}/logs",
        "parameters": [
            {
                "name": "functionId",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "read"
    },
    "runFunction": {
        "method": "post",
        "server": "https://exec.clay.run",
        "path": "/{user}/{function}",
        "parameters": [
            {
                "name": "user",
                "in": "path"
            },
            {
                "name": "function",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json",
                "text/plain"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ],
            "520": [
                "application/json"
            ]
        },
        "security": []
    },
    "createWorkflow": {
        "method": "post",
        "path": "/workflow",
        "parameters": [],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "updateWorkflow": {
        "method": "patch",
        "path": "/workflow/{workflowId}",
        "parameters": [
            {
                "name": "workflowId",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "listWorkflows": {
        "method": "get",
        "path": "/workflows",
        "parameters": [],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "read"
    },
    "runWorkflowByGet": {
        "method": "get",
        "path": "/workflows/run/{publicKey}",
        "parameters": [
            {
                "name": "publicKey",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [],
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "runWorkflow": {
        "method": "post",
        "path": "/workflows/run/{publicKey}",
        "parameters": [
            {
                "name": "publicKey",
                "in": "path"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [],
            [
                "accountToken"
            ]
        ],
        "access": "write"
    },
    "deleteWorkflow": {
        "method": "delete",
        "path": "/workflows/{workflowId}",
        "parameters": [
            {
                "name": "workflowId",
                "in": "path"
            }
        ],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "400": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ],
            "503": [
                "application/json"
            ]
        },
        "security": [
            [
                "accountToken"
            ]
        ],
        "access": "write"
    }
};
/** How each is answered. */
export const webhooks = {
    "recordInsert": {
        "method": "post",
        "accept": 200,
        "veto": 422
    },
    "recordUpdate": {
        "method": "post",
        "accept": 200,
        "veto": 422
    },
    "recordDelete": {
        "method": "post",
        "accept": 200,
        "veto": 422
    }
};
