// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
/**
 * What an operation answers, by status: `switch (result.status)` tells the type of `body`. Ranges
 * and `default` (OpenAPI 3.1.1, section 4.8.16) stand for the statuses that nothing else names.
 */
export type Result<Operation> = Operation extends {
    responses: infer Responses;
} ? {
    [Key in keyof Responses]: Answer<StatusOf<Key, Responses>, BodyOf<Responses[Key]>>;
}[keyof Responses] : never;
type Answer<Status, Body> = Case<Extract<Status, StatusIn<2>>, true, Body> | Case<Exclude<Status, StatusIn<2>>, false, Body>;
type Case<Status, Ok, Body> = [Status] extends [never] ? never : {
    readonly ok: Ok;
    readonly status: Status;
    readonly headers: Headers;
    readonly body: Body;
};
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
type Decoded<MediaType, Body> = MediaType extends `${string}${'/' | '+'}json` | `${string}${'/' | '+'}json;${string}` ? Body : MediaType extends `text/${string}` ? string : Blob;
interface AnyResult {
    readonly ok: boolean;
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
}
/** Reads an answer into what `Result` promises of it. Throws when it is not a documented one. */
export declare function readResult(id: string, { method, responses }: OperationContract, response: Response, secrets: readonly string[]): Promise<AnyResult>;
export {};
