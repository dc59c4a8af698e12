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
        ],
        "rate": "event-tracking"
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
        ],
        "rate": "batch-events",
        "batch": {
            "at": "#/events",
            "maxItems": 1000
        }
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
        ],
        "rate": "query-apis"
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
        ],
        "rate": "user-operations"
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
        ],
        "rate": "user-operations"
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
        ],
        "rate": "user-operations"
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
        ],
        "rate": "admin-apis"
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
        ],
        "rate": "admin-apis"
    }
};
/** Requests in a window of seconds. */
export const rate = {
    "partition": "credential",
    "window": 60,
    "headers": {
        "limit": "X-RateLimit-Limit",
        "remaining": "X-RateLimit-Remaining",
        "reset": "X-RateLimit-Reset",
        "resetUnit": "unix-seconds"
    },
    "quotas": {
        "event-tracking": {
            "free": 100,
            "pro": 1000,
            "enterprise": "custom"
        },
        "batch-events": {
            "free": 10,
            "pro": 100,
            "enterprise": "custom"
        },
        "user-operations": {
            "free": 50,
            "pro": 500,
            "enterprise": "custom"
        },
        "query-apis": {
            "free": 20,
            "pro": 200,
            "enterprise": "custom"
        },
        "admin-apis": {
            "free": 5,
            "pro": 50,
            "enterprise": "custom"
        }
    }
};
