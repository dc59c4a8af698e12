// Made by "kiln generate": change the description, not this.
import type { WrittenBody } from './wire/wire-body.js';
import type { BodyContract, Contract, OperationContract, XmlContract } from './contract.js';
import { ClientError } from './errors.js';
/** What a Request takes as its body, and this runtime makes or lets through. */
export type SentBody = string | FormData | URLSearchParams | Blob | ArrayBuffer | ArrayBufferView;
export interface PreparedBody {
    readonly body: SentBody;
    /** Undefined where only the platform knows the boundary. */
    readonly contentType: string | undefined;
}
/** A body's media type, or a documented range, and what else the description says of it. */
export interface Media extends BodyContract {
    readonly mediaType: string;
    readonly table: readonly XmlContract[];
}
/**
 * Makes a request body as it is sent (OpenAPI 3.1.1, section 4.8.14); a client carries the writers of the media types
 * that its API has.
 */
export type BodyWriter = (contract: Contract, id: string, operation: OperationContract, mediaType: string, value: unknown) => Promise<PreparedBody>;
type Write = (media: Media, value: unknown) => WrittenBody | Promise<WrittenBody>;
/** Writes what is not ready, and sends what is, as it is. */
export declare function writingBody(write: Write): BodyWriter;
/** A circle, a getter that throws, or a file that is gone. */
export declare function unwritable(id: string, error: unknown): ClientError;
/** Whether a value is a body already, whatever its media type. */
export declare function isReady(body: unknown): body is Exclude<SentBody, string | FormData>;
export {};
