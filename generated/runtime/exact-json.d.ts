// Made by "kiln generate": change the description, not this.
/**
 * Reads JSON as `JSON.parse` does, but keeps integers that a double cannot hold: they become bigints. Give it as
 * `readJson`.
 */
export declare function readExactJson(text: string): unknown;
