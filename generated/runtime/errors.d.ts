// Made by "kiln generate": change the description, not this.
export type ClientErrorCode = 'aborted' | 'access-refused' | 'body-cut' | 'body-too-large' | 'body-unusable' | 'credential-missing' | 'credential-unusable' | 'header-unusable' | 'no-response' | 'operation-unknown' | 'option-unusable' | 'pages-endless' | 'parameter-missing' | 'parameter-unusable' | 'quota-spent' | 'response-refused' | 'response-unexpected' | 'session-refused' | 'timeout' | 'url-insecure' | 'url-unusable' | 'work-unknown';
/** Why a call gave no result. Neither it nor anything it holds shows a credential. */
export declare class ClientError extends Error {
    readonly name: string;
    readonly code: ClientErrorCode;
    constructor(code: ClientErrorCode, message: string, options?: {
        readonly cause: unknown;
    });
}
/** What an answer said; credentials in it are blotted out, and cookies that it sets are left away. */
export interface AnswerParts {
    readonly status: number;
    readonly headers: Headers;
    /** The value where it is JSON, else the text; undefined where the answer is documented without a body. */
    readonly body: unknown;
}
/** An answer as an error: what it said, and the id by which its server knows the request. */
export declare class ResponseError extends ClientError {
    readonly name: string;
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
    /** What the server calls the request in its logs, where a header tells. */
    readonly requestId: string | undefined;
    constructor(message: string, parts: AnswerParts, code?: ClientErrorCode);
}
/** The server answered what the description does not document: a proxy's page, or an empty error. */
export declare class UnexpectedResponseError extends ResponseError {
    readonly name: string;
    constructor(message: string, parts: AnswerParts);
}
