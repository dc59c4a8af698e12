import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { objectionsTo } from '../judges/objections.ts';
import type { Property } from '../property.ts';

export const conformance: Property = {
  id: 'conformance',
  title: 'every answer has a documented status, media type, body and headers',
  unless: ({ operation }) =>
    operation.responses.length > 0 ? undefined : 'no response is documented',
  async check({ api, operation, runs, falsify }) {
    await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs,
      judge: (exchange) => objectionsTo(api, operation, exchange),
    });
  },
};
