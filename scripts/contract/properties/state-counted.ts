import * as fc from 'fast-check';
import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
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
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge: (exchange) => judgeCounted(operation, exchange),
    });
  },
};

/** An answer counts as many things as it lists. */
export function judgeCounted({ resource, pointer }: Operation, exchange: Exchange): Verdict {
  const { items = '#', count = '#' } = resource ?? {};
  const body = successJson(exchange);
  const listed = body === undefined ? undefined : valueAt(body, items);
  const counted = body === undefined ? undefined : valueAt(body, count);
  if (!Array.isArray(listed) || typeof counted !== 'number') return 'irrelevant';
  if (counted === listed.length) return undefined;
  return {
    message: `${listed.length} things are listed and ${counted} counted`,
    clause: append(pointer, 'x-resource', 'count'),
    states: `x-resource: count: '${count}'`,
    seen: `${count} is ${counted}, and ${items} holds ${listed.length}`,
  };
}
