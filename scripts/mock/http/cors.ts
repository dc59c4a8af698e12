import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../../wire/answer.ts';

/** Whether pages of an origin may use the mock. */
export type IsWelcome = (origin: string) => boolean;

/** What a list of origins comes to: nobody where it is false, everybody where there is none. */
export function toWelcome(origins: readonly string[] | false | undefined): IsWelcome | undefined {
  if (origins === false) return undefined;
  const known = origins && new Set(origins);
  return (origin) => known?.has(origin) ?? VISIBLE.test(origin);
}

/** What can be sent back as it came. */
const VISIBLE = /^[!-~]{1,300}$/;

/** The page that a request comes from, if it may read the answer. */
function pageOf({ origin }: IncomingHttpHeaders, isWelcome: IsWelcome): string | undefined {
  return origin !== undefined && isWelcome(origin) ? origin : undefined;
}

/**
 * An answer that a page of another origin may read (Fetch Standard, section "CORS protocol"): with credentials,
 * and with each of its fields by name, since `*` does not stand for any where credentials were sent.
 */
export function shareAnswer(
  answer: Answer,
  request: IncomingHttpHeaders,
  isWelcome: IsWelcome,
): Answer {
  const page = pageOf(request, isWelcome);
  const { headers } = answer;
  const { vary } = headers;
  // Where there is no such field, whoever sends the answer adds it.
  const isVarying = vary === undefined || /(?:^|[\s,])(?:origin|\*)(?:[\s,]|$)/i.test(vary);
  if (page === undefined) {
    return isVarying ? answer : { ...answer, headers: { ...headers, vary: `${vary}, Origin` } };
  }
  const documented = headers['access-control-expose-headers']?.split(/\s*,\s*/) ?? [];
  const own = Object.keys(headers).filter((name) => !NOT_EXPOSED.test(name));
  return {
    ...answer,
    headers: {
      ...headers,
      ...(!isVarying && { vary: `${vary}, Origin` }),
      'access-control-allow-origin': page,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': [...new Set([...own, 'date', ...documented])].join(', '),
    },
  };
}

/** Fields that a page may always read, or never. */
const NOT_EXPOSED =
  /^(?:cache-control|content-(?:language|length|type)|expires|last-modified|pragma|set-cookie|access-control-.*)$/;

/** What a page asks before its request: nothing of it is for the API. */
export interface Preflight {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/** Reads a CORS-preflight request of a page that may use the mock; undefined for any other request. */
export function preflightOf(
  method: string,
  headers: IncomingHttpHeaders,
  isWelcome: IsWelcome | undefined,
): Preflight | undefined {
  if (method !== 'OPTIONS' || !isWelcome) return undefined;
  const wanted = headers['access-control-request-method'];
  if (wanted === undefined || pageOf(headers, isWelcome) === undefined) return undefined;
  return { method: wanted, headers };
}

/**
 * Lets the request come that a page asks about, also where it will be refused: only then does the page see how.
 * The fields that every shared answer has are added when it is sent.
 */
export function answerPreflight({ method, headers }: Preflight, allowed: string): Answer {
  const fields = headers['access-control-request-headers'];
  const isPrivate = headers['access-control-request-private-network'] === 'true';
  const methods = [...(allowed === '' ? [] : allowed.split(', ')), ...(tokensOf(method) ?? [])];
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': [...new Set(methods)].join(', '),
      ...(fields !== undefined && tokensOf(fields) && { 'access-control-allow-headers': fields }),
      ...(isPrivate && { 'access-control-allow-private-network': 'true' }),
    },
    body: undefined,
  };
}

/** The tokens of a list (RFC 9110, section 5.6.2); undefined where it is none. */
function tokensOf(list: string): readonly string[] | undefined {
  const tokens = list.split(',').map((it) => it.trim());
  return tokens.every((it) => /^[!#$%&'*+.^`|~\w-]+$/.test(it)) ? tokens : undefined;
}
