import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';

export const authSecondClient: Property = {
  id: 'auth.second-client',
  title: 'a credential of another client is accepted as well',
  unless(api, operation, profiles) {
    const reason = needsCredential(api, operation);
    if (reason !== undefined) return reason;
    const other = credentialFor(api, operation, profiles.other);
    return other ? undefined : 'no credential of another client is at hand';
  },
  async check({ api, operation, profiles, falsify }) {
    const credential = credentialFor(api, operation, profiles.other);
    if (!credential) return;
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      credential,
      judge: (exchange) =>
        judgeAdmitted(api, operation, exchange, 'with the credential of another client'),
    });
  },
};
