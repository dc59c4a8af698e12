import type { ApiModel, Operation } from '../../model/api-model.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { shortDrafts } from '../generation/short-draft.ts';
import { wrongsIn } from '../judges/failures.ts';
import type { Property } from '../property.ts';

/** Different things that are looked for in the answers of one operation. */
const MOST = 6;

/** Examples first, and then requests with as little in them as a text can have. */
function inTurns(api: ApiModel, operation: Operation): readonly Draft[] {
  return [...exampleDrafts(api, operation), ...shortDrafts(api, operation)];
}

export const conformance: Property = {
  id: 'conformance',
  title: 'every answer has a documented status, media type, body and headers',
  unless: ({ operation }) =>
    operation.responses.length > 0 ? undefined : 'no response is documented',
  async check({ api, operation, runs, isRepeated, falsify }) {
    const told = new Set<string>();
    const shown = isRepeated ? [] : inTurns(api, operation);
    let made = 0;
    // One answer may show several things.
    let last: Draft | undefined;
    // Each attempt ends with the first thing that it finds: one must not hide the next.
    for (let isOver = false, round = 0; !isOver && told.size < MOST; round += 1) {
      let first: string | undefined;
      const isShowing = made === 0;
      await falsify({
        drafts: validDraft(api, operation).map((draft) => {
          made += 1;
          return draft;
        }),
        examples: isShowing ? shown : last ? [last] : [],
        // What was made up in the rounds before counts as well.
        runs: Math.max(runs - made, 1),
        round,
        judge(exchange, draft) {
          const fresh = wrongsIn(api, operation, exchange).filter(
            ({ clause, message }) => !told.has(`${clause} ${message}`),
          );
          const [found] = fresh;
          if (first === undefined && found) {
            first = `${found.clause} ${found.message}`;
            last = draft;
          }
          return fresh;
        },
      });
      isOver = first === undefined;
      if (first !== undefined) told.add(first);
    }
  },
};
