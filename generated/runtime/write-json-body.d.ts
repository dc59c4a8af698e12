// Made by "kiln generate": change the description, not this.
import { type BodyWriter } from './body.js';
/** Writes JSON, and sends what is ready: all that an operation needs whose body is JSON. */
export declare const writeJsonBody: BodyWriter;
