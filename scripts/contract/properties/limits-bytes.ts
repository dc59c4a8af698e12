import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { limitPointer } from '../../model/limit-pointer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Verdict } from '../bench.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import { judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Above this a body is too large to be sent for a test. */
const LARGEST = 32 * 1024 * 1024;

export const limitsBytes: Property = {
  id: 'limits.bytes',
  title: 'a body of as many bytes as documented is accepted, and one more byte is refused',
  unless({ operation: { limits, body, errors } }) {
    const { bodyBytes } = limits;
    if (!body || bodyBytes === undefined) return 'no size of the body is documented';
    if (bodyBytes > LARGEST) return 'the documented size is too large to be tried';
    const status = statusOfRefusal({ errors }, 'tooLarge');
    return status < 400 ? `a larger body is documented to be answered ${status}` : undefined;
  },
  async check({ api, operation, target, falsify }) {
    const maximum = operation.limits.bodyBytes ?? 0;
    const drafts = fc.constantFrom(...exampleDrafts(api, operation).slice(0, 1));
    const trySize = async (size: number, write: Write): Promise<void> => {
      const judge = (exchange: Exchange): Verdict => {
        const status = exchange.response?.status;
        if (status !== undefined && write.declinedBy.includes(status)) return 'irrelevant';
        const { body = '' } = exchange.request;
        if (new TextEncoder().encode(body).length !== size) return 'irrelevant';
        if (size <= maximum) return judgeAccepted(api, target, operation, exchange, true);
        return judgeRefusedAs(api, operation, exchange, {
          kinds: ['tooLarge'],
          what: `a body of ${size} bytes ${write.how}`,
          clause: limitPointer(api, operation, 'bodyBytes'),
        });
      };
      const rewrite = (request: WireRequest) => write.rewrite(padded(request, size));
      await falsify({ drafts, runs: 1, conforming: write === PLAIN, rewrite, judge });
    };
    for (const size of [maximum - 1, maximum, maximum + 1]) await trySize(size, PLAIN);
    // RFC 9112, section 6.3: who may not know the length beforehand has to count.
    for (const size of [maximum, maximum + 1]) await trySize(size, CHUNKED);
    for (const size of [maximum, maximum + 1]) await trySize(size, COMPRESSED);
  },
};

/** A way to put a body on the wire. */
interface Write {
  readonly how: string;
  readonly rewrite: (request: WireRequest) => WireRequest;
  /** Statuses by which a server says that it takes no bodies in this way. */
  readonly declinedBy: readonly number[];
}

const PLAIN: Write = { how: 'at once', rewrite: (it) => it, declinedBy: [] };

const CHUNKED: Write = {
  how: 'in chunks',
  rewrite: (request) => ({
    ...request,
    headers: [...request.headers, ['transfer-encoding', 'chunked']],
  }),
  declinedBy: [411, 501],
};

const COMPRESSED: Write = {
  how: 'under compression',
  rewrite: (request) => ({
    ...request,
    headers: [...request.headers, ['content-encoding', 'gzip']],
    bytes: gzipSync(request.body ?? ''),
  }),
  // A coding that nobody documented may be refused, as a media type or as what cannot be read.
  declinedBy: [400, 415],
};

/** White space between JSON's tokens carries no meaning (RFC 8259, section 2), and counts as bytes. */
function padded(request: WireRequest, bytes: number): WireRequest {
  const { body = '' } = request;
  const missing = bytes - new TextEncoder().encode(body).length;
  return missing > 0 ? { ...request, body: body + ' '.repeat(missing) } : request;
}
