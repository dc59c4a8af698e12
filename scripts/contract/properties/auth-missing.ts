import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';

export const authMissing: Property = {
  id: 'auth.missing',
  title: 'a request without a credential is refused',
  unless: needsCredential,
  async check({ api, operation, runs, falsify, exchange }) {
    const [draft] = exampleDrafts(api, operation);
    // Who has just been let in could be remembered; what is deleted cannot be deleted again.
    if (draft && operation.method !== 'delete') await exchange(draft, {});
    await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs: Math.min(runs, 5),
      credential: NO_CREDENTIAL,
      judge: (answered) => judgeUnauthenticated(api, operation, answered, 'without a credential'),
    });
  },
};
