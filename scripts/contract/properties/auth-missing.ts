import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';

export const authMissing: Property = {
  id: 'auth.missing',
  title: 'a request without a credential is refused',
  unless: needsCredential,
  async check({ api, operation, runs, falsify }) {
    await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs: Math.min(runs, 5),
      credential: NO_CREDENTIAL,
      judge: (exchange) => judgeUnauthenticated(api, operation, exchange, 'without a credential'),
    });
  },
};
