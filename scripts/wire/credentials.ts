import type { ApiModel, SecurityScheme } from '../model/api-model.ts';
import type { Credential } from '../model/fixtures.ts';
import { cookiesOf, fieldName, headerOf, parsePairs, type Call } from './call.ts';

/** What a request shows for one scheme: nothing, something unreadable, or a secret. */
export type Presented = { readonly secret: string } | 'malformed' | undefined;

/**
 * The credentials the mock accepts: those of `mock.yaml`, and for each scheme that it leaves out one
 * of our own, so that a description without fixtures can be used without opening it to everybody.
 */
export function credentialsOf({ fixtures, securitySchemes }: ApiModel): readonly Credential[] {
  const covered = new Set(fixtures.credentials.map(({ scheme }) => scheme));
  const added = [...securitySchemes].flatMap(([name, scheme]): Credential[] => {
    if (covered.has(name)) return [];
    const value = isBasic(scheme) ? 'kiln:kiln' : `kiln_${name}`;
    return [
      { id: name, scheme: name, value, plan: undefined, access: 'write', expires: undefined },
    ];
  });
  return [...fixtures.credentials, ...added];
}

/** Reads what a request presents for a Security Scheme (OpenAPI 3.1.1, section 4.8.27). */
export function readPresented(scheme: SecurityScheme, call: Call): Presented {
  if (scheme.type !== 'apiKey') {
    const word = wordOf(scheme);
    const rest = afterWord(headerOf(call, 'authorization'), word);
    return isBasic(scheme) ? decodeBasic(rest) : checkToken(rest, word);
  }
  const { in: location, name, prefix } = scheme;
  if (location === 'cookie') return toPresented(cookiesOf(call).get(name));
  if (location === 'query') {
    const values = (parsePairs(call.query) ?? []).filter(([key]) => key === name);
    return values.length > 1 ? 'malformed' : toPresented(values[0]?.[1]);
  }
  const value = headerOf(call, fieldName(name));
  return toPresented(prefix === undefined ? value : afterWord(value, prefix));
}

/** How a client sends a credential, as the arguments of a curl command. */
export function presentCredential(scheme: SecurityScheme, { value }: Credential): string {
  if (scheme.type !== 'apiKey') {
    const text = isBasic(scheme) ? Buffer.from(value).toString('base64') : value;
    return `Authorization: ${wordOf(scheme)} ${text}`;
  }
  const { in: location, name, prefix } = scheme;
  if (location === 'query') return `?${name}=${encodeURIComponent(value)}`;
  if (location === 'cookie') return `Cookie: ${name}=${value}`;
  return `${name}: ${prefix === undefined ? '' : `${prefix} `}${value}`;
}

/** A challenge for `WWW-Authenticate` (RFC 9110, section 11.6.1; RFC 6750, section 3). */
export function challengeOf(
  scheme: SecurityScheme,
  realm: string,
  error: string | undefined,
): string {
  const quoted = `realm="${encodeURIComponent(realm)}"`;
  if (scheme.type === 'apiKey') {
    // RFC 9110 wants a challenge in each 401, and has no scheme for keys outside Authorization.
    return `${scheme.prefix ?? 'ApiKey'} ${quoted}, in="${scheme.in}", name="${encodeURIComponent(scheme.name)}"`;
  }
  const isBearer = wordOf(scheme) === 'Bearer';
  const failure = error === undefined || !isBearer ? '' : `, error="invalid_token"`;
  const description = failure && `, error_description="${error}"`;
  return `${wordOf(scheme)} ${quoted}${failure}${description}`;
}

function isBasic(scheme: SecurityScheme): boolean {
  return scheme.type === 'http' && scheme.scheme === 'basic';
}

/** The word before the secret; OAuth 2 and OpenID Connect end in bearer tokens (RFC 6750). */
function wordOf(scheme: SecurityScheme): string {
  const word = scheme.type === 'http' ? scheme.scheme : 'bearer';
  return word === 'bearer' ? 'Bearer' : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** What follows an auth-scheme word, whose case is irrelevant (RFC 9110, section 11.1). */
function afterWord(value: string | undefined, word: string): string | undefined {
  if (value === undefined) return undefined;
  const split = value.indexOf(' ');
  const first = split < 0 ? value : value.slice(0, split);
  if (first !== word && first.toLowerCase() !== word.toLowerCase()) return undefined;
  return split < 0 ? '' : value.slice(split).trim();
}

/** A bearer token is a `b64token` (RFC 6750, section 2.1). */
function checkToken(token: string | undefined, word: string): Presented {
  if (word === 'Bearer' && token !== undefined && !/^[\w.~+/-]+=*$/.test(token)) return 'malformed';
  return toPresented(token);
}

/** User and password of Basic authentication, parted by a colon (RFC 7617, section 2). */
function decodeBasic(encoded: string | undefined): Presented {
  if (encoded === undefined) return undefined;
  if (!/^[\w+/-]+=*$/.test(encoded)) return 'malformed';
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return pair.includes(':') ? { secret: pair } : 'malformed';
}

function toPresented(secret: string | undefined): Presented {
  return secret === undefined ? undefined : secret === '' ? 'malformed' : { secret };
}
