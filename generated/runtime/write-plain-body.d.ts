// Made by "kiln generate": change the description, not this.
import type { Media } from './body.js';
import type { WrittenBody } from './wire/wire-body.js';
/** Writes JSON, and lets texts of other media types through: all that most APIs need. */
export declare function writePlainBody({ mediaType }: Media, value: unknown): WrittenBody;
