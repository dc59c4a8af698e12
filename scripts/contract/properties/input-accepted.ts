import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { edgeDrafts } from '../generation/edge-draft.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import type { Property } from '../property.ts';

export const inputAccepted: Property = {
  id: 'input.accepted',
  title: 'a request that keeps every constraint is not refused as invalid',
  unless: ({ operation: { parameters, body } }) =>
    parameters.length > 0 || body ? undefined : 'the operation takes no input',
  async check({ api, operation, target, runs, falsify, exchange, complain }) {
    const judge = (it: Exchange) => judgeAccepted(api, target, operation, it);
    const isAccepted = async (draft: Draft): Promise<boolean> => {
      const answered = await exchange(draft, {});
      const verdict = judge(answered);
      if (verdict !== undefined && verdict !== 'irrelevant') complain(verdict, answered);
      return verdict === undefined;
    };
    const examples = exampleDrafts(api, operation);
    await falsify({ drafts: validDraft(api, operation), examples, runs, judge });
    for (const { draft, alone } of edgeDrafts(api, operation)) {
      const together = await exchange(draft, {});
      const verdict = judge(together);
      if (verdict === undefined || verdict === 'irrelevant') continue;
      // One edge alone says more than many: each is tried until one is refused.
      let isFound = false;
      for (const edge of alone) isFound ||= !(await isAccepted(edge));
      if (!isFound) complain(verdict, together);
    }
  },
};
