// Made by "kiln generate": change the description, not this.
import type { WrittenBody } from './wire/wire-body.js';
import type { BodyContract, Contract, OperationContract, XmlContract } from './contract.js';
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
/** Writes values in the media types that an API has, so that its client carries no other writers. */
export type BodyWriter = (media: Media, value: unknown) => WrittenBody | Promise<WrittenBody>;
/** A request body as it is sent (OpenAPI 3.1.1, section 4.8.14): what is ready, as it is. */
export declare function prepareBody({ xml: table }: Contract, id: string, { content, bodies }: OperationContract, mediaType: string, value: unknown, write: BodyWriter): Promise<PreparedBody>;
