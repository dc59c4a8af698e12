// Made by "kiln generate": change the description, not this.
import { type BodyWriter } from './body.js';
/** Writes JSON, and lets texts of other media types through: all that most APIs need. */
export declare const writePlainBody: BodyWriter;
