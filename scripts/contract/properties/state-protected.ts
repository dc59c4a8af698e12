import * as fc from 'fast-check';
import { append } from '../../base/json-pointer.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { withPlace } from '../flows/places.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateProtected: Property = {
  id: 'state.protected',
  title: 'what is protected can be neither changed nor deleted',
  unless({ operation: { resource } }) {
    const isNamed = resource?.protected !== undefined && resource.id !== undefined;
    return isNamed ? undefined : 'nothing that it is about is protected';
  },
  async check({ api, operation, falsify }) {
    const { protected: kept = [], id = '', name } = operation.resource ?? {};
    const [example] = exampleDrafts(api, operation);
    if (!example) return;
    await falsify({
      drafts: fc.constantFrom(...kept.map((it) => withPlace(example, operation, id, it))),
      runs: kept.length,
      isChanged: true,
      judge(exchange) {
        if (!isSuccess(exchange)) return undefined;
        return {
          message: `a protected ${name} is changed or deleted`,
          clause: append(operation.pointer, 'x-resource', 'protected'),
          states: `protected: ${shorten([...kept])}`,
          seen: `the answer is ${exchange.response?.status}`,
        };
      },
    });
  },
};
