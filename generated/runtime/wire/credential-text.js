// Made by "kiln generate": change the description, not this.
import { encodePercent } from './percent-encoding.js';
/** A credential as a pair of the query or of a cookie; names of cookies and their values are passed on as they are. */
export function credentialPair({ in: location, name, value }) {
    return location === 'query'
        ? `${encodePercent(name)}=${encodePercent(value)}`
        : `${name}=${value}`;
}
/** `user:password` in base64 (RFC 7617, section 2); what has no colon is that already. */
export function encodeBasic(secret) {
    if (!secret.includes(':'))
        return secret;
    return btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
}
//# sourceMappingURL=credential-text.js.map