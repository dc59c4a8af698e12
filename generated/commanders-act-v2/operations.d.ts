// Made by "kiln generate": change the description, not this.
export declare const servers: readonly ["https://collect.commander1.com"];
export declare const schemes: {
    readonly sourceKey: {
        readonly kind: "key";
        readonly in: "query";
        readonly name: "token";
    };
};
/** How each operation is called, and what it may answer. */
export declare const operations: {
    readonly trackEvent: {
        readonly method: "post";
        readonly path: "/events";
        readonly parameters: readonly [{
            readonly name: "tc_s";
            readonly in: "query";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly [];
            readonly "400": readonly [];
        };
        readonly security: readonly [readonly ["sourceKey"]];
        readonly limits: {
            readonly bodyBytes: 32768;
        };
    };
    readonly trackEventBatch: {
        readonly method: "post";
        readonly path: "/events/batch";
        readonly parameters: readonly [{
            readonly name: "tc_s";
            readonly in: "query";
        }];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly [];
            readonly "400": readonly [];
        };
        readonly security: readonly [readonly ["sourceKey"]];
        readonly limits: {
            readonly bodyBytes: 512000;
            readonly itemBytes: 32768;
            readonly itemsAt: "#/batch";
        };
        readonly batch: {
            readonly at: "#/batch";
        };
    };
};
