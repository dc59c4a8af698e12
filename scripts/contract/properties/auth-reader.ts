import { askWith } from '../ask-with.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';

export const authReader: Property = {
  id: 'auth.reader',
  title: 'a credential that may only read is accepted where something is read',
  unless({ api, operation, profiles }) {
    if (operation.access !== 'read') return 'not marked as a read (`x-access: read` is missing)';
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    const readOnly = credentialFor(api, operation, profiles.readOnly);
    return readOnly ? undefined : 'no read-only credential for it is at hand';
  },
  check(bench) {
    const { api, operation, profiles } = bench;
    const credential = credentialFor(api, operation, profiles.readOnly);
    const how = 'with a credential that may only read';
    return askWith(bench, judgeAdmitted, [{ credential, how }]);
  },
};
