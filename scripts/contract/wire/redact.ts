import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange, HeaderFields, WireResponse } from '../../wire/exchange.ts';
import { stringOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { PROFILES, type Profiles } from './profiles.ts';
import { parseJson } from '../../base/json-text.ts';
import { cutFormAt, formsOf, SHORTEST } from './secret-forms.ts';

export type Redact = (exchange: Exchange) => Exchange;

/** A stretch of text, or what a shell reads in place of a secret, such as `$KILN_KEY`. */
export type Piece = { readonly text: string } | { readonly variable: string };

/** Knows every secret of a check, and keeps them out of whatever is written. */
export interface Redactor {
  readonly exchange: Redact;
  readonly text: (text: string) => string;
  /** A text with its secrets taken out, piece by piece. */
  readonly pieces: (text: string) => readonly Piece[];
  /** Takes note of a session that the server issues in an answer: it is a secret from then on. */
  readonly learn: (exchange: Exchange) => void;
}

/** Replaces secrets, in whatever form they stand somewhere, by the names of shell variables. */
export function createRedactor(
  api: ApiModel,
  profiles: Profiles,
  extra: HeaderFields = [],
): Redactor {
  const variables = new Map<string, string>();
  const add = (secret: string, name: string): void => {
    for (const [text, variable] of variantsOf(secret, name)) {
      for (const form of formsOf(text)) {
        if (!variables.has(form)) variables.set(form, variable);
      }
    }
  };
  for (const profile of PROFILES) {
    for (const [scheme, secret] of profiles[profile]) {
      add(secret, profiles.variables?.get(`${profile} ${scheme}`) ?? variableOf(scheme, profile));
    }
  }
  for (const [name, value] of extra) add(value, variableOf(`header_${name}`, 'good'));
  let known = toFind([...variables.keys()]);

  const pieces = (given: string): Piece[] => {
    const found: Piece[] = [];
    let from = 0;
    for (const { at, secret, length } of known(given)) {
      const variable = variables.get(secret) ?? '';
      const missing = '?'.repeat(secret.length - length);
      found.push({ text: given.slice(from, at) });
      found.push({ variable: missing ? `\${${variable.slice(1)}%${missing}}` : variable });
      from = at + length;
    }
    return [...found, { text: given.slice(from) }];
  };
  const text = (given: string): string =>
    pieces(given)
      .map((piece) => ('variable' in piece ? piece.variable : withoutCuts(piece.text, variables)))
      .join('');
  const fields = (headers: HeaderFields): HeaderFields =>
    headers.map(([name, value]) => [name, text(value)] as const);

  return {
    pieces,
    text,
    exchange: ({ request, response, failure }) => {
      const { method, url, headers, body, bytes } = request;
      const clean = {
        method,
        url: text(url),
        headers: fields(headers),
        body: body === undefined ? undefined : text(body),
      };
      // Octets that say the same as a body with a secret in it would give it away.
      const sent = bytes && clean.body === body ? { ...clean, bytes } : clean;
      if (response === undefined) return { request: sent, failure: text(failure) };
      const { headers: answered, body: content } = response;
      return {
        request: sent,
        response: { ...response, headers: fields(answered), body: text(content) },
      };
    },
    learn(exchange) {
      for (const [scheme, token] of sessionsIn(api, exchange)) {
        if (variables.has(token)) continue;
        add(token, variableOf(scheme, 'issued'));
        known = toFind([...variables.keys()]);
      }
    },
  };
}

/** The sessions that an answer issues: in a cookie of a security scheme, or where `x-session` says. */
function sessionsIn(api: ApiModel, { request, response }: Exchange): [string, string][] {
  if (!response) return [];
  const cookies = [...api.securitySchemes].flatMap(([name, scheme]): [string, string][] =>
    scheme.type === 'apiKey' && scheme.in === 'cookie'
      ? cookiesNamed(scheme.name, response).map((value) => [name, value])
      : [],
  );
  const { session } = api.policies;
  if (session?.token === undefined) return cookies;
  const issuer = api.operations.find(({ id }) => id === session.issuedBy);
  if (!issuer || !isAt(issuer, request)) return cookies;
  const parsed = parseJson(response.body);
  const token = 'value' in parsed ? stringOf(valueAt(parsed.value, session.token)) : undefined;
  return token === undefined || token === '' ? cookies : [...cookies, [session.scheme, token]];
}

function cookiesNamed(name: string, { headers }: WireResponse): string[] {
  return headers.flatMap(([field, value]) => {
    if (field.toLowerCase() !== 'set-cookie') return [];
    const [pair = ''] = value.split(';', 1);
    const at = pair.indexOf('=');
    return pair.slice(0, at).trim() === name && at + 1 < pair.length ? [pair.slice(at + 1)] : [];
  });
}

/** Whether a request goes to an operation's path; by another method it may issue a session too. */
function isAt({ path }: Operation, { url }: Exchange['request']): boolean {
  const [address = ''] = url.split('?', 1);
  return address.endsWith(path);
}

/** A secret, and what properties make of it: in capitals it is no less telling. */
function variantsOf(secret: string, name: string): (readonly [text: string, variable: string])[] {
  const change = (letters: string) => `$(printf %s "$${name}" | tr ${letters})`;
  return [
    [secret, `$${name}`],
    [secret.toUpperCase(), change("'[:lower:]' '[:upper:]'")],
    [secret.toLowerCase(), change("'[:upper:]' '[:lower:]'")],
  ];
}

/** Letters by which the secrets are looked up. */
const HEAD = 4;

/** What of a secret is telling: more than this share of it, and so many letters. */
const TELLING = 0.75;
const FEWEST = 8;

interface Found {
  readonly at: number;
  readonly secret: string;
  /** Letters of the secret that are there: one may have been cut or altered at its end. */
  readonly length: number;
}

/** Finds secrets and their beginnings in a text, from left to right, of several at a place the longest. */
function toFind(secrets: readonly string[]): (text: string) => readonly Found[] {
  const byHead = new Map<string, string[]>();
  for (const secret of secrets) {
    const head = secret.slice(0, HEAD);
    byHead.set(head, [...(byHead.get(head) ?? []), secret]);
  }
  const lengths = [...new Set([...byHead.keys()].map(({ length }) => length))];
  const firsts = new Set([...byHead.keys()].map((head) => head.charCodeAt(0)));
  const foundAt = (text: string, at: number): Found | undefined =>
    lengths
      .flatMap((length) => byHead.get(text.slice(at, at + length)) ?? [])
      .map((secret) => ({ at, secret, length: sharedLetters(text, at, secret) }))
      .filter(({ secret, length }) => isTelling(secret, length))
      .filter(({ secret }) => secret.length >= SHORTEST || isAlone(text, at, secret))
      .toSorted(
        (left, right) => right.length - left.length || wholeness(right) - wholeness(left),
      )[0];

  return (text) => {
    const all: Found[] = [];
    for (let at = 0; at < text.length; at += 1) {
      if (!firsts.has(text.charCodeAt(at))) continue;
      const found = foundAt(text, at);
      if (!found) continue;
      all.push(found);
      at += found.length - 1;
    }
    return all;
  };
}

function sharedLetters(text: string, at: number, secret: string): number {
  let length = 0;
  while (length < secret.length && text[at + length] === secret[length]) length += 1;
  return length;
}

/** What is short would be found in the middle of words, and of names such as `x-kiln`, `text.x` and `image/x+xml`. */
function isAlone(text: string, at: number, { length }: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + length, at + length + 2);
  return (
    !/(?:[\p{L}\p{N}][-_.+]?|[-_+])$/u.test(before) &&
    !/^(?:[-_.+]?[\p{L}\p{N}]|[-_+])/u.test(after)
  );
}

function isTelling(secret: string, length: number): boolean {
  return length === secret.length || (length >= FEWEST && length >= secret.length * TELLING);
}

function wholeness({ secret, length }: Found): number {
  return length / secret.length;
}

/** Text in which values were cut: a secret may have been, and its beginning be left. */
function withoutCuts(text: string, variables: ReadonlyMap<string, string>): string {
  if (!text.includes('…')) return text;
  const forms = [...variables.keys()];
  return text
    .split('…')
    .map((part, i, parts) => {
      const length = i + 1 < parts.length ? cutFormAt(part, part.length, forms) : 0;
      return part.slice(0, part.length - length);
    })
    .join('…');
}

/** The variable that a secret is read from: `KILN_BEARER_AUTH` for the scheme `bearerAuth`, `KILN_BEARER_AUTH_EXPIRED` for its expired one. */
export function variableOf(scheme: string, profile: string): string {
  const name = profile === 'good' ? scheme : `${scheme}_${profile}`;
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_');
  return `KILN_${words.toUpperCase()}`;
}
