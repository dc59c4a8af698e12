import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { isJsonType } from '../../base/media-type.ts';
import { parseJson } from '../../base/json-text.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { exampleDrafts, jsonMedia, type Draft } from '../generation/draft.ts';
import type { Operation } from '../../model/api-model.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Ground } from '../../result/ground.ts';
import { judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** A body that nobody can read, and how it came to be. */
interface Damage {
  readonly what: string;
  readonly rewrite: (request: WireRequest) => WireRequest;
  /** Statuses that explain the refusal as well. */
  readonly also?: readonly number[];
  /** What says that it cannot be read, unless the description does. */
  readonly ground?: Ground;
}

const DAMAGES: readonly Damage[] = [
  {
    what: 'a body that breaks off',
    rewrite: (request) => withBody(request, (body) => body.slice(0, Math.max(1, body.length - 1))),
  },
  {
    what: 'a body with a bracket too many',
    rewrite: (request) => withBody(request, (body) => `${body}}`),
    // Some readers stop where the value ends (RFC 8259, section 2).
    ground: 'standard',
  },
  { what: 'a body of words', rewrite: (request) => withBody(request, () => 'this is not JSON') },
  {
    what: 'a body that is not UTF-8',
    rewrite: (request) => ({ ...request, ...mangled(request.body ?? '') }),
    // RFC 8259, section 8.1.
    ground: 'standard',
  },
  {
    what: 'a compressed body that breaks off',
    rewrite: (request) => ({
      ...withHeader(request, 'content-encoding', 'gzip'),
      bytes: gzipSync(request.body ?? '').subarray(0, -9),
    }),
    // RFC 9110, section 8.4: a coding that is not known.
    also: [415],
    ground: 'standard',
  },
];

const MISSING: Damage = {
  what: 'a request without its body',
  rewrite: ({ body: _, ...request }) => ({ ...request, body: undefined }),
};

export const encodingMalformed: Property = {
  id: 'encoding.malformed',
  title: 'a body that cannot be read is refused as malformed',
  unless({ api, operation }) {
    if (drafts(api, operation).length === 0) return 'the operation takes no JSON';
    const status = statusOfRefusal(operation, 'malformed');
    return status < 400 ? `a malformed body is documented to be answered ${status}` : undefined;
  },
  async check({ api, operation, falsify }) {
    const damages = operation.body?.required ? [...DAMAGES, MISSING] : DAMAGES;
    const invalid = operation.errors.invalid?.status ?? 422;
    const isDeclared = operation.errors.malformed !== undefined;
    for (const { what, rewrite, also = [], ground } of damages) {
      await falsify({
        drafts: fc.constantFrom(...drafts(api, operation).slice(0, 1)),
        runs: 1,
        rewrite,
        // What a standard rules out is refused as whatever is invalid, if the description has that.
        conforming: ground === undefined || (refusesInput(operation) && ground),
        judge: (exchange) =>
          isUnharmed(operation, exchange.request)
            ? 'irrelevant'
            : judgeRefusedAs(api, operation, exchange, {
                kinds: ['malformed'],
                what,
                ground: isDeclared ? undefined : ground,
                // What is not there breaks a rule as well as it cannot be read.
                also: what === MISSING.what && invalid >= 400 ? [...also, invalid] : also,
              }),
      });
    }
  },
};

/** Whether it is documented how a request is refused that is not as it should be. */
function refusesInput({ responses }: Operation): boolean {
  return responses.some(({ status }) => ['400', '422', '4XX', 'default'].includes(status));
}

/** Whether a body can be read all the same: of 12 there is 1 left, and no body is needed everywhere. */
function isUnharmed({ body: documented }: Operation, { body, bytes }: WireRequest): boolean {
  if (bytes !== undefined) return false;
  if (body === undefined || body === '') return documented?.required !== true;
  return !('reason' in parseJson(body));
}

function drafts(api: ApiModel, operation: Operation): readonly Draft[] {
  return jsonMedia(operation)
    ? exampleDrafts(api, operation).filter(({ body }) => body && isJsonType(body.mediaType))
    : [];
}

function withBody(request: WireRequest, change: (body: string) => string): WireRequest {
  return { ...request, body: change(request.body ?? '') };
}

/** A text with a byte in its first string that no UTF-8 has (RFC 3629, section 1). */
function mangled(body: string): Pick<WireRequest, 'body' | 'bytes'> {
  const at = body.indexOf('"') + 1;
  const bytes = [body.slice(0, at), body.slice(at)].map((it) => new TextEncoder().encode(it));
  const [before = new Uint8Array(), after = new Uint8Array()] = bytes;
  return {
    body: `${body.slice(0, at)}\uFFFD${body.slice(at)}`,
    bytes: new Uint8Array([...before, 0xff, ...after]),
  };
}
