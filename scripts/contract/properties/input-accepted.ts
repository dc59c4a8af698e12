import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import type { Property } from '../property.ts';

export const inputAccepted: Property = {
  id: 'input.accepted',
  title: 'a request that keeps every constraint is not refused as invalid',
  unless: (_api, { parameters, body }) =>
    parameters.length > 0 || body ? undefined : 'the operation takes no input',
  async check({ api, operation, target, runs, falsify }) {
    await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs,
      judge: (exchange) => judgeAccepted(api, target, operation, exchange),
    });
  },
};
