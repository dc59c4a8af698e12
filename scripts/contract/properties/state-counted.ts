import * as fc from 'fast-check';
import { append, valueAt } from '../../base/json-pointer.ts';
import { successJson } from '../flows/json-answer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';

export const stateCounted: Property = {
  id: 'state.counted',
  title: 'an answer that lists things and counts them counts as many as it lists',
  unless({ operation: { resource, pagination } }) {
    if (resource?.items === undefined || resource.count === undefined)
      return 'no answer lists and counts things';
    return pagination ? 'a page need not hold all that is counted' : undefined;
  },
  async check({ api, operation, falsify }) {
    const { items = '#', count = '#' } = operation.resource ?? {};
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge(exchange) {
        const body = successJson(exchange);
        const listed = body === undefined ? undefined : valueAt(body, items);
        const counted = body === undefined ? undefined : valueAt(body, count);
        if (!Array.isArray(listed) || typeof counted !== 'number') return 'irrelevant';
        if (counted === listed.length) return undefined;
        return {
          message: `${listed.length} things are listed and ${counted} counted`,
          clause: append(operation.pointer, 'x-resource', 'count'),
          states: `x-resource: count: '${count}'`,
          seen: `${count} is ${counted}, and ${items} holds ${listed.length}`,
        };
      },
    });
  },
};
