// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
import { type AnswerParts } from './errors.js';
import type { Answered } from './settings.js';
import type { ServerEvent } from './streams.js';
/**
 * What an operation answers, by status: `switch (result.status)` tells the type of `body`. Ranges
 * and `default` (OpenAPI 3.1.1, section 4.8.16) stand for the statuses that nothing else names.
 */
export type Result<Operation> = Operation extends {
    responses: infer Responses;
} ? {
    [Key in keyof Responses]: Answer<StatusOf<Key, Responses>, Responses[Key]>;
}[keyof Responses] : never;
/** The same of the successes alone, which is what `orThrow` gives. */
export type Success<Operation> = Extract<Result<Operation>, {
    readonly ok: true;
}>;
type Answer<Status, Response> = Case<Extract<Status, StatusIn<2>>, true, Response> | Case<Exclude<Status, StatusIn<2>>, false, Response>;
type Case<Status, Ok, Response> = [Status] extends [never] ? never : {
    readonly ok: Ok;
    readonly status: Status;
    readonly headers: HeadersOf<Response>;
    readonly body: BodyOf<Response>;
};
/** Headers that are documented are known by name; what is always there is never null. */
type HeadersOf<Response> = Response extends {
    headers: infer Fields;
} ? DocumentedHeaders<Fields> : Headers;
export interface DocumentedHeaders<Fields> extends Headers {
    get<Name extends Named<Fields>>(name: Name): string | (undefined extends Fields[Name] ? null : never);
    get(name: string): string | null;
}
/** The keys that are names: an index signature stands for the other headers. */
type Named<Fields> = keyof {
    [Name in keyof Fields as string extends Name ? never : number extends Name ? never : Name]: never;
} & keyof Fields;
type StatusOf<Key, Responses> = Key extends number ? Key : Key extends `${infer Class extends number}XX` ? Exclude<StatusIn<Class>, keyof Responses> : Exclude<StatusIn<2 | 3 | 4 | 5>, keyof Responses | RangedIn<keyof Responses>>;
type RangedIn<Key> = Key extends `${infer Class extends number}XX` ? StatusIn<Class> : never;
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type StatusIn<Class extends number> = ToNumber<`${Class}${Digit}${Digit}`>;
type ToNumber<Text> = Text extends `${infer Value extends number}` ? Value : never;
type BodyOf<Response> = Response extends {
    content: infer Content;
} ? {
    [MediaType in keyof Content]: Decoded<MediaType, Content[MediaType]>;
}[keyof Content] : undefined;
/** What `readResult` makes of a body. */
type Decoded<MediaType, Body> = MediaType extends `text/event-stream${'' | `;${string}`}` ? AsyncIterable<ServerEvent> : MediaType extends `application/${JsonLines}${'' | `;${string}`}` ? AsyncIterable<Body extends readonly (infer Item)[] ? Item : Body> : Whole<MediaType, Body>;
/** JSON values one after the other. */
type JsonLines = 'x-ndjson' | 'ndjson' | 'jsonl' | 'x-jsonlines' | 'json-seq';
type Whole<MediaType, Body> = MediaType extends `${string}${'/' | '+'}json` | `${string}${'/' | '+'}json;${string}` ? Body : MediaType extends `text/${string}` ? string : Blob;
/** `Result` of any operation. */
export interface AnyResult {
    readonly ok: boolean;
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
}
/** Reads an answer into what `Result` promises of it. Throws when it is not a documented one. */
export declare function readResult(id: string, operation: OperationContract, { response, sending }: Answered): Promise<AnyResult>;
/** What an answer said as errors show it: without the cookies that it sets, and with no secret of the request. */
export declare function shownParts(status: number, headers: Headers, body: unknown, secrets: readonly string[]): AnswerParts;
export {};
