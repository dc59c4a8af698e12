// Made by "kiln generate": change the description, not this.
/** A credential as it goes on the wire, not encoded for its place. */
export interface WrittenCredential {
    readonly in: 'header' | 'query' | 'cookie';
    readonly name: string;
    readonly value: string;
}
/** A credential as a pair of the query or of a cookie; names of cookies and their values are passed on as they are. */
export declare function credentialPair({ in: location, name, value }: WrittenCredential): string;
/** `user:password` in base64 (RFC 7617, section 2); what has no colon is that already. */
export declare function encodeBasic(secret: string): string;
