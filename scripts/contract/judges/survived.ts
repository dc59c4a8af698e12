import type { Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { shorten } from './words.ts';

/** Statuses that say what a server does not do, and not that it failed (RFC 9110, sections 15.6.2 and 15.6.6). */
const NOT_DONE = [501, 505];

/** Whatever is sent, a server answers, and it is the client's mistake if it is one at all (RFC 9110, section 15.6). */
export function judgeSurvived(
  operation: Operation,
  what: string,
  { response, failure }: Exchange,
): Verdict {
  if (response && (response.status < 500 || NOT_DONE.includes(response.status))) return undefined;
  return {
    message: response
      ? `a request with ${what} is answered ${response.status}`
      : `a request with ${what} is not answered`,
    clause: operation.body?.pointer ?? append(operation.pointer, 'parameters'),
    states:
      'no such request makes a server fail; who does not want it refuses it with a 4xx status',
    seen: response ? `status ${response.status}: ${shorten(response.body)}` : failure,
  };
}
