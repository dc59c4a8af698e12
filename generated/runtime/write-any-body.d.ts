// Made by "kiln generate": change the description, not this.
import { type BodyWriter } from './body.js';
/** Writes bodies of every media type (OpenAPI 3.1.1, sections 4.8.14 and 4.8.15). */
export declare const writeAnyBody: BodyWriter;
