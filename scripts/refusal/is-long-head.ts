import type { Exchange } from '../wire/exchange.ts';

/** Octets of a request line that every recipient should take, and of all fields what servers take as they come. */
const TAKEN = 8000;

/** Statuses by which a server, or what stands before it, refuses a head that is too long for it. */
const REFUSALS: readonly number[] = [400, 413, 414, 431];

/**
 * Whether a request is refused that has a longer head than every server has to take: how many octets of a
 * request line and of fields are read is each server's own business, and the answer comes before the API is
 * asked, so that no description says what it looks like (RFC 9112, section 3; RFC 9110, section 5.4;
 * RFC 6585, section 5).
 */
export function isLongHeadRefused({ request, response }: Exchange): boolean {
  if (!REFUSALS.includes(response?.status ?? 0)) return false;
  const line =
    Buffer.byteLength(request.method) + Buffer.byteLength(request.url) + ' HTTP/1.1'.length;
  const fields = request.headers.map(
    ([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value) + 4,
  );
  return fields.reduce((all, it) => all + it, line) > TAKEN;
}
