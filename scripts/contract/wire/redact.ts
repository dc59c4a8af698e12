import type { Exchange, HeaderFields } from '../../core/exchange.ts';
import type { Secrets } from './credentials.ts';

export type Redact = (exchange: Exchange) => Exchange;

/** Replaces every secret, wherever it stands in an exchange, by the name of a shell variable. */
export function toRedact(profiles: readonly Secrets[]): Redact {
  const names = profiles
    .flatMap((secrets) => [...secrets])
    .flatMap(([scheme, secret]) => [
      [secret, variableOf(scheme)] as const,
      [encodeURIComponent(secret), variableOf(scheme)] as const,
    ])
    .filter(([secret]) => secret !== '')
    // Longest first: one secret may begin with another.
    .toSorted(([left], [right]) => right.length - left.length);
  const text = (given: string): string =>
    names.reduce((clean, [secret, variable]) => clean.replaceAll(secret, variable), given);
  const fields = (headers: HeaderFields): HeaderFields =>
    headers.map(([name, value]) => [name, text(value)] as const);

  return (exchange) => {
    const { method, url, headers, body } = exchange.request;
    const request = { method, url: text(url), headers: fields(headers), body: body && text(body) };
    if (exchange.response === undefined) return { request, failure: text(exchange.failure) };
    const { response } = exchange;
    return {
      request,
      response: { ...response, headers: fields(response.headers), body: text(response.body) },
    };
  };
}

/** `$BEARER_AUTH` for the scheme `bearerAuth`. */
function variableOf(scheme: string): string {
  const words = scheme.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_');
  return `$${words.toUpperCase()}`;
}
