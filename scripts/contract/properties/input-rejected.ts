import * as fc from 'fast-check';
import { brokenDraft, exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeRejected } from '../judges/accepted.ts';
import type { Property } from '../property.ts';

/** Requests for each constraint of each example: more bring no other constraint. */
const RUNS_PER_CONSTRAINT = 2;

export const inputRejected: Property = {
  id: 'input.rejected',
  title: 'a request that breaks one constraint is refused',
  unless(api, operation) {
    if ((operation.errors.invalid?.status ?? 400) < 400)
      return 'invalid input is documented to be accepted';
    const drafts = exampleDrafts(api, operation);
    const broken = drafts.flatMap((draft) => brokenDraft(api, operation, draft));
    return broken.length > 0 ? undefined : 'no constraint can be broken on the wire';
  },
  async check({ api, operation, target, runs, falsify }) {
    const judge = (exchange: Parameters<typeof judgeRejected>[3]) =>
      judgeRejected(api, target, operation, exchange);
    for (const draft of exampleDrafts(api, operation)) {
      for (const drafts of brokenDraft(api, operation, draft)) {
        await falsify({ drafts, runs: RUNS_PER_CONSTRAINT, judge });
      }
    }
    const anywhere = validDraft(api, operation).chain((draft) => {
      const broken = brokenDraft(api, operation, draft);
      return broken.length > 0 ? fc.oneof(...broken) : fc.constant(draft);
    });
    await falsify({ drafts: anywhere, runs, judge });
  },
};
