import * as fc from 'fast-check';
import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { successJson } from '../flows/json-answer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const asyncNamed: Property = {
  id: 'async.named',
  title: 'who submits something is told what to ask for',
  unless: ({ operation: { async } }) => (async ? undefined : 'nothing is worked off later'),
  async check({ api, operation, falsify }) {
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge: (exchange) => judgeNamed(operation, exchange),
    });
  },
};

/** An answer that accepts a submission names it. */
export function judgeNamed({ async: policy, pointer }: Operation, exchange: Exchange): Verdict {
  const body = successJson(exchange);
  if (body === undefined || !policy) return 'irrelevant';
  const id = valueAt(body, policy.id);
  if (id !== undefined && id !== null && id !== '') return undefined;
  return {
    message: 'a submission is accepted without saying what to ask for',
    clause: append(pointer, 'x-async', 'id'),
    states: `id: ${policy.id}`,
    seen: shorten(body),
  };
}
