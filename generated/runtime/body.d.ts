// Made by "kiln generate": change the description, not this.
/** What a Request takes as its body, and this runtime makes or lets through. */
export type SentBody = string | FormData | URLSearchParams | Blob | ArrayBuffer | ArrayBufferView;
/**
 * Writes a request body in its media type (OpenAPI 3.1.1, section 4.8.14). Forms take an object of
 * fields; a list becomes a field for each item, and an object inside of a form its JSON.
 */
export declare function serializeBody(mediaType: string, body: unknown): SentBody;
/** The media type without its parameters, in lower case (RFC 9110, section 8.3.1). */
export declare function essenceOf(mediaType: string): string;
export declare function isJson(mediaType: string): boolean;
