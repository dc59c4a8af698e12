// Made by "kiln generate": change the description, not this.
export interface paths {
    "/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event, as the answer to `trackEvent` gave it. */
                eventId: components["parameters"]["EventId"];
            };
            cookie?: never;
        };
        /**
         * Get an event
         * @description Gets the details of one recorded event. The reference prints the path without its second slash, which is
         *     served as well; with the slash, as all other paths have it, is preferred.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track several events
         * @description Records up to 1000 events in one request, which is faster and counts once against the quota. The reference does not
         *     say what happens to the others when one event is refused.
         */
        post: operations["trackEventBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track an event
         * @description Records one event and answers with what was recorded, its new id included. Without a `timestamp` the event happens
         *     now. To send many events, use `trackEventBatch`.
         */
        post: operations["trackEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the user, the one that events and `identifyUser` carry. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description Gets the whole profile of a user, with all traits and what Clayva has computed. The reference prints the path
         *     without its second slash, which is served as well; with the slash, as all other paths have it, is preferred.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a user
         * @description Changes the traits that the body names and leaves the rest of the profile alone. The reference does not say how a
         *     trait is removed.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/users/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Identify a user
         * @description Creates the profile of a user with the given traits, or updates it where there is one. To change traits of a profile
         *     that is known to exist, use `updateUser`.
         */
        post: operations["identifyUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workspaces
         * @description Lists every workspace that the owner of the API key may enter.
         */
        get: operations["listWorkspaces"];
        put?: never;
        /**
         * Create a workspace
         * @description Creates a workspace in which analytics data can be organised. The reference does not describe the body; only a name is
         *     foreseen here, and it is optional.
         */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The workspace to make. The reference names no field of it; `name` is our reading and others are allowed. */
        CreateWorkspaceInput: {
            /**
             * @description Name of the workspace, for people.
             * @example Storefront
             */
            name?: string;
            [key: string]: unknown;
        };
        /** @description Facts about the refusal. Which ones there are depends on the code, and the list is open. */
        ErrorDetails: {
            /**
             * @description The field of the request that was refused.
             * @example event
             */
            field?: string;
            /**
             * @description The value that the field had, of any type; null where there was none.
             * @example null
             * @example
             * @example 123
             */
            provided?: unknown;
            [key: string]: unknown;
        };
        /** @description The body of every refusal. */
        ErrorEnvelope: {
            error: components["schemas"]["ErrorReport"];
            /**
             * @description Always false; tells a refusal from a success without looking at the status.
             * @constant
             */
            success: false;
        };
        /** @description What went wrong. */
        ErrorReport: {
            /**
             * @description The reason, for programs. Known values: `INVALID_REQUEST`, `INVALID_EVENT_NAME`, `UNAUTHORIZED`, `FORBIDDEN`,
             *     `NOT_FOUND`, `RATE_LIMITED` and `SERVER_ERROR`. The list is open: treat an unknown code by its status.
             * @example INVALID_REQUEST
             * @example INVALID_EVENT_NAME
             * @example UNAUTHORIZED
             * @example FORBIDDEN
             * @example NOT_FOUND
             * @example RATE_LIMITED
             * @example SERVER_ERROR
             */
            code: string;
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description The reason, for people. Its wording may change; do not compare it.
             * @example An event needs a name of at least one character.
             */
            message: string;
        };
        /** @description An event as Clayva keeps it. */
        Event: {
            /**
             * @description The id of a visitor who was not known yet.
             * @example anon_7f3c91
             */
            anonymousId?: string;
            context?: components["schemas"]["EventContext"];
            /**
             * @description The event's name.
             * @example Product Viewed
             */
            event: string;
            /**
             * @description The id that Clayva gave the event. Take it as it is; its form is not promised.
             * @example evt_2KtY3kPl9vR8mNxZ
             */
            eventId: string;
            properties?: components["schemas"]["EventProperties"];
            /**
             * Format: iso-8601-time-point
             * @description When it happened.
             * @example 2024-01-15T10:30:00Z
             */
            timestamp: string;
            /**
             * @description Your own id of the user who did it.
             * @example user_123
             */
            userId?: string;
        };
        /** @description Events to record together. */
        EventBatchInput: {
            /**
             * @description The events, each built like the body of `trackEvent`.
             *
             *     @minItems 1
             *     @maxItems 1000
             */
            events: components["schemas"]["EventInput"][];
        };
        /** @description The result of a batch. */
        EventBatchResponse: components["schemas"]["SuccessEnvelope"] & {
            /** @description What became of the events. The reference prints no answer to a batch, so any content is allowed. */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description The circumstances of the event. Other entries than `library` are allowed. */
        EventContext: {
            library?: components["schemas"]["EventLibrary"];
            [key: string]: unknown;
        };
        /**
         * @description One event to record. Only the name is required. Give `userId`, `anonymousId` or both, or nothing ties the event to a
         *     person; the reference does not say that one of them must be there.
         */
        EventInput: {
            /**
             * @description An id for a visitor who is not known yet.
             * @example anon_7f3c91
             */
            anonymousId?: string;
            /**
             * @default {
             *       "library": {
             *         "name": "clayva-js",
             *         "version": "1.2.0"
             *       }
             *     }
             */
            context?: components["schemas"]["EventContext"];
            /**
             * @description The event's name, such as a noun and a verb in the past tense.
             *
             *     @minLength 1
             * @example Product Viewed
             */
            event: string;
            properties?: components["schemas"]["EventProperties"];
            /**
             * Format: iso-8601-time-point
             * @description When it happened, in ISO 8601. Left out, the time at which the request is handled.
             * @example 2024-01-15T10:30:00Z
             */
            timestamp?: string;
            /**
             * @description Your own id of the user who did it.
             * @example user_123
             */
            userId?: string;
        };
        /** @description The client library that sent the event. */
        EventLibrary: {
            /**
             * @description Name of the library.
             * @example clayva-js
             */
            name?: string;
            /**
             * @description Version of the library.
             * @example 1.2.0
             */
            version?: string;
            [key: string]: unknown;
        };
        /**
         * @description Facts about the event under names of your choice. Any value that JSON can hold is allowed.
         * @example {
         *       "productId": "SKU-456",
         *       "productName": "Wireless Mouse",
         *       "price": 29.99
         *     }
         */
        EventProperties: {
            [key: string]: unknown;
        };
        /** @description One event. */
        EventResponse: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Event"];
        };
        /** @description A user and what is known about them. Fields beyond these are allowed. */
        IdentifyUserInput: {
            /**
             * @description The id under which the user was known before.
             * @example anon_7f3c91
             */
            anonymousId?: string;
            traits?: components["schemas"]["UserTraits"];
            /**
             * @description Your own id of the user. Decides which profile is made or changed.
             * @example user_123
             */
            userId: string;
            [key: string]: unknown;
        };
        /** @description What every success has. */
        SuccessEnvelope: {
            /**
             * @description Always true.
             * @constant
             */
            success: true;
        };
        /** @description The recorded event. */
        TrackEventResponse: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Event"];
        };
        /** @description The traits to change. Fields beyond these are allowed. */
        UpdateUserInput: {
            traits?: components["schemas"]["UserTraits"];
            [key: string]: unknown;
        };
        /**
         * @description A profile. The reference says that it holds traits and computed properties and names neither field, so every field is
         *     optional here and others may come.
         */
        User: {
            /**
             * @description The id under which the user was known before.
             * @example anon_7f3c91
             */
            anonymousId?: string;
            /**
             * @description What Clayva works out about the user.
             * @example {
             *       "eventCount": 42
             *     }
             */
            computedProperties?: {
                [key: string]: unknown;
            };
            traits?: components["schemas"]["UserTraits"];
            /**
             * @description Your own id of the user.
             * @example user_123
             */
            userId?: string;
            [key: string]: unknown;
        };
        /** @description One profile. */
        UserResponse: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["User"];
        };
        /**
         * @description What is known about the user, under names of your choice.
         * @example {
         *       "name": "Ada Example",
         *       "email": "ada@example.com",
         *       "plan": "pro"
         *     }
         */
        UserTraits: {
            [key: string]: unknown;
        };
        /**
         * @description A place for analytics data with its own settings. The reference names no field of it, so those below are our reading
         *     and others may come.
         */
        Workspace: {
            /**
             * @description Name of the workspace, for people.
             * @example Storefront
             */
            name?: string;
            /**
             * @description Id of the workspace.
             * @example ws_storefront
             */
            workspaceId?: string;
            [key: string]: unknown;
        };
        /** @description The workspaces that the key opens. */
        WorkspaceListResponse: components["schemas"]["SuccessEnvelope"] & {
            /** @description All of them; the reference describes no pages. */
            data: components["schemas"]["Workspace"][];
        };
        /** @description One workspace. */
        WorkspaceResponse: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Workspace"];
        };
    };
    responses: {
        /** @description The request breaks a rule. `error.details` names the offending field where there is one. */
        BadRequest: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The API key is known but may not use this resource. */
        Forbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description There is no such resource. */
        NotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The key has used up its quota of this minute. Wait until the instant in `X-RateLimit-Reset`. */
        RateLimited: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The service failed; the request itself may be sound. */
        ServerError: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The API key is missing or unknown. */
        Unauthorized: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
    };
    parameters: {
        /** @description Id of the event, as the answer to `trackEvent` gave it. */
        EventId: string;
        /** @description Your own id of the user, the one that events and `identifyUser` carry. */
        UserId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Requests that the key may make in one window, in the category of this operation.
         * @example 100
         */
        RateLimitLimit: number;
        /**
         * @description Requests that are left in the current window.
         * @example 99
         */
        RateLimitRemaining: number;
        /**
         * @description When the window ends and the quota is whole again, in seconds since 1970-01-01T00:00:00Z.
         * @example 1705314660
         */
        RateLimitReset: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event, as the answer to `trackEvent` gave it. */
                eventId: components["parameters"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    trackEventBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The events. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBatchInput"];
            };
        };
        responses: {
            /** @description The events are accepted. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBatchResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    trackEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventInput"];
            };
        };
        responses: {
            /** @description The event is recorded. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackEventResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the user, the one that events and `identifyUser` carry. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the user, the one that events and `identifyUser` carry. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** @description The traits to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserInput"];
            };
        };
        responses: {
            /** @description The profile after the change. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    identifyUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The user and their traits. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyUserInput"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspaces. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The workspace to make. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateWorkspaceInput"];
            };
        };
        responses: {
            /** @description The new workspace. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
}
