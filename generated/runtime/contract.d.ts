// Made by "kiln generate": change the description, not this.
/** What the runtime needs of a description to send requests and to read answers. */
export interface Contract {
    /** Base URLs; requests go to the first unless the caller names another. */
    readonly servers: readonly string[];
    readonly schemes: Readonly<Record<string, SchemeContract>>;
    readonly operations: Readonly<Record<string, OperationContract>>;
}
export declare const METHODS: readonly ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
export type Method = (typeof METHODS)[number];
export interface OperationContract {
    readonly method: Method;
    /** Base URL of a server that only some operations have; the API's first one when left out. */
    readonly server?: string;
    readonly path: string;
    readonly parameters: readonly ParameterContract[];
    /** Media types of the request body; the first is sent unless the caller names another. */
    readonly content: readonly string[];
    /** Media types by status, range (`4XX`) or `default`. */
    readonly responses: Readonly<Record<string, readonly string[]>>;
    /** Alternatives of schemes that are needed together; none where the operation is public. */
    readonly security: readonly (readonly string[])[];
}
/** Parameter Object (OpenAPI 3.1.1, section 4.8.12). */
export interface ParameterContract {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header' | 'cookie';
    readonly style: string;
    readonly explode: boolean;
    /** The value is written as JSON: the parameter has `content` in the place of a schema. */
    readonly json: boolean;
}
/** Where a credential goes; the connection itself carries one of kind `transport` (mutual TLS). */
export type SchemeContract = {
    readonly kind: 'key';
    readonly in: 'header' | 'query' | 'cookie';
    readonly name: string;
    /** A word before the secret, such as `Bearer`. */
    readonly prefix?: string;
} | {
    readonly kind: 'basic';
} | {
    readonly kind: 'transport';
};
