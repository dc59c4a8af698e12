// Made by "kiln generate": change the description, not this.
import type { WireBody, WrittenBody } from './wire-body.js';
/**
 * Writes a body in its media type (OpenAPI 3.1.1, section 4.8.14). Octets are sent as they are, and so is
 * a string, but for JSON, where it is a value like others. What OpenAPI leaves undefined is named by
 * `undefinedBody`; what comes out of it here is what most others send.
 */
export declare function writeBody(body: WireBody, value: unknown): WrittenBody;
/** A body that is written down already has its boundary in its first line. */
export declare function withBoundaryOf(contentType: string, text: string): string;
