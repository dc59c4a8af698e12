// Made by "kiln generate": change the description, not this.
export declare const servers: readonly ["https://api.clayva.com/v1"];
export declare const schemes: {
    readonly bearerAuth: {
        readonly kind: "key";
        readonly in: "header";
        readonly name: "Authorization";
        readonly prefix: "Bearer";
    };
};
/** How each operation is called, and what it may answer. */
export declare const operations: {
    readonly trackEvent: {
        readonly method: "post";
        readonly path: "/events/track";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "event-tracking";
    };
    readonly trackEventBatch: {
        readonly method: "post";
        readonly path: "/events/batch";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "batch-events";
        readonly batch: {
            readonly at: "#/events";
            readonly maxItems: 1000;
        };
    };
    readonly getEvent: {
        readonly method: "get";
        readonly path: "/events/{eventId}";
        readonly parameters: readonly [{
            readonly name: "eventId";
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
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "query-apis";
    };
    readonly identifyUser: {
        readonly method: "post";
        readonly path: "/users/identify";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "user-operations";
    };
    readonly getUser: {
        readonly method: "get";
        readonly path: "/users/{userId}";
        readonly parameters: readonly [{
            readonly name: "userId";
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
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "user-operations";
    };
    readonly updateUser: {
        readonly method: "patch";
        readonly path: "/users/{userId}";
        readonly parameters: readonly [{
            readonly name: "userId";
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
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "user-operations";
    };
    readonly listWorkspaces: {
        readonly method: "get";
        readonly path: "/workspaces";
        readonly parameters: readonly [];
        readonly content: readonly [];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "admin-apis";
    };
    readonly createWorkspace: {
        readonly method: "post";
        readonly path: "/workspaces";
        readonly parameters: readonly [];
        readonly content: readonly ["application/json"];
        readonly responses: {
            readonly "200": readonly ["application/json"];
            readonly "400": readonly ["application/json"];
            readonly "401": readonly ["application/json"];
            readonly "403": readonly ["application/json"];
            readonly "429": readonly ["application/json"];
            readonly "500": readonly ["application/json"];
        };
        readonly security: readonly [readonly ["bearerAuth"]];
        readonly rate: "admin-apis";
    };
};
/** Requests in a window of seconds. */
export declare const rate: {
    readonly partition: "credential";
    readonly window: 60;
    readonly headers: {
        readonly limit: "X-RateLimit-Limit";
        readonly remaining: "X-RateLimit-Remaining";
        readonly reset: "X-RateLimit-Reset";
        readonly resetUnit: "unix-seconds";
    };
    readonly quotas: {
        readonly "event-tracking": {
            readonly free: 100;
            readonly pro: 1000;
            readonly enterprise: "custom";
        };
        readonly "batch-events": {
            readonly free: 10;
            readonly pro: 100;
            readonly enterprise: "custom";
        };
        readonly "user-operations": {
            readonly free: 50;
            readonly pro: 500;
            readonly enterprise: "custom";
        };
        readonly "query-apis": {
            readonly free: 20;
            readonly pro: 200;
            readonly enterprise: "custom";
        };
        readonly "admin-apis": {
            readonly free: 5;
            readonly pro: 50;
            readonly enterprise: "custom";
        };
    };
};
