import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** The part of a request that tells who sent it. */
interface Sent {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Why a request may not drive the mock, if so: a page of another site made it. A rebound DNS name
 * shows in `Host`, since an address or `localhost` cannot be rebound; a page in `Origin` and
 * `Sec-Fetch-Site` (Fetch Metadata, section 2.4). Clients that are no browsers send neither.
 */
export function refuseStranger(
  { method, headers }: Sent,
  own: string | undefined,
): string | undefined {
  const { host = '', origin } = headers;
  const name = URL.parse(`http://${host}`)?.hostname ?? '';
  const isNumeric = isIP(name.replaceAll(/^\[|\]$/g, '')) !== 0;
  if (!isNumeric && name !== 'localhost' && name !== own) {
    return `The host "${host}" is not the control plane's.`;
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return 'Pages of other sites may not drive the mock.';
  }
  const site = headers['sec-fetch-site'] ?? 'none';
  const isVisit = method === 'GET' && headers['sec-fetch-dest'] === 'document';
  const isOwn = site === 'same-origin' || site === 'none' || isVisit;
  return isOwn ? undefined : 'Pages of other sites may not read the mock.';
}
