import type { ApiModel } from '../../model/api-model.ts';
import type { SecurityScheme } from '../../model/security.ts';
import { headerOf, type Exchange, type WireRequest } from '../../wire/exchange.ts';
import { NO_PROFILES } from '../wire/profiles.ts';
import { createRedactor, type Redactor } from '../wire/redact.ts';

/** The credentials that a request carries, by security scheme; an empty one is none. */
function credentialsIn(
  { securitySchemes }: ApiModel,
  request: WireRequest,
): ReadonlyMap<string, string> {
  return new Map(
    [...securitySchemes].flatMap(([name, scheme]) => {
      const secret = secretIn(scheme, request);
      return secret === undefined || secret === '' ? [] : [[name, secret] as const];
    }),
  );
}

function secretIn(scheme: SecurityScheme, request: WireRequest): string | undefined {
  // What other schemes ask for, such as OAuth's, ends up in this header too (RFC 6750).
  if (scheme.type !== 'apiKey') {
    return /^\S+ +(.*)$/.exec(headerOf(request, 'authorization') ?? '')?.[1];
  }
  switch (scheme.in) {
    case 'header': {
      const value = headerOf(request, scheme.name);
      const mark = scheme.prefix === undefined ? '' : `${scheme.prefix} `;
      return value?.startsWith(mark) ? value.slice(mark.length) : value;
    }
    case 'query':
      return URL.parse(request.url)?.searchParams.get(scheme.name) ?? undefined;
    case 'cookie':
      return cookiesIn(headerOf(request, 'cookie')).get(scheme.name);
  }
}

/** Header fields whose values are secrets whatever a description says (RFC 9110, section 11; RFC 6265). */
const SECRET_FIELDS = ['authorization', 'proxy-authorization'] as const;

/** Keeps the secrets of a recorded exchange out of what is written: nobody told us which they are. */
export function toRecordedRedactor(api: ApiModel, exchange: Exchange): Redactor {
  const { request, response } = exchange;
  const fields = SECRET_FIELDS.flatMap((name) => {
    const value = headerOf(request, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const issued = (response?.headers ?? []).flatMap(([name, value]) =>
    name.toLowerCase() === 'set-cookie' ? [...cookiesIn(value.split(';', 1)[0])] : [],
  );
  const cookies = [...cookiesIn(headerOf(request, 'cookie')), ...issued];
  const named = cookies.map(([name, value]) => [`cookie ${name}`, value] as const);
  const good = new Map([...credentialsIn(api, request), ...named, ...fields]);
  const redactor = createRedactor(api, { ...NO_PROFILES, good });
  redactor.learn(exchange);
  return redactor;
}

function cookiesIn(text = ''): ReadonlyMap<string, string> {
  return new Map(
    text.split(/;\s*/).flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
    }),
  );
}
