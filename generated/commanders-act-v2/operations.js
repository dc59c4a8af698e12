// Made by "kiln generate": change the description, not this.
export const servers = [
    "https://collect.commander1.com"
];
export const schemes = {
    "sourceKey": {
        "kind": "key",
        "in": "query",
        "name": "token"
    }
};
/** How each operation is called, and what it may answer. */
export const operations = {
    "trackEvent": {
        "method": "post",
        "path": "/events",
        "parameters": [
            {
                "name": "tc_s",
                "in": "query"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [],
            "400": []
        },
        "security": [
            [
                "sourceKey"
            ]
        ],
        "limits": {
            "bodyBytes": 32768
        }
    },
    "trackEventBatch": {
        "method": "post",
        "path": "/events/batch",
        "parameters": [
            {
                "name": "tc_s",
                "in": "query"
            }
        ],
        "content": [
            "application/json"
        ],
        "responses": {
            "200": [],
            "400": []
        },
        "security": [
            [
                "sourceKey"
            ]
        ],
        "limits": {
            "bodyBytes": 512000,
            "itemBytes": 32768,
            "itemsAt": "#/batch"
        },
        "batch": {
            "at": "#/batch"
        }
    }
};
