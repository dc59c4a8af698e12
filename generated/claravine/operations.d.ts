// Made by "kiln generate": change the description, not this.
export declare const servers: readonly ["https://customer.claravine.com/v1"];
export declare const schemes: {
    readonly apiKey: {
        readonly kind: "key";
        readonly in: "header";
        readonly name: "x-claravine-key";
    };
    readonly apiSecret: {
        readonly kind: "key";
        readonly in: "header";
        readonly name: "x-claravine-secret";
    };
};
/** How each operation is called, and what it may answer. */
export declare const operations: {
    readonly listDatasets: {
        readonly method: "get";
        readonly path: "/datasets";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["apiKey", "apiSecret"]];
        readonly access: "read";
        readonly rate: "all";
    };
    readonly createTransaction: {
        readonly method: "post";
        readonly path: "/datasets/{datasetUuid}/data";
        readonly parameters: readonly [{
            readonly name: "datasetUuid";
            readonly in: "path";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["apiKey", "apiSecret"]];
        readonly access: "write";
        readonly rate: "all";
        readonly work: {
            readonly id: "#/transactionUuid";
            readonly statusOperation: "getTransactionStatus";
            readonly parameter: "transactionUuid";
            readonly in: "path";
            readonly state: "#/status";
            readonly pending: readonly ["Pending"];
            readonly succeeded: readonly ["Complete"];
            readonly failed: readonly ["Failed"];
        };
        readonly batch: {
            readonly at: "#/rows";
            readonly maxItems: 1000;
        };
    };
    readonly listTransactions: {
        readonly method: "get";
        readonly path: "/datasets/{datasetUuid}/transactions";
        readonly parameters: readonly [{
            readonly name: "datasetUuid";
            readonly in: "path";
        }, {
            readonly name: "start-date";
            readonly in: "query";
        }, {
            readonly name: "end-date";
            readonly in: "query";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["apiKey", "apiSecret"]];
        readonly access: "read";
        readonly rate: "all";
    };
    readonly getTransactionData: {
        readonly method: "get";
        readonly path: "/datasets/{datasetUuid}/transactions/{transactionUuid}/data";
        readonly parameters: readonly [{
            readonly name: "datasetUuid";
            readonly in: "path";
        }, {
            readonly name: "transactionUuid";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["apiKey", "apiSecret"]];
        readonly access: "read";
        readonly rate: "all";
    };
    readonly getTransactionStatus: {
        readonly method: "get";
        readonly path: "/datasets/{datasetUuid}/transactions/{transactionUuid}/status";
        readonly parameters: readonly [{
            readonly name: "datasetUuid";
            readonly in: "path";
        }, {
            readonly name: "transactionUuid";
            readonly in: "path";
        }];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "404": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["apiKey", "apiSecret"]];
        readonly access: "read";
        readonly rate: "all";
    };
};
/** Requests in a window of seconds. */
export declare const rate: {
    readonly partition: "credential";
    readonly window: 60;
    readonly headers: {
        readonly limit: "X-RateLimit-Limit";
        readonly remaining: "X-RateLimit-Remaining";
    };
    readonly quotas: {
        readonly all: {
            readonly default: 30;
        };
    };
};
