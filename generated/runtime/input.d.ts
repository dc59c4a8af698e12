// Made by "kiln generate": change the description, not this.
/** What a call takes: the operation's parameters by place, and its body. */
export type Input<Operation> = Parameters<Operation> & Body<Operation> & CallOptions;
export interface CallOptions {
    readonly signal?: AbortSignal | undefined;
    /** More headers; those of the description and of credentials win over them. */
    readonly headers?: Readonly<Record<string, string>> | undefined;
}
/** The places for which the operation has parameters: `path`, `query`, `header`, `cookie`. */
type Parameters<Operation> = Operation extends {
    parameters: infer Places;
} ? {
    [Place in keyof Places as [Places[Place]] extends [undefined] ? never : Place]: Places[Place];
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
        readonly body: Content[MediaType];
    } & (Single<keyof Content> extends true ? {
        readonly contentType?: MediaType;
    } : {
        readonly contentType: MediaType;
    });
}[keyof Content];
type Single<Key, Whole = Key> = Key extends unknown ? [Whole] extends [Key] ? true : false : never;
export {};
