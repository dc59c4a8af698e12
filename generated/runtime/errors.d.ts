// Made by "kiln generate": change the description, not this.
export type ClientErrorCode = 'credential-missing' | 'credential-unusable' | 'parameter-missing' | 'parameter-unusable' | 'header-unusable' | 'body-unusable' | 'operation-unknown' | 'url-unusable' | 'url-insecure' | 'no-response' | 'response-unexpected';
/** Why a call gave no result. Neither it nor anything it holds shows a credential. */
export declare class ClientError extends Error {
    readonly name: string;
    readonly code: ClientErrorCode;
    constructor(code: ClientErrorCode, message: string);
}
/** The server answered what the description does not document: a proxy's page, or an empty error. */
export declare class UnexpectedResponseError extends ClientError {
    readonly name: string;
    readonly status: number;
    /** The text of the answer, credentials blotted out. */
    readonly body: string;
    constructor(message: string, status: number, body: string);
}
