import type { ApiModel, Operation } from '../../core/api-model.ts';
import type { Exchange } from '../../core/exchange.ts';
import { append } from '../../core/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { readRequest } from '../wire/read-request.ts';
import { shorten } from './conformance.ts';

/** Statuses that say the request itself is at fault (RFC 9110, section 15.5), whatever the API. */
const REFUSALS = [400, 405, 406, 411, 413, 414, 415, 422];

/** Whether a status refuses what was sent, and not who sent it or what it is about. */
function isRefusal(operation: Operation, status: number): boolean {
  const { invalid, malformed } = operation.errors;
  const declared = [invalid?.status, malformed?.status].filter((it = 0) => it >= 400);
  return REFUSALS.includes(status) || declared.includes(status);
}

/** A valid request must not be refused as invalid, nor make the server fail. */
export function judgeAccepted(
  api: ApiModel,
  target: string,
  operation: Operation,
  exchange: Exchange,
): Verdict {
  if (readRequest(api, target, operation, exchange.request).length > 0) return 'irrelevant';
  const status = exchange.response?.status;
  if (status === undefined) return undefined;
  if (!isRefusal(operation, status) && status < 500) return undefined;
  return {
    message: `a valid request is answered ${status}`,
    clause: operation.body?.pointer ?? append(operation.pointer, 'parameters'),
    states: 'the request breaks no constraint of its parameters and body',
    seen: `status ${status}: ${shorten(exchange.response?.body)}`,
  };
}

/** A request that breaks a constraint must be refused with a 4xx status. */
export function judgeRejected(
  api: ApiModel,
  target: string,
  operation: Operation,
  exchange: Exchange,
): Verdict {
  const [breach] = readRequest(api, target, operation, exchange.request);
  if (!breach) return 'irrelevant';
  const status = exchange.response?.status;
  if (status === undefined || (status >= 400 && status < 500)) return undefined;
  return {
    message: `a request whose ${breach.part} breaks ${breach.keyword} is answered ${status}`,
    clause: breach.constraint,
    states: `${breach.keyword}: ${shorten(breach.expected)}`,
    seen: `${breach.part}${breach.instance} ${breach.message}, and the answer is ${status}`,
  };
}
