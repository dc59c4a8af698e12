// Made by "kiln generate": change the description, not this.
import type { Contract, OperationContract } from './contract.js';
import type { BodyWriter } from './body.js';
import type { Credentials, Signers } from './credentials.js';
import type { ParametersWriter } from './parameters.js';
export type Fetch = (request: Request) => Promise<Response>;
/** How long calls may take, and how often they are tried; the same may be said of a single call. */
export interface Patience {
    /** Milliseconds that one attempt may take, from its start to the last byte; 60 000 when left out, 0 for ever. */
    readonly timeout?: number | undefined;
    /** Milliseconds that a call may take with all its attempts and waits; without end when left out. */
    readonly deadline?: number | undefined;
    /** How often a request is sent again that may be; 2 when left out. */
    readonly retries?: number | undefined;
    /** Milliseconds that are waited at once at most; who is told to wait longer gets the refusal. 60 000 when left out. */
    readonly maxWait?: number | undefined;
}
export interface ClientOptions extends Patience {
    /** Where the API is: the description's first server by default. Relative addresses are those of a page. */
    readonly baseUrl?: string | undefined;
    /** Where its other servers are, by their URL in the description; needed with `baseUrl`. */
    readonly baseUrls?: Readonly<Record<string, string>> | undefined;
    /** Hosts to which requests may go in the clear, such as that of a mock in a network of containers; true for any. */
    readonly allowHttp?: boolean | readonly string[] | undefined;
    /** Sends the requests: by default what `globalThis.fetch` is at the time of a call. */
    readonly fetch?: Fetch | undefined;
    /** In browsers: `include` sends their cookies to other origins too, and lets them stand for a cookie's credential. */
    readonly credentials?: 'omit' | 'same-origin' | 'include' | undefined;
    /** Reads JSON; `JSON.parse` when left out. `readExactJson` keeps integers of any size. */
    readonly readJson?: ((text: string) => unknown) | undefined;
}
/** What happened to a request on its way; nothing of it shows a credential. */
export type CallEvent = {
    readonly type: 'request';
    readonly request: Request;
    readonly sending: Sending;
} | {
    readonly type: 'response';
    readonly request: Request;
    readonly response: Response;
    readonly milliseconds: number;
    readonly sending: Sending;
} | {
    readonly type: 'retry';
    readonly request: Request;
    readonly cause: Response | Error;
    readonly milliseconds: number;
    readonly sending: Sending;
};
/** A call on its way. */
export interface Sending {
    readonly id: string;
    readonly operation: OperationContract;
    readonly settings: Settings;
    readonly patience: Patience;
    /** The caller's. */
    readonly signal: AbortSignal | undefined;
    /** Texts that nothing printed may contain. */
    readonly secrets: readonly string[];
    /** Whether it carries a key by which its server knows it again. */
    readonly hasKey: boolean;
    /** When its deadline ends, by `Date.now()`. */
    readonly endsAt: number;
    /** Makes the request of an attempt, which ends with a signal; a copy of the first one when left out. */
    readonly remake?: ((signal: AbortSignal) => Request) | undefined;
    /** Looks at the body of an attempt as it is handed on. */
    readonly watch?: ((request: Request) => Request) | undefined;
    /** Which attempt this is; the first is 1. */
    attempt: number;
    /** Ends the time of the attempt: all of its answer has been read. */
    settle: () => void;
    isTimedOut: boolean;
}
/** How much of a body has been handed on. */
export interface UploadProgress {
    /** Bytes, from the beginning again where a request is sent again. */
    readonly sent: number;
    /** Bytes of all of it; undefined where the platform alone knows them, as those of its forms. */
    readonly total: number | undefined;
}
export type TellUpload = (progress: UploadProgress) => void;
/** An answer, and what is known of its way. */
export interface Answered {
    readonly response: Response;
    readonly sending: Sending;
}
export type Send = (request: Request, sending: Sending) => Promise<Response>;
/** How values are written: each client carries the writers that its API needs. */
export interface Writers {
    readonly writeBody?: BodyWriter;
    readonly writeParameters?: ParametersWriter;
    readonly signers?: Signers;
    /** Where operations have servers of their own. */
    readonly chooseServer?: ServerChoice;
}
/** Finds the base URL of an operation; that of the description's first server when undefined. */
export type ServerChoice = (id: string, operation: OperationContract, options: ClientOptions) => string | undefined;
/** What a client was made with. Policies that its description declares add the optional members. */
export interface Settings extends Writers {
    readonly contract: Contract;
    readonly options: ClientOptions;
    readonly auth: Credentials;
    /** Throws where the credential may not call an operation. */
    readonly checkAccess?: (id: string, operation: OperationContract) => void;
    /** Looks at a body before it is sent; throws where it is too large. */
    readonly checkSize?: (id: string, operation: OperationContract, value: unknown, body: unknown) => void;
    /** Waits until a request fits into its quota. */
    readonly pace?: (send: Send) => Send;
    /** Adds the cookies that the server has set to those of a request, each as `name=value`. */
    readonly cookies?: (url: URL, given: readonly string[]) => readonly string[];
    /** Looks at an answer that has just come. */
    readonly onAnswer?: (id: string, response: Response, url: URL) => Promise<void> | void;
    /** Gets another session in the place of the one that was refused, as it was at a time; false where there is none. */
    readonly renew?: (operation: OperationContract, since: number) => Promise<boolean>;
    /** Counts the bytes of a body as an attempt hands them on. */
    readonly watchUpload?: (body: unknown, tell: TellUpload) => (request: Request) => Request;
    readonly observe?: (event: CallEvent) => void;
    /** Makes dates of the times in a value of an answer. */
    readonly readTimes?: (operation: OperationContract, status: number, mediaType: string, value: unknown) => unknown;
    /** Reads answers that come bit by bit. */
    readonly readStream?: StreamReader;
}
/** What an answer of a media type is as it comes; undefined where the media type is none of that kind. */
export type StreamReader = (mediaType: string, response: Response, fail: (error: unknown) => Error, readJson: (text: string) => unknown) => AsyncIterable<unknown> | undefined;
/** A policy: what it adds to the settings of a client, which may have options of its own. */
export type Policy<Options = object> = ((settings: Settings) => Partial<Settings>) & {
    /** For types alone: there is no such member. */
    readonly takes?: (options: Options) => void;
};
/** Makes the settings of a client or of single calls from what a description declares. */
export declare function toSettings(contract: Contract, { auth, ...options }: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, writers: Writers, policies?: readonly Policy<never>[]): Settings;
