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
         * Track an event
         * @description Sends one event of at most 32 KB. A 200 says that the request has arrived, not that the event is good: events are
         *     looked at later, and what became of them shows in the platform. To send many events, use `trackEventBatch`.
         */
        post: operations["trackEvent"];
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
         * @description Sends events together, which saves requests: at most 500 KB, with 32 KB for each event. The documentation that is
         *     described here calls the operation a closed beta, to which the vendor admits on request; its newer revisions no
         *     longer do. What becomes of the others when one event is no good is not said.
         */
        post: operations["trackEventBatch"];
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
        /** @description The application in which it happened. Other members are allowed. */
        App: {
            /**
             * @description Build of the application.
             * @example 140
             */
            build?: string;
            /**
             * @description Version of the SDK's consent module.
             * @example 5.4.2
             */
            consent_version?: string;
            /**
             * @description Version of the SDK's core module.
             * @example 5.3.1
             */
            core_version?: string;
            /**
             * @description Name of the application.
             * @example Example Shop
             */
            name?: string;
            /**
             * @description Name under which the application is installed.
             * @example com.example.shop
             */
            namespace?: string;
            /**
             * @description Version of the SDK's module for servers.
             * @example 5.3.1
             */
            serverside_version?: string;
            /**
             * @description Version of the application.
             * @example 1.4.0
             */
            version?: string;
            [key: string]: unknown;
        };
        /**
         * @description An event of a batch. It is built like the body of `trackEvent`, but for `event_timestamp`: the vendor's example of a
         *     batch has it at the root, so it may stand there or in `context`.
         */
        BatchEvent: {
            context: components["schemas"]["BatchEventContext"];
            event_name: components["schemas"]["EventName"];
            event_timestamp?: components["schemas"]["EventTimestamp"];
            user?: components["schemas"]["User"];
            [key: string]: unknown;
        };
        /** @description The circumstances of an event of a batch. Other members are allowed. */
        BatchEventContext: {
            app?: components["schemas"]["App"];
            device?: components["schemas"]["Device"];
            event_id: components["schemas"]["EventId"];
            event_timestamp?: components["schemas"]["EventTimestamp"];
            page?: components["schemas"]["Page"];
            [key: string]: unknown;
        };
        /**
         * @description The device on which it happened. The members from `sdk_id` on are what the SDKs for mobile applications add. Other
         *     members are allowed.
         */
        Device: {
            /**
             * @description Whether the user allows tracking for advertising. Needs consent.
             * @example true
             */
            ad_tracking_enabled?: boolean;
            /**
             * @description Id for advertising. Needs consent.
             * @example 00000000-0000-4000-8000-000000000001
             */
            advertising_id?: string;
            /**
             * @description Cookies, as in the header of a request.
             * @example _ga=789
             */
            cookie?: string;
            /**
             * @description Id that iOS gives the vendor of an application. Needs consent.
             * @example 00000000-0000-4000-8000-000000000002
             */
            idfv?: string;
            /**
             * @description Address of the device in the network.
             * @example 192.0.2.56
             */
            ip?: string;
            /**
             * @description Language of the browser.
             * @example fr
             */
            lang?: string;
            /**
             * @description Language of the device.
             * @example en
             */
            language?: string;
            lifecycle?: components["schemas"]["DeviceLifecycle"];
            /**
             * @description Maker of the device.
             * @example Google
             */
            manufacturer?: string;
            /**
             * @description Model of the device.
             * @example Pixel 6
             */
            model?: string;
            /**
             * @description Name that the device was given.
             * @example oriole
             */
            name?: string;
            network?: components["schemas"]["DeviceNetwork"];
            os?: components["schemas"]["DeviceOs"];
            /**
             * @description Region of the device.
             * @example US
             */
            region?: string;
            screen?: components["schemas"]["DeviceScreen"];
            /**
             * @description A random id that stays with the device.
             * @example b2c1a0f9-8e7d-4c6b-a594-837261504f3e
             */
            sdk_id?: string;
            /**
             * @description Time zone by its name.
             * @example Europe/Paris
             */
            timezone?: string;
            /**
             * @description Name of the operating system.
             * @example android
             */
            type?: string;
            /**
             * @description What the browser calls itself.
             * @example Mozilla/5.0 (X11; Linux x86_64; rv:95.0) Gecko/20100101 Firefox/95.0
             */
            user_agent?: string;
            [key: string]: unknown;
        };
        /**
         * @description The sessions and visits of an application, as an SDK counts them. Instants and lengths are in milliseconds. Other
         *     members are allowed.
         */
        DeviceLifecycle: {
            /**
             * @description Time in the background.
             * @example 548
             */
            background_time?: number;
            /**
             * @description Start of the session.
             * @example 1673571497826
             */
            current_session?: number;
            /**
             * @description Start of the first visit with this version of the application.
             * @example 1673571497826
             */
            current_version_first_visit?: number;
            /**
             * @description Start of the visit.
             * @example 1673571497826
             */
            current_visit?: number;
            /**
             * @description Whether this is the first event since the application was started.
             * @example false
             */
            first_execute?: boolean;
            /**
             * @description Start of the first visit.
             * @example 1673571497826
             */
            first_visit?: number;
            /**
             * @description Time in the foreground.
             * @example 137652
             */
            foreground_time?: number;
            /**
             * @description How often the application came to the foreground.
             * @example 2
             */
            foreground_transitions?: number;
            /**
             * @description Whether the application was started for the first time.
             * @example true
             */
            is_first_visit?: boolean;
            /**
             * @description Whether the session before ended properly.
             * @example true
             */
            is_prev_cycle_cleaned?: boolean;
            /**
             * @description Instant of the event before.
             * @example 1673571632270
             */
            last_call?: number;
            /**
             * @description Last event of the session before; 0 if there is none.
             * @example 0
             */
            last_session_last_hit?: number;
            /**
             * @description Start of the session before; 0 if there is none.
             * @example 0
             */
            last_session_start?: number;
            /**
             * @description Start of the last visit.
             * @example 1673571497826
             */
            last_visit?: number;
            /**
             * @description Whether a session begins with this event.
             * @example false
             */
            new_session?: boolean;
            /**
             * @description Length of the session so far.
             * @example 138200
             */
            session_duration?: number;
            /**
             * @description Id of the session.
             * @example 00000000-0000-4000-8000-000000000003
             */
            session_id?: string;
            /**
             * @description Number of sessions so far.
             * @example 1
             */
            session_number?: number;
            /**
             * @description How often the application was started.
             * @example 1
             */
            visit_number?: number;
            [key: string]: unknown;
        };
        /** @description The connections of a device. Other members are allowed. */
        DeviceNetwork: {
            /**
             * @description Whether Bluetooth is connected.
             * @example false
             */
            bluetooth?: boolean;
            /**
             * @description Name of the mobile network, when connected to it.
             * @example Example Mobile
             */
            carrier?: string;
            /**
             * @description Whether a mobile network is connected.
             * @example false
             */
            cellular?: boolean;
            /**
             * @description Whether a wireless network is connected.
             * @example true
             */
            wifi?: boolean;
            [key: string]: unknown;
        };
        /** @description The operating system of a device. Other members are allowed. */
        DeviceOs: {
            /**
             * @description Name of the system.
             * @example android
             */
            name?: string;
            /**
             * @description Version of the system.
             * @example 13
             */
            version?: string;
            [key: string]: unknown;
        };
        /** @description The screen of a device. Other members are allowed. */
        DeviceScreen: {
            /**
             * @description Density, which Android reports.
             * @example 2.625
             */
            density?: number;
            /**
             * @description Height.
             * @example 2400
             */
            height?: number;
            /**
             * @description Width.
             * @example 1080
             */
            width?: number;
            [key: string]: unknown;
        };
        /**
         * @description An event. Beside the members below stand the facts about it, under names that belong to the event or are your own.
         *     There is no `properties` object around them, as there was in 1.0.
         */
        Event: {
            context: components["schemas"]["EventContext"];
            event_name: components["schemas"]["EventName"];
            user?: components["schemas"]["User"];
            [key: string]: unknown;
        };
        /** @description Events to send together. Other members are allowed. */
        EventBatch: {
            /**
             * @description The events. Their number is not limited, only their size.
             *
             *     @minItems 1
             */
            batch: components["schemas"]["BatchEvent"][];
            [key: string]: unknown;
        };
        /** @description The circumstances of an event. Other members are allowed. */
        EventContext: {
            app?: components["schemas"]["App"];
            device?: components["schemas"]["Device"];
            event_id: components["schemas"]["EventId"];
            event_timestamp: components["schemas"]["EventTimestamp"];
            page?: components["schemas"]["Page"];
            [key: string]: unknown;
        };
        /**
         * @description Your own id of this event, such as a UUID.
         * @example 202110130000000000
         * @example 4f6c2c0e-53a1-4d0b-9c55-8f1b7c9e2a10
         */
        EventId: string;
        /**
         * @description What happened. The vendor has names for common events, and any other name is allowed.
         *
         *     @minLength 1
         * @example search
         * @example page_view
         * @example purchase
         * @example sign_up
         */
        EventName: string;
        /**
         * @description When it happened, in milliseconds since 1970-01-01T00:00:00Z, as a number or as the digits of one. Seconds, with their
         *     ten digits, would be taken for a day in January 1970.
         */
        EventTimestamp: number | string;
        /** @description The page on which it happened. Other members are allowed. */
        Page: {
            /**
             * @description Language of the page.
             * @example en
             */
            lang?: string;
            /**
             * @description Address of the page before.
             * @example https://www.example.org/
             */
            referrer?: string;
            /**
             * @description Title of the page.
             * @example Search
             */
            title?: string;
            /**
             * @description Address of the page.
             * @example https://shop.example.com/search?q=t-shirts
             */
            url?: string;
            viewport?: components["schemas"]["Viewport"];
            [key: string]: unknown;
        };
        /**
         * @description The person behind the event. Send what is known: destinations need it to recognise people. Each member may also be
         *     sent hashed, with `_md5` or `_sha256` after its name and the hash in hexadecimal digits; where the plain value is
         *     sent, no hash is needed. Other members are allowed.
         */
        User: {
            /**
             * Format: date
             * @description Date of birth.
             * @example 1970-01-01
             */
            birthdate?: string;
            /**
             * @description City.
             * @example Boston
             */
            city?: string;
            /**
             * @description Ids of the categories that the user has consented to, and of no others. Without them, data cannot be shared with
             *     destinations.
             * @example [
             *       "1",
             *       "3"
             *     ]
             */
            consent_categories?: (string | number)[];
            /**
             * @description The id under which consent is recorded; an SDK takes its own id.
             * @example b2c1a0f9-8e7d-4c6b-a594-837261504f3e
             */
            consentID?: string;
            /**
             * @description The id by which the platform recognises someone who may not be known by name. It is what the CAID cookie is on a
             *     website.
             * @example 67892
             */
            consistent_anonymous_id?: string;
            /**
             * @description Code of the country in ISO 3166-1, of two or of three letters.
             * @example US
             * @example USA
             */
            country?: string;
            /**
             * @description E-mail address. Many destinations need it, plain or hashed.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description MD5 hash of the e-mail address.
             *
             *     @pattern ^[0-9a-f]{32}$
             * @example 3e3417d7ef77d5932a6734b916515ed5
             */
            email_md5?: string;
            /**
             * @description SHA-256 hash of the e-mail address.
             *
             *     @pattern ^[0-9a-f]{64}$
             * @example b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72
             */
            email_sha256?: string;
            /**
             * @description First name.
             * @example Ada
             */
            firstname?: string;
            /**
             * @description `f` for female, `m` for male.
             * @example f
             * @example m
             */
            gender?: string;
            /**
             * @description Your own id of the user. Many destinations need it.
             * @example 12345
             */
            id?: string;
            /**
             * @description Last name.
             * @example Example
             */
            lastname?: string;
            /**
             * @description Telephone number in the format of E.164.
             * @example +33100000000
             */
            phone?: string;
            /**
             * @description Ids of the vendors that the user refuses, or `ALL`.
             * @example [
             *       "12",
             *       "309"
             *     ]
             * @example ALL
             */
            refused_vendors?: string[] | string;
            /**
             * @description State or region.
             * @example Massachusetts
             */
            state?: string;
            /**
             * @description Standing of the customer in your own system.
             * @example New
             * @example Existing
             */
            status?: string;
            /**
             * @description Street and number.
             * @example 1 Example Street
             */
            street?: string;
            /**
             * @description Postal code.
             * @example 02108
             */
            zipcode?: string;
            [key: string]: unknown;
        };
        /** @description Size of the part of the page that shows, in pixels. Other members are allowed. */
        Viewport: {
            /**
             * @description Height.
             * @example 568
             */
            height?: number;
            /**
             * @description Width.
             * @example 320
             */
            width?: number;
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
         *     events can be used or not. No body is documented.
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
    trackEventBatch: {
        parameters: {
            query: {
                /** @description Id of the site in the platform. */
                tc_s: components["parameters"]["SiteId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The events. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBatch"];
            };
        };
        responses: {
            200: components["responses"]["Received"];
            400: components["responses"]["BadRequest"];
        };
    };
}
