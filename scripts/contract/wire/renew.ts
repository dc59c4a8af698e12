import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { requestToken, type ClientGrant } from './client-grant.ts';
import type { Send } from './send.ts';

/** A token of a run, where it came from and when it ends. */
export interface Renewal {
  readonly grant: ClientGrant;
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Milliseconds before its end at which a token counts as ended: requests take their time. */
const MARGIN = 10_000;

interface Current {
  token: string;
  expires: number;
}

/**
 * Sends with tokens that are good when they are sent. A run knows each token as it was at the start: what
 * it is told of is written with that one, so that nothing else has to know of any other.
 */
export function createRenewing(send: Send, renewals: readonly Renewal[], now: () => number): Send {
  if (renewals.length === 0) return send;
  const kept = renewals.map((renewal) => {
    const current: Current = { token: renewal.token, expires: renewal.expires };
    let renewing: Promise<void> | undefined;
    const renew = async (): Promise<void> => {
      const issued = await requestToken(send, renewal.grant, now);
      // Where none comes the old one is sent: the server then says what it makes of it.
      if ('token' in issued) {
        current.token = issued.token;
        current.expires = issued.expires ?? Infinity;
      } else current.expires = now() + 2 * MARGIN;
    };
    return {
      first: renewal.token,
      async now(): Promise<string> {
        if (current.expires - MARGIN <= now()) {
          await (renewing ??= renew().finally(() => (renewing = undefined)));
        }
        return current.token;
      },
    };
  });
  return async (request, options) => {
    const used = kept.find(({ first }) => carries(request, first));
    if (!used) return await send(request, options);
    const token = await used.now();
    const answered = await send(withToken(request, used.first, token), options);
    return toTold(request, answered, token, used.first);
  };
}

function carries({ headers }: WireRequest, token: string): boolean {
  return headers.some(([name, value]) => isBearer(name, value, token));
}

function isBearer(name: string, value: string, token: string): boolean {
  return name.toLowerCase() === 'authorization' && /^bearer +(\S+)$/i.exec(value)?.[1] === token;
}

function withToken(request: WireRequest, from: string, to: string): WireRequest {
  if (from === to) return request;
  const headers = request.headers.map(([name, value]) => {
    const isMeant = isBearer(name, value, from);
    return [name, isMeant ? value.replace(from, to) : value] as const;
  });
  return { ...request, headers };
}

/** The exchange as it would have been with the token that the run knows. */
function toTold(
  request: WireRequest,
  { response, failure }: Exchange,
  from: string,
  to: string,
): Exchange {
  if (response === undefined) return { request, failure };
  if (from === to) return { request, response };
  return {
    request,
    response: {
      ...response,
      headers: response.headers.map(([name, value]) => [name, value.replaceAll(from, to)] as const),
      body: response.body.replaceAll(from, to),
    },
  };
}
