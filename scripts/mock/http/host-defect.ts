import type { IncomingMessage } from 'node:http';

/** `uri-host [ ":" port ]`, which may be empty (RFC 9110, section 7.2). */
const HOST = /^(?:\[[\dA-Fa-fv.:]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/;

/** What is wrong with the Host of a request (RFC 9112, section 3.2): it must come once and be one. */
export function hostDefect({
  headers,
  rawHeaders,
  httpVersion,
}: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'httpVersion'>): string | undefined {
  const { host } = headers;
  if (host === undefined) {
    return httpVersion === '1.1' ? 'The request has no Host header.' : undefined;
  }
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  if (count > 1) return 'The request has more than one Host header.';
  return HOST.test(host) ? undefined : 'The Host header holds no host.';
}
