// Made by "kiln generate": change the description, not this.
export const servers = [
    "https://api.clayva.com/v1"
];
export const schemes = {
    "bearerAuth": {
        "kind": "key",
        "in": "header",
        "name": "Authorization",
        "prefix": "Bearer"
    }
};
/** How each operation is called, and what it may answer. */
export const operations = {
    "trackEvent": {
        "method": "post",
        "path": "/events/track",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "trackEventBatch": {
        "method": "post",
        "path": "/events/batch",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "getEvent": {
        "method": "get",
        "path": "/events/{eventId}",
        "parameters": [
            {
                "name": "eventId",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "identifyUser": {
        "method": "post",
        "path": "/users/identify",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "getUser": {
        "method": "get",
        "path": "/users/{userId}",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "updateUser": {
        "method": "patch",
        "path": "/users/{userId}",
        "parameters": [
            {
                "name": "userId",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "listWorkspaces": {
        "method": "get",
        "path": "/workspaces",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    },
    "createWorkspace": {
        "method": "post",
        "path": "/workspaces",
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
            "429": [
                "application/json"
            ],
            "500": [
                "application/json"
            ]
        },
        "security": [
            [
                "bearerAuth"
            ]
        ]
    }
};
