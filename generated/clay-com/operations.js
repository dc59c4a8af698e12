// Made by "kiln generate": change the description, not this.
export const servers = [
    "https://api.clay.com/v3"
];
export const schemes = {
    "sessionCookie": {
        "kind": "key",
        "in": "cookie",
        "name": "claysession"
    }
};
/** How each operation is called, and what it may answer. */
export const operations = {
    "login": {
        "method": "post",
        "path": "/auth/login",
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
            ]
        },
        "security": []
    },
    "listWorkspaces": {
        "method": "get",
        "path": "/my-workspaces",
        "parameters": [],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "403": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "createFolder": {
        "method": "post",
        "path": "/workspaces/{workspaceId}/folders",
        "parameters": [
            {
                "name": "workspaceId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "deleteFolder": {
        "method": "delete",
        "path": "/folders/{folderId}",
        "parameters": [
            {
                "name": "folderId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "fetchResources": {
        "method": "post",
        "path": "/workspaces/{workspaceId}/resources_v2/",
        "parameters": [
            {
                "name": "workspaceId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ],
        "isRead": true
    },
    "searchResources": {
        "method": "post",
        "path": "/workspaces/{workspaceId}/resources/search",
        "parameters": [
            {
                "name": "workspaceId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ],
        "isRead": true
    },
    "createWorkbook": {
        "method": "post",
        "path": "/workbooks",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "deleteWorkbook": {
        "method": "delete",
        "path": "/workbooks/{workbookId}",
        "parameters": [
            {
                "name": "workbookId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "listRecordIds": {
        "method": "get",
        "path": "/tables/{tableId}/views/{viewId}/records/ids",
        "parameters": [
            {
                "name": "tableId",
                "in": "path"
            },
            {
                "name": "viewId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "addRows": {
        "method": "post",
        "path": "/tables/{tableId}/records",
        "parameters": [
            {
                "name": "tableId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "deleteRows": {
        "method": "delete",
        "path": "/tables/{tableId}/records",
        "parameters": [
            {
                "name": "tableId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "deleteRow": {
        "method": "delete",
        "path": "/tables/{tableId}/records/{recordId}",
        "parameters": [
            {
                "name": "tableId",
                "in": "path"
            },
            {
                "name": "recordId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "runEnrichment": {
        "method": "patch",
        "path": "/tables/{tableId}/run",
        "parameters": [
            {
                "name": "tableId",
                "in": "path"
            }
        ],
        "content": [
            "application/json",
            "application/x-www-form-urlencoded"
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "countRows": {
        "method": "get",
        "path": "/tables/{tableId}/count",
        "parameters": [
            {
                "name": "tableId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "listSources": {
        "method": "get",
        "path": "/tables/{tableId}/sources",
        "parameters": [
            {
                "name": "tableId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "addWebhook": {
        "method": "patch",
        "path": "/tables/{tableId}",
        "parameters": [
            {
                "name": "tableId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "deleteSource": {
        "method": "delete",
        "path": "/tables/{tableId}/sources/{sourceId}",
        "parameters": [
            {
                "name": "tableId",
                "in": "path"
            },
            {
                "name": "sourceId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "listOwners": {
        "method": "get",
        "path": "/owners",
        "parameters": [],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "403": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "getUserCredits": {
        "method": "get",
        "path": "/users/{userId}/credits",
        "parameters": [
            {
                "name": "userId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "fetchUserResources": {
        "method": "post",
        "path": "/users/{userId}/resources",
        "parameters": [
            {
                "name": "userId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "getWorkspaceCredits": {
        "method": "get",
        "path": "/workspaces/{workspaceId}/credits",
        "parameters": [
            {
                "name": "workspaceId",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "listIntegrations": {
        "method": "get",
        "path": "/integrations",
        "parameters": [],
        "content": [],
        "responses": {
            "200": [
                "application/json"
            ],
            "401": [
                "application/json"
            ],
            "403": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "getIntegration": {
        "method": "get",
        "path": "/integrations/{integrationType}",
        "parameters": [
            {
                "name": "integrationType",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "getIntegrationCredits": {
        "method": "get",
        "path": "/integrations/{integrationType}/credits",
        "parameters": [
            {
                "name": "integrationType",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    },
    "getIntegrationCreditReport": {
        "method": "get",
        "path": "/integrations/{integrationType}/credits/report",
        "parameters": [
            {
                "name": "integrationType",
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
            "403": [
                "application/json"
            ],
            "404": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "sessionCookie"
            ]
        ]
    }
};
/** What issues a credential. */
export const session = {
    "scheme": "sessionCookie",
    "lifetime": 86400,
    "issuedBy": "login"
};
