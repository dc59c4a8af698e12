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
    };
};
