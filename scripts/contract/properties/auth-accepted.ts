import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';

export const authAccepted: Property = {
  id: 'auth.accepted',
  title: 'a valid credential is not refused',
  unless: needsCredential,
  async check({ api, operation, falsify }) {
    const { unauthenticated, forbidden } = operation.errors;
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge(exchange) {
        const status = exchange.response?.status;
        const isForbidden =
          status !== (unauthenticated?.status ?? 401) && status === (forbidden?.status ?? 403);
        // Who may do what has reasons that no description tells, unless it says who may.
        if (isForbidden && operation.access === undefined) return 'irrelevant';
        return judgeAdmitted(api, operation, exchange, 'with a valid credential');
      },
    });
  },
};
