// Made by "kiln generate": change the description, not this.
/** What stands at a pointer of a value (RFC 6901, as `#/a/0`); undefined where there is nothing. */
export declare function valueAt(value: unknown, pointer: string): unknown;
/** The same value with another one at a pointer; objects on the way there are made where they are missing. */
export declare function withValueAt(value: unknown, pointer: string, set: unknown): unknown;
