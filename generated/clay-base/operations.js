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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
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
        ]
    }
};
