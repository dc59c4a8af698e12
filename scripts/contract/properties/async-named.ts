import * as fc from 'fast-check';
import { append, valueAt } from '../../base/json-pointer.ts';
import { successJson } from '../flows/json-answer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const asyncNamed: Property = {
  id: 'async.named',
  title: 'who submits something is told what to ask for',
  unless: ({ operation: { async } }) => (async ? undefined : 'nothing is worked off later'),
  async check({ api, operation, falsify }) {
    const { async: policy } = operation;
    if (!policy) return;
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge(exchange) {
        const body = successJson(exchange);
        if (body === undefined) return 'irrelevant';
        const id = valueAt(body, policy.id);
        if (id !== undefined && id !== null && id !== '') return undefined;
        return {
          message: 'a submission is accepted without saying what to ask for',
          clause: append(operation.pointer, 'x-async', 'id'),
          states: `id: ${policy.id}`,
          seen: shorten(body),
        };
      },
    });
  },
};
