// Made by "kiln generate": change the description, not this.
import type { WireField, WireXml } from './wire/wire-body.js';
import type { WireParameter } from './wire/write-parameter.js';
/** What the runtime needs of a description to send requests and to read answers. */
export interface Contract {
    /** Base URLs; requests go to the first unless the caller names another. */
    readonly servers: readonly string[];
    readonly schemes: Readonly<Record<string, SchemeContract>>;
    readonly operations: Readonly<Record<string, OperationContract>>;
    /** XML Objects of the bodies, which refer to each other by their places here. */
    readonly xml?: readonly XmlContract[];
}
export declare const METHODS: readonly ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
export type Method = (typeof METHODS)[number];
export interface OperationContract {
    readonly method: string;
    /** Base URL of a server that only some operations have; the API's first one when left out. */
    readonly server?: string;
    readonly path: string;
    readonly parameters: readonly ParameterContract[];
    /** Media types of the request body; the first is sent unless the caller names another. */
    readonly content: readonly string[];
    /** What is said of bodies beside their media types, by these. */
    readonly bodies?: Readonly<Record<string, BodyContract>>;
    /** Media types by status, range (`4XX`) or `default`. */
    readonly responses: Readonly<Record<string, readonly string[]>>;
    /** Alternatives of schemes that are needed together; none where the operation is public. */
    readonly security: readonly (readonly string[])[];
}
/** Parameter Object (OpenAPI 3.1.1, section 4.8.12); what is left out has its default. */
export interface ParameterContract {
    readonly name: string;
    readonly in: WireParameter['in'];
    readonly style?: WireParameter['style'];
    readonly explode?: boolean;
    readonly allowReserved?: boolean;
    /** The parameter has `content` of this media type in the place of a schema. */
    readonly mediaType?: string;
}
/** Media Type Object (OpenAPI 3.1.1, section 4.8.14), as far as a writer needs it. */
export interface BodyContract {
    readonly fields?: Readonly<Record<string, FieldContract>>;
    readonly xml?: number;
}
export type FieldContract = Omit<WireField, 'xml'> & {
    readonly xml?: number;
};
export type XmlContract = Omit<WireXml, 'items' | 'properties'> & {
    readonly items?: number;
    readonly properties?: Readonly<Record<string, number>>;
};
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
