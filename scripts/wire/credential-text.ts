import { encodePercent } from './percent-encoding.ts';

/** A credential as it goes on the wire, not encoded for its place. */
export interface WrittenCredential {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
}

/** A credential as a pair of the query or of a cookie; names of cookies and their values are passed on as they are. */
export function credentialPair({ in: location, name, value }: WrittenCredential): string {
  return location === 'query'
    ? `${encodePercent(name)}=${encodePercent(value)}`
    : `${name}=${value}`;
}

/** `user:password` in base64 (RFC 7617, section 2); what has no colon is that already. */
export function encodeBasic(secret: string): string {
  if (!secret.includes(':')) return secret;
  return btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
}
