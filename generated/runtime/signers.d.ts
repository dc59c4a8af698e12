// Made by "kiln generate": change the description, not this.
import type { Signer, Signers } from './credentials.js';
/** A credential in a header (OpenAPI 3.1.1, section 4.8.27), with a word before it where its scheme has one. */
export declare const signHeader: Signer;
/** A credential in the query. */
export declare const signQuery: Signer;
/** A credential in a cookie, as it is. */
export declare const signCookie: Signer;
/** A user and a password (RFC 7617). */
export declare const signBasic: Signer;
/** All of them. */
export declare const SIGNERS: Signers;
