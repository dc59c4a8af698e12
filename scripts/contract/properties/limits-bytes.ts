import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../core/api-model.ts';
import type { Exchange, WireRequest } from '../../core/exchange.ts';
import { append, valueAt } from '../../core/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import type { Property } from '../property.ts';

/** Above this a body is too large to be sent for a test. */
const LARGEST = 32 * 1024 * 1024;

export const limitsBytes: Property = {
  id: 'limits.bytes',
  title: 'a body of as many bytes as documented is accepted, and one more byte is refused',
  unless(_api, { limits, body, errors }) {
    const { bodyBytes } = limits;
    if (!body || bodyBytes === undefined) return 'no size of the body is documented';
    if (bodyBytes > LARGEST) return 'the documented size is too large to be tried';
    const { status } = errors.tooLarge ?? { status: 413 };
    return status < 400 ? `a larger body is documented to be answered ${status}` : undefined;
  },
  async check({ api, operation, target, falsify }) {
    const maximum = operation.limits.bodyBytes ?? 0;
    const drafts = fc.constantFrom(...exampleDrafts(api, operation).slice(0, 1));
    for (const size of [maximum - 1, maximum]) {
      await falsify({
        drafts,
        runs: 1,
        rewrite: (request) => padded(request, size),
        judge: (exchange) => judgeAccepted(api, target, operation, exchange),
      });
    }
    await falsify({
      drafts,
      runs: 1,
      rewrite: (request) => padded(request, maximum + 1),
      judge: (exchange) => judgeTooLarge(api, operation, exchange),
    });
  },
};

/** White space between JSON's tokens carries no meaning (RFC 8259, section 2), and counts as bytes. */
function padded(request: WireRequest, bytes: number): WireRequest {
  const { body = '' } = request;
  const missing = bytes - new TextEncoder().encode(body).length;
  return missing > 0 ? { ...request, body: body + ' '.repeat(missing) } : request;
}

function judgeTooLarge(api: ApiModel, operation: Operation, exchange: Exchange): Verdict {
  const maximum = operation.limits.bodyBytes ?? 0;
  const bytes = new TextEncoder().encode(exchange.request.body ?? '').length;
  const status = exchange.response?.status;
  if (bytes <= maximum) return 'irrelevant';
  if (status === undefined || (status >= 400 && status < 500)) return undefined;
  const own = append(operation.pointer, 'x-limits', 'bodyBytes');
  return {
    message: `a body of ${bytes} bytes is answered ${status}`,
    clause: valueAt(api.document, own) === undefined ? '#/x-limits/bodyBytes' : own,
    states: `x-limits: bodyBytes: ${maximum}`,
    seen: `${bytes} bytes, and the answer is ${status}`,
  };
}
