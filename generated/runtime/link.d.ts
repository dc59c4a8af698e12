// Made by "kiln generate": change the description, not this.
/** The target of the first link of a relation in `Link` fields (RFC 8288, section 3), as it is written there. */
export declare function linkIn(headers: Headers, relation: string): string | undefined;
