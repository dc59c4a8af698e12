import type { SecurityScheme } from '../model/security.ts';
import { encodeBasic, type WrittenCredential } from './credential-text.ts';

/** Where a credential stands in a request, and the words around its secret. */
export interface CredentialPlace {
  readonly in: WrittenCredential['in'];
  readonly name: string;
  /** What stands before the secret, its space included; empty where nothing does. */
  readonly prefix: string;
}

/**
 * Where the credential of a Security Scheme goes (OpenAPI 3.1.1, section 4.8.27): a key where it says,
 * everything else into Authorization (RFC 9110, section 11.6.2). OAuth 2 and OpenID Connect end in bearer
 * tokens (RFC 6750).
 */
export function placeOfCredential(scheme: SecurityScheme): CredentialPlace {
  if (scheme.type !== 'apiKey') {
    return { in: 'header', name: 'Authorization', prefix: `${authSchemeOf(scheme)} ` };
  }
  const { in: location, name, prefix } = scheme;
  return { in: location, name, prefix: prefix === undefined ? '' : `${prefix} ` };
}

/**
 * The schemes whose credentials one request can carry together: the first of those that want the same place,
 * such as Authorization, which comes once (RFC 9110, section 11.6.2).
 */
export function carriedTogether(
  schemes: ReadonlyMap<string, SecurityScheme>,
  names: readonly string[],
): readonly string[] {
  const taken = new Set<string>();
  return names.filter((name) => {
    const place = placeKeyOf(schemes.get(name));
    if (place === undefined) return true;
    const isFree = !taken.has(place);
    taken.add(place);
    return isFree;
  });
}

/** Where a credential goes, as a text that is the same for the same place; undefined where no message carries it. */
export function placeKeyOf(scheme: SecurityScheme | undefined): string | undefined {
  if (!scheme || scheme.type === 'mutualTLS' || scheme.type === 'other') return undefined;
  const { in: location, name } = placeOfCredential(scheme);
  // Names of header fields are the same in any case, those of queries and cookies are not.
  return `${location} ${location === 'header' ? name.toLowerCase() : name}`;
}

/** The credential that a secret makes; of HTTP Basic it may be given as `user:password` or encoded. */
export function writeCredential(scheme: SecurityScheme, secret: string): WrittenCredential {
  const { in: location, name, prefix } = placeOfCredential(scheme);
  const text = isBasic(scheme) ? encodeBasic(secret) : secret;
  return { in: location, name, value: `${prefix}${text}` };
}

/**
 * HTTP schemes whose credentials are made for one request or connection, so that none can be written down
 * beforehand and compared (the registry of RFC 9110, section 16.4.1).
 */
const COMPUTED = new Set([
  'concealed',
  'digest',
  'dpop',
  'gnap',
  'hoba',
  'mutual',
  'negotiate',
  'ntlm',
  'oauth',
  'privatetoken',
  'scram-sha-1',
  'scram-sha-256',
  'vapid',
]);

/** Whether Kiln can tell a good credential of a scheme from a bad one; that of the others it takes on trust. */
export function isSupported(scheme: SecurityScheme): boolean {
  switch (scheme.type) {
    case 'http':
      return !COMPUTED.has(scheme.scheme.toLowerCase());
    case 'apiKey':
    case 'oauth2':
    case 'openIdConnect':
      return true;
    case 'mutualTLS':
    case 'other':
      return false;
  }
}

export function isBasic(scheme: SecurityScheme): boolean {
  return scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
}

/** The word before the secret, as it is usually spelled; its case is irrelevant (RFC 9110, section 11.1). */
export function authSchemeOf(scheme: SecurityScheme): string {
  const word = scheme.type === 'http' && scheme.scheme !== '' ? scheme.scheme : 'bearer';
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** The pair that a Basic credential stands for, which may be given as it is; undefined where it is none. */
export function decodeBasic(text: string): string | undefined {
  if (text.includes(':')) return text;
  // Some write base64 in the alphabet for URLs (RFC 4648, section 5).
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(base64) || base64.length % 4 === 1) return undefined;
  const octets = Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0));
  const pair = new TextDecoder().decode(octets);
  return pair.includes(':') ? pair : undefined;
}

/** What a mock knows a credential by: of HTTP Basic the pair, however it was written down. */
export function plainSecretOf(scheme: SecurityScheme | undefined, value: string): string {
  return scheme && isBasic(scheme) ? (decodeBasic(value) ?? value) : value;
}
