import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { objectOf } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { successJson } from '../flows/json-answer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { objectionsTo } from '../judges/objections.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';

/** A media type that nobody documents. */
const UNKNOWN = 'application/x-kiln';

export const mediaUndocumented: Property = {
  id: 'media.undocumented',
  title: 'a media type that is not documented is refused or passed over, and never a failure',
  ground: 'standard',
  unless: () => undefined,
  async check({ api, operation, falsify, exchange }) {
    const [example] = exampleDrafts(api, operation);
    const plain = example && namesIn(await exchange(example, {}));
    const rewrites: readonly (readonly [string, (request: WireRequest) => WireRequest])[] = [
      [`Accept: ${UNKNOWN}`, (request) => withHeader(request, 'accept', UNKNOWN)],
      [`Content-Type: ${UNKNOWN}`, (request) => withHeader(request, 'content-type', UNKNOWN)],
    ];
    for (const [what, rewrite] of rewrites.slice(0, operation.body ? 2 : 1)) {
      await falsify({
        drafts: fc.constantFrom(...exampleDrafts(api, operation)),
        runs: 1,
        conforming: false,
        rewrite,
        judge: (answered) => judge(api, operation, answered, what, plain),
      });
    }
  },
};

/** Names of the members of a successful answer; undefined where it is no object, or empty. */
function namesIn(exchange: Exchange): readonly string[] | undefined {
  const names = Object.keys(objectOf(successJson(exchange)));
  return names.length > 0 ? names : undefined;
}

/** Whoever refuses may do so in many ways; whoever does not refuse answers as ever. */
function judge(
  api: ApiModel,
  operation: Operation,
  exchange: Exchange,
  what: string,
  plain: readonly string[] | undefined,
): Verdict {
  const status = exchange.response?.status ?? 0;
  if (status >= 300 && status < 500) return undefined;
  if (status < 300) {
    const names = namesIn(exchange);
    if (!plain || !names || names.some((name) => plain.includes(name)))
      return objectionsTo(api, operation, exchange)[0];
    return {
      message: `a request with ${what} is answered ${status} with something else altogether`,
      clause: append(operation.pointer, 'responses'),
      states: `${operation.id} answers with ${plain.join(', ')}`,
      seen: names.join(', '),
    };
  }
  return {
    message: `a request with ${what} is answered ${status}`,
    clause: append(operation.pointer, 'responses'),
    states: 'a media type is no reason to fail (RFC 9110, sections 15.5.7 and 15.5.16)',
    seen: `${what}, and the answer is ${status}`,
  };
}
