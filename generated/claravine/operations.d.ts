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
    };
};
