import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';

export const authExpired: Property = {
  id: 'auth.expired',
  title: 'a credential that has expired is refused',
  unless({ api, operation, profiles }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    const expired = credentialFor(api, operation, profiles.expired);
    return expired ? undefined : 'no expired credential is at hand';
  },
  async check({ api, operation, profiles, falsify }) {
    const credential = credentialFor(api, operation, profiles.expired);
    if (!credential) return;
    await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs: 1,
      credential,
      judge: (exchange) =>
        judgeUnauthenticated(api, operation, exchange, 'with an expired credential'),
    });
  },
};
