import { objectOf, stringOf } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import type { Send } from './send.ts';

/** How a client gets tokens for itself (RFC 6749, section 4.4). */
export interface ClientGrant {
  /** The token endpoint. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for; what the server gives without being asked when left out. */
  readonly scope: string | undefined;
}

/** What a token endpoint gave. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since the epoch; undefined where nobody says. */
  readonly expires: number | undefined;
  /** Undefined where it is what was asked for. */
  readonly scope: string | undefined;
}

/**
 * Asks for a token; where the server does not take the client's secret by HTTP Basic, once more with it in
 * the form (section 2.3.1). Tells in words why none came.
 */
export async function requestToken(
  send: Send,
  grant: ClientGrant,
  now: () => number,
): Promise<IssuedToken | { readonly reason: string }> {
  const first = await ask(send, grant, 'basic', now);
  if ('token' in first || !first.isClientRefused) return first;
  return await ask(send, grant, 'form', now);
}

async function ask(
  send: Send,
  grant: ClientGrant,
  how: 'basic' | 'form',
  now: () => number,
): Promise<IssuedToken | { readonly reason: string; readonly isClientRefused: boolean }> {
  const { response, failure } = await send(toRequest(grant, how));
  if (!response) return { reason: failure ?? 'no answer', isClientRefused: false };
  const answered = objectOf(jsonOrNone(response.body));
  const token = stringOf(answered['access_token']);
  const { error, error_description: description, expires_in: seconds } = answered;
  if (response.status !== 200 || token === undefined) {
    const words = [stringOf(error), stringOf(description)].filter((it) => it !== undefined);
    return {
      reason: [`it answers ${response.status}`, ...words].join(': '),
      isClientRefused: response.status === 401 || error === 'invalid_client',
    };
  }
  const type = stringOf(answered['token_type']) ?? 'bearer';
  if (type.toLowerCase() !== 'bearer') {
    return { reason: `its tokens are of the type ${type}`, isClientRefused: false };
  }
  const lasts = Number(seconds ?? Number.NaN);
  return {
    token,
    expires: Number.isFinite(lasts) ? now() + lasts * 1000 : undefined,
    scope: stringOf(answered['scope']),
  };
}

function toRequest(
  { url, clientId, clientSecret, scope }: ClientGrant,
  how: 'basic' | 'form',
): WireRequest {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope !== undefined && { scope }),
    ...(how === 'form' && { client_id: clientId, client_secret: clientSecret }),
  });
  const pair = `${encode(clientId)}:${encode(clientSecret)}`;
  return {
    method: 'POST',
    url,
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/x-www-form-urlencoded'],
      ...(how === 'basic' ? [['authorization', `Basic ${btoa(pair)}`] as const] : []),
    ],
    body: form.toString(),
  };
}

/** As a form writes it, which leaves ASCII alone (RFC 6749, section 2.3.1). */
function encode(text: string): string {
  return new URLSearchParams({ a: text }).toString().slice(2);
}
