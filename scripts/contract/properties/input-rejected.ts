import * as fc from 'fast-check';
import { breaksOfDraft, brokenDraft, singleBreaks } from '../generation/broken-draft.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { judgeRejected } from '../judges/accepted.ts';
import { judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Statuses that a broken path, a long value or too many requests explain (RFC 9110, section 15.5). */
const OTHER_REASONS = [404, 413, 414, 415, 422, 429, 431];

export const inputRejected: Property = {
  id: 'input.rejected',
  title: 'a request that breaks one constraint is refused',
  unless({ api, operation }) {
    if (statusOfRefusal(operation, 'invalid') < 400)
      return 'invalid input is documented to be accepted';
    return singleBreaks(api, operation).isEmpty()
      ? 'no constraint can be broken on the wire'
      : undefined;
  },
  async check({ api, operation, target, runs, isRepeated, falsify, tellReach, tookInstead }) {
    const judge = (exchange: Exchange) => {
      const verdict = judgeRejected(api, target, operation, exchange);
      if (verdict !== undefined) return verdict;
      return judgeRefusedAs(api, operation, exchange, {
        kinds: ['invalid', 'malformed'],
        what: 'a request that breaks a constraint',
        also: OTHER_REASONS,
      });
    };
    const [base] = exampleDrafts(api, operation);
    for (const draft of isRepeated ? [] : singleBreaks(api, operation)) {
      await falsify({ drafts: fc.constant(draft), base, runs: 1, judge });
    }
    tellReach(singleBreaks(api, operation).reach());
    const instead = isRepeated ? undefined : tookInstead();
    for (const draft of instead ? breaksOfDraft(api, operation, instead) : []) {
      await falsify({ drafts: fc.constant(draft), base: instead, runs: 1, judge });
    }
    await falsify({ drafts: brokenDraft(api, operation), base, runs, judge });
  },
};
