// Made by "kiln generate": change the description, not this.
export const servers = [
    "https://customer.claravine.com/v1"
];
export const schemes = {
    "apiKey": {
        "kind": "key",
        "in": "header",
        "name": "x-claravine-key"
    },
    "apiSecret": {
        "kind": "key",
        "in": "header",
        "name": "x-claravine-secret"
    }
};
/** How each operation is called, and what it may answer. */
export const operations = {
    "listDatasets": {
        "method": "get",
        "path": "/datasets",
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
            ]
        },
        "security": [
            [
                "apiKey",
                "apiSecret"
            ]
        ],
        "access": "read",
        "rate": "all"
    },
    "createTransaction": {
        "method": "post",
        "path": "/datasets/{datasetUuid}/data",
        "parameters": [
            {
                "name": "datasetUuid",
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
            ]
        },
        "security": [
            [
                "apiKey",
                "apiSecret"
            ]
        ],
        "access": "write",
        "rate": "all",
        "work": {
            "id": "#/transactionUuid",
            "statusOperation": "getTransactionStatus",
            "parameter": "transactionUuid",
            "in": "path",
            "state": "#/status",
            "pending": [
                "Pending"
            ],
            "succeeded": [
                "Complete"
            ],
            "failed": [
                "Failed"
            ]
        },
        "batch": {
            "at": "#/rows",
            "maxItems": 1000
        }
    },
    "listTransactions": {
        "method": "get",
        "path": "/datasets/{datasetUuid}/transactions",
        "parameters": [
            {
                "name": "datasetUuid",
                "in": "path"
            },
            {
                "name": "start-date",
                "in": "query"
            },
            {
                "name": "end-date",
                "in": "query"
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
            ]
        },
        "security": [
            [
                "apiKey",
                "apiSecret"
            ]
        ],
        "access": "read",
        "rate": "all"
    },
    "getTransactionData": {
        "method": "get",
        "path": "/datasets/{datasetUuid}/transactions/{transactionUuid}/data",
        "parameters": [
            {
                "name": "datasetUuid",
                "in": "path"
            },
            {
                "name": "transactionUuid",
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
            ]
        },
        "security": [
            [
                "apiKey",
                "apiSecret"
            ]
        ],
        "access": "read",
        "rate": "all"
    },
    "getTransactionStatus": {
        "method": "get",
        "path": "/datasets/{datasetUuid}/transactions/{transactionUuid}/status",
        "parameters": [
            {
                "name": "datasetUuid",
                "in": "path"
            },
            {
                "name": "transactionUuid",
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
            ]
        },
        "security": [
            [
                "apiKey",
                "apiSecret"
            ]
        ],
        "access": "read",
        "rate": "all"
    }
};
/** Requests in a window of seconds. */
export const rate = {
    "partition": "credential",
    "window": 60,
    "headers": {
        "limit": "X-RateLimit-Limit",
        "remaining": "X-RateLimit-Remaining"
    },
    "quotas": {
        "all": {
            "default": 30
        }
    }
};
