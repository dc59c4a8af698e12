import type { ApiModel } from '../model/api-model.ts';
import type { SecurityScheme } from '../model/security.ts';
import type { Credential } from '../model/fixtures.ts';
import { authSchemeOf, decodeBasic, isBasic, writeCredential } from './credential.ts';
import { credentialPair } from './credential-text.ts';
import { cookiesOf, fieldIn, fieldName, readQuery, type Call } from './call.ts';
import { encodeComponent } from '../base/encode-component.ts';

/** What a request shows for one scheme: nothing, something unreadable, or a secret. */
export type Presented = { readonly secret: string } | 'malformed' | undefined;

/**
 * The credentials the mock accepts: those of `mock.yaml`, and for each scheme that it leaves out one
 * of our own, so that a description without fixtures can be used without opening it to everybody. Where
 * operations need scopes there is also one that has none. All of it follows from the description alone:
 * who tests a mock of another process knows it too.
 */
export function credentialsOf(api: ApiModel): readonly Credential[] {
  const known = KNOWN.get(api) ?? makeCredentials(api);
  KNOWN.set(api, known);
  return known;
}

const KNOWN = new WeakMap<ApiModel, readonly Credential[]>();

function makeCredentials(api: ApiModel): readonly Credential[] {
  const { fixtures, securitySchemes } = api;
  const covered = new Set(fixtures.credentials.map(({ scheme }) => scheme));
  const added = [...securitySchemes].flatMap(([scheme, it]): Credential[] => {
    if (covered.has(scheme)) return [];
    const value = isBasic(it) ? 'kiln:kiln' : `kiln_${scheme}`;
    const all = { scheme, plan: undefined, access: 'write', expires: undefined } as const;
    const full = { ...all, id: scheme, value };
    if (isBasic(it) || scopesOf(api, scheme).length === 0) return [full];
    return [full, { ...all, id: `${scheme}-without-scopes`, value: `${value}_bare`, scopes: [] }];
  });
  return [...fixtures.credentials, ...added];
}

/** Every scope, or role, that some operation needs of a scheme. */
export function scopesOf({ operations }: ApiModel, scheme: string): readonly string[] {
  const asked = operations.flatMap(({ security }) =>
    security.flatMap((it) => it.get(scheme) ?? []),
  );
  return [...new Set(asked)];
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

/** Whether the request shows something for an HTTP scheme, whatever it is worth. */
export function hasWordOf(scheme: SecurityScheme, call: Call): boolean {
  return (afterWord(fieldIn(call, 'authorization'), authSchemeOf(scheme)) ?? '') !== '';
}

/** What is wrong with a token, in the codes of RFC 6750, section 3.1. */
interface TokenComplaint {
  readonly error: 'invalid_token' | 'insufficient_scope';
  readonly description: string;
  /** What would suffice. */
  readonly scopes?: readonly string[];
}

/** A challenge for `WWW-Authenticate` (RFC 9110, section 11.6.1; RFC 6750, section 3). */
export function challengeOf(
  scheme: SecurityScheme,
  realm: string,
  complaint: TokenComplaint | undefined,
): string {
  const quoted = `realm="${encodeComponent(realm)}"`;
  if (scheme.type === 'apiKey') {
    // RFC 9110 wants a challenge in each 401, and has no scheme for keys outside Authorization.
    return `${scheme.prefix ?? 'ApiKey'} ${quoted}, in="${scheme.in}", name="${encodeComponent(scheme.name)}"`;
  }
  // Nor has it one for certificates (RFC 8705).
  const word = scheme.type === 'mutualTLS' ? 'Certificate' : authSchemeOf(scheme);
  if (word !== 'Bearer' || complaint === undefined) return `${word} ${quoted}`;
  const { error, description, scopes = [] } = complaint;
  const told = [
    `error="${error}"`,
    `error_description="${description}"`,
    ...(scopes.length > 0 ? [`scope="${scopes.filter(isScope).join(' ')}"`] : []),
  ];
  return [`${word} ${quoted}`, ...told].join(', ');
}

/** RFC 6749, section 3.3: visible characters but quotes and backslashes. */
function isScope(text: string): boolean {
  return /^[!#-[\]-~]+$/.test(text);
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
