import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { WireRequest } from '../../wire/exchange.ts';

/** A request that HTTP cannot carry: nobody can be asked what they make of it. */
export class NotSendable extends Error {
  override readonly name: string = 'NotSendable';
}

/** Why HTTP cannot carry a request (RFC 9110, sections 5.1, 5.5 and 9.1); undefined where it can. */
export function whyNotSendable({ method, url, headers }: WireRequest): string | undefined {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(method)) return `${method} is no method`;
  if (url === '') return 'a value in its path would lead to another address';
  const target = URL.parse(url);
  if (!target || !/^https?:$/.test(target.protocol)) return `${url} is no address of HTTP`;
  try {
    for (const [name, value] of headers) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether nothing was sent for want of what HTTP can carry; whatever else is thrown stays thrown. */
export function unlessSendable(error: unknown): undefined {
  if (error instanceof NotSendable) return undefined;
  throw error;
}
