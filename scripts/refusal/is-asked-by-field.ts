import { headerOf, type Exchange } from '../wire/exchange.ts';

/** Statuses by which HTTP itself answers a request with one of these fields (RFC 9110, sections 7.8, 10.1.1, 13.2.2 and 14.2). */
const ANSWERS: readonly { readonly statuses: readonly number[]; readonly to: readonly string[] }[] =
  [
    { statuses: [304], to: ['if-none-match', 'if-modified-since'] },
    { statuses: [412], to: ['if-match', 'if-none-match', 'if-unmodified-since'] },
    { statuses: [206, 416], to: ['range'] },
    { statuses: [417], to: ['expect'] },
    { statuses: [101], to: ['upgrade'] },
  ];

/**
 * Whether a request asks by one of its fields for an answer that is none of the operation's own: that
 * nothing is new, a part of the content, another protocol. Clients send them of their own accord, so no
 * description has to document it.
 */
export function isAskedByField({ request, response }: Exchange): boolean {
  return ANSWERS.some(
    ({ statuses, to }) =>
      statuses.includes(response?.status ?? 0) &&
      to.some((name) => headerOf(request, name) !== undefined),
  );
}
