import type { ApiModel, SecurityScheme } from '../model/api-model.ts';
import type { Credential } from '../model/fixtures.ts';
import { authSchemeOf, decodeBasic, isBasic, writeCredential } from './credential.ts';
import { credentialPair } from './credential-text.ts';
import { cookiesOf, fieldIn, fieldName, readQuery, type Call } from './call.ts';

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
    const word = authSchemeOf(scheme);
    const rest = afterWord(fieldIn(call, 'authorization'), word);
    return isBasic(scheme) ? readBasic(rest) : checkToken(rest, word);
  }
  const { in: location, name, prefix } = scheme;
  if (location === 'cookie') return toPresented(cookiesOf(call).get(name));
  if (location === 'query') {
    const { pairs, isDecodable } = readQuery(call.query);
    const values = isDecodable ? pairs.filter((pair) => pair.name === name) : [];
    return values.length > 1 ? 'malformed' : toPresented(values[0]?.text);
  }
  const value = fieldIn(call, fieldName(name));
  return toPresented(prefix === undefined ? value : afterWord(value, prefix));
}

/** How a client sends a credential, as the arguments of a curl command. */
export function presentCredential(scheme: SecurityScheme, { value }: Credential): string {
  const written = writeCredential(scheme, value);
  if (written.in === 'query') return `?${credentialPair(written)}`;
  if (written.in === 'cookie') return `Cookie: ${credentialPair(written)}`;
  return `${written.name}: ${written.value}`;
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
  const isBearer = authSchemeOf(scheme) === 'Bearer';
  const failure = error === undefined || !isBearer ? '' : `, error="invalid_token"`;
  const description = failure && `, error_description="${error}"`;
  return `${authSchemeOf(scheme)} ${quoted}${failure}${description}`;
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
function readBasic(encoded: string | undefined): Presented {
  if (encoded === undefined) return undefined;
  const pair = encoded.includes(':') ? undefined : decodeBasic(encoded);
  return pair === undefined ? 'malformed' : { secret: pair };
}

function toPresented(secret: string | undefined): Presented {
  return secret === undefined ? undefined : secret === '' ? 'malformed' : { secret };
}
