import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange, HeaderFields, WireResponse } from '../../wire/exchange.ts';
import { stringOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { PROFILES, type Profiles } from './profiles.ts';
import { parseJson } from '../../base/json-text.ts';
import { createKnownSecrets, secretsIn, type KnownSecrets } from './known-secrets.ts';
import { cutFormAt } from './secret-forms.ts';

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
  const known = createKnownSecrets(secretsOf(profiles, extra));
  const pieces = (given: string): Piece[] => {
    const found: Piece[] = [];
    let from = 0;
    for (const { at, secret, length } of secretsIn(known, given)) {
      const variable = known.variableOf(secret) ?? '';
      const missing = '?'.repeat(secret.length - length);
      found.push({ text: given.slice(from, at) });
      found.push({ variable: missing ? `\${${variable.slice(1)}%${missing}}` : variable });
      from = at + length;
    }
    return [...found, { text: given.slice(from) }];
  };
  const text = (given: string): string =>
    pieces(given)
      .map((piece) => ('variable' in piece ? piece.variable : withoutCuts(piece.text, known)))
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
        if (known.variableOf(token) === undefined) known.add(token, variableOf(scheme, 'issued'));
      }
    },
  };
}

/** What the credentials of a run are kept by: they have hundreds of forms, and thousands of checks have the same. */
const KEPT = new WeakMap<Profiles, { readonly of: string; readonly known: KnownSecrets }>();

function secretsOf(profiles: Profiles, extra: HeaderFields): KnownSecrets {
  const of = JSON.stringify(extra);
  const kept = KEPT.get(profiles);
  if (kept?.of === of) return kept.known;
  const known = createKnownSecrets();
  for (const profile of PROFILES) {
    for (const [scheme, secret] of profiles[profile]) {
      const own = profiles.variables?.get(`${profile} ${scheme}`);
      known.add(secret, own ?? variableOf(scheme, profile));
    }
  }
  for (const [name, value] of extra) known.add(value, variableOf(`header_${name}`, 'good'));
  KEPT.set(profiles, { of, known });
  return known;
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

/** Text in which values were cut: a secret may have been, and its beginning be left. */
function withoutCuts(text: string, known: KnownSecrets): string {
  if (!text.includes('…')) return text;
  const forms = [...known.forms()];
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
