import type { Exchange } from '../../wire/exchange.ts';

/** Characters of an answer's body that are kept with what it broke: a run may find thousands. */
export const MOST_KEPT = 64 * 1024;
/** Characters that all operations share, and those that each has however many there are. */
const ALL_KEPT = 16 * 1024 * 1024;
const LEAST_KEPT = 2 * 1024;

/** Characters of an answer that are kept in a run over so many operations: each may break several clauses. */
export function mostKept(operations: number): number {
  return Math.max(LEAST_KEPT, Math.min(MOST_KEPT, Math.floor(ALL_KEPT / operations)));
}

/** An exchange whose answer is kept: of a long body the beginning, and how much is left out. */
export function cutAnswer(exchange: Exchange, most: number): Exchange {
  const { request, response } = exchange;
  if (response === undefined || response.body.length <= most) return exchange;
  // A part of a text holds the whole of it in memory, unless its octets are copied.
  const beginning = Buffer.from(response.body.slice(0, most)).toString();
  // The ellipsis comes first: by it a secret is known that is cut in two.
  const body = `${beginning}… (${response.body.length - most} more characters, not kept)`;
  return { request, response: { ...response, body } };
}
