// Made by "kiln generate": change the description, not this.
import type { WrittenBody } from './wire/wire-body.js';
import type { Media } from './body.js';
/** Writes bodies of every media type (OpenAPI 3.1.1, sections 4.8.14 and 4.8.15). */
export declare function writeAnyBody({ mediaType, fields, xml, table }: Media, value: unknown): Promise<WrittenBody>;
