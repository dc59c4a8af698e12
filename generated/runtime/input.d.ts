// Made by "kiln generate": change the description, not this.
import type { Patience } from './settings.js';
import type { UploadOptions } from './upload.js';
/** What a call takes: the operation's parameters by place, and its body. */
export type Input<Operation> = Parameters<Operation> & Body<Operation> & CallOptions;
export interface CallOptions extends Patience {
    readonly signal?: AbortSignal | undefined;
    /** More headers; those of the description and of credentials win over them. */
    readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
}
/** The places for which the operation has parameters: `path`, `query`, `header`, `cookie`. */
type Parameters<Operation> = Operation extends {
    parameters: infer Places;
} ? {
    [Place in keyof Places as [Places[Place]] extends [undefined] ? never : Place]: Sendable<Places[Place]>;
} : unknown;
type Body<Operation> = Operation extends {
    requestBody: {
        content: infer Content;
    };
} ? Sent<Content> : Operation extends {
    requestBody?: {
        content: infer Content;
    };
} ? Sent<Content> | {
    readonly body?: never;
    readonly contentType?: never;
} : unknown;
/** With a choice of media types, `contentType` says which one the body is for. */
type Sent<Content> = {
    [MediaType in keyof Content]: {
        readonly body: Sendable<Content[MediaType]> | Written<MediaType>;
    } & (Single<keyof Content> extends true ? {
        readonly contentType?: MediaType;
    } : {
        readonly contentType: MediaType;
    }) & (Uploaded<MediaType> extends true ? UploadOptions : unknown);
}[keyof Content];
/** What is sent with an eye on its progress: all but JSON. */
type Uploaded<MediaType> = MediaType extends `${string}${'/' | '+'}json${'' | `;${string}`}` ? false : true;
type Single<Key, Whole = Key> = Key extends unknown ? [Whole] extends [Key] ? true : false : never;
/** What is sent as it is: the platform's forms, and octets where a media type is no text that has a type. */
type Written<MediaType> = MediaType extends `${string}${'/' | '+'}json${'' | `;${string}`}` ? never : MediaType extends `multipart/${string}` ? FormData : MediaType extends `application/x-www-form-urlencoded${string}` ? URLSearchParams | string : MediaType extends `text/${string}` ? never : string | Blob | ArrayBuffer | ArrayBufferView;
/**
 * A value that may be sent: what is only read may be `readonly`, an integer of any size a bigint, and a time the
 * text that it is.
 */
type Sendable<Value> = unknown extends Value ? Value : Value extends Blob ? Value | ArrayBuffer | ArrayBufferView : Value extends Date ? Value | string : number extends Value ? Value | bigint : {
    readonly [Key in keyof Value]: Sendable<Value[Key]>;
};
export {};
