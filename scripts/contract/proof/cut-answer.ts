import type { Exchange } from '../../wire/exchange.ts';

/** Characters of an answer's body that are kept with what it broke: a run may find thousands. */
export const MOST_KEPT = 64 * 1024;

/** An exchange whose answer is kept: of a long body the beginning, and how much is left out. */
export function cutAnswer(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  if (response === undefined || response.body.length <= MOST_KEPT) return exchange;
  // A part of a text holds the whole of it in memory, unless its octets are copied.
  const beginning = Buffer.from(response.body.slice(0, MOST_KEPT)).toString();
  // The ellipsis comes first: by it a secret is known that is cut in two.
  const body = `${beginning}… (${response.body.length - MOST_KEPT} more characters, not kept)`;
  return { request, response: { ...response, body } };
}
