import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';

export const authReader: Property = {
  id: 'auth.reader',
  title: 'a credential that may only read is accepted where something is read',
  unless(api, operation, profiles) {
    if (operation.access !== 'read') return 'the operation does not read, or nobody says so';
    const reason = needsCredential(api, operation);
    if (reason !== undefined) return reason;
    const readOnly = credentialFor(api, operation, profiles.readOnly);
    return readOnly ? undefined : 'no read-only credential for it is at hand';
  },
  async check({ api, operation, profiles, falsify }) {
    const credential = credentialFor(api, operation, profiles.readOnly);
    if (!credential) return;
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      credential,
      judge: (exchange) =>
        judgeAdmitted(api, operation, exchange, 'with a credential that may only read'),
    });
  },
};
