import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { wrongsIn } from '../judges/failures.ts';
import type { Property } from '../property.ts';

/** Different things that are looked for in the answers of one operation. */
const MOST = 6;

export const conformance: Property = {
  id: 'conformance',
  title: 'every answer has a documented status, media type, body and headers',
  unless: ({ operation }) =>
    operation.responses.length > 0 ? undefined : 'no response is documented',
  async check({ api, operation, runs, falsify }) {
    const told = new Set<string>();
    // Each attempt ends with the first thing that it finds: one must not hide the next.
    for (let isOver = false; !isOver && told.size < MOST;) {
      let first: string | undefined;
      await falsify({
        drafts: validDraft(api, operation),
        examples: exampleDrafts(api, operation),
        runs,
        judge(exchange) {
          const fresh = wrongsIn(api, operation, exchange).filter(
            ({ clause, message }) => !told.has(`${clause} ${message}`),
          );
          first ??= fresh.map(({ clause, message }) => `${clause} ${message}`)[0];
          return fresh;
        },
      });
      isOver = first === undefined;
      if (first !== undefined) told.add(first);
    }
  },
};
