// Made by "kiln generate": change the description, not this.
import type { WireFile } from './wire-body.js';
/** A value as a file where it is octets, with or without a name. */
export declare function fileOf(value: unknown): WireFile | undefined;
/** Whether a value has neither items nor members, once it has become JSON. */
export declare function isScalar(value: unknown): boolean;
