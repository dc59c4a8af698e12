// Made by "kiln generate": change the description, not this.
export interface paths {
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track an event (1.0)
         * @deprecated
         * @description Sends one event in the format of 1.0. Support ended on 31 August 2023, and since December 2023 a request in this
         *     format may be answered with an error: use `trackEvent` of 2.0, which has the same path. A 200 says that the request
         *     has arrived, not that the event is good.
         */
        post: operations["trackEvent"];
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
        /**
         * @description The application in which it happened. The documentation names the member and, for 1.0, none of its fields.
         * @example {
         *       "name": "Example Shop",
         *       "version": "1.4.0"
         *     }
         */
        App: {
            [key: string]: unknown;
        };
        /** @description The device on which it happened. Other members are allowed. */
        Device: {
            /**
             * @description Cookies, as in the header of a request.
             * @example _ga=789
             */
            cookie?: string;
            /**
             * @description Address of the device in the network.
             * @example 192.0.2.56
             */
            ip?: string;
            /**
             * @description What the browser calls itself.
             * @example Mozilla/5.0 (X11; Linux x86_64; rv:95.0) Gecko/20100101 Firefox/95.0
             */
            user_agent?: string;
            [key: string]: unknown;
        };
        /**
         * @description An event in the format of 1.0: facts about the event in `properties`, circumstances at the root. Other members are
         *     allowed.
         */
        Event: {
            app?: components["schemas"]["App"];
            device?: components["schemas"]["Device"];
            /**
             * @description Your own id of this event.
             * @example 202110130000000000
             */
            event_id?: string;
            /**
             * @description What happened. The vendor has names for common events, such as `search`, `login`, `sign_up` and `purchase`, and
             *     any other name is allowed.
             *
             *     @minLength 1
             * @example search
             * @example Signed Up
             * @example Item Purchased
             * @example Article Bookmarked
             */
            event_name: string;
            /**
             * @description When it happened, in milliseconds since 1970-01-01T00:00:00Z.
             * @example 1639044446636
             */
            event_timestamp?: number;
            page?: components["schemas"]["Page"];
            properties?: components["schemas"]["EventProperties"];
            [key: string]: unknown;
        };
        /**
         * @description Facts about the event, under names that belong to the event or are your own, and the user.
         * @example {
         *       "search_term": "t-shirts",
         *       "user": {
         *         "id": "12345"
         *       }
         *     }
         */
        EventProperties: {
            user?: components["schemas"]["User"];
            [key: string]: unknown;
        };
        /** @description The page on which it happened. Other members are allowed. */
        Page: {
            /**
             * @description Address of the page; 2.0 calls it `url`.
             * @example https://shop.example.com/search?q=t-shirts
             */
            location?: string;
            /**
             * @description Title of the page.
             * @example Search
             */
            title?: string;
            [key: string]: unknown;
        };
        /** @description The person behind the event. Other members are allowed. */
        User: {
            /**
             * @description Ids of the categories that the user has consented to.
             * @example [
             *       1,
             *       3
             *     ]
             */
            consent_categories?: (number | string)[];
            /**
             * @description The user's e-mail address.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description Your own id of the user.
             * @example 12345
             */
            id?: string;
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request is too large, or its body is not JSON. No body is documented. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The request has arrived. This is the answer to every request that is not too large and whose body is JSON, whether the
         *     event can be used or not. No body is documented.
         */
        Received: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description Id of the site in the platform. */
        SiteId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    trackEvent: {
        parameters: {
            query: {
                /** @description Id of the site in the platform. */
                tc_s: components["parameters"]["SiteId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            200: components["responses"]["Received"];
            400: components["responses"]["BadRequest"];
        };
    };
}
