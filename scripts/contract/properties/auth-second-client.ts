import { askWith } from '../ask-with.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';

export const authSecondClient: Property = {
  id: 'auth.second-client',
  title: 'a credential of another client is accepted as well',
  unless({ api, operation, profiles }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    const other = credentialFor(api, operation, profiles.other);
    return other ? undefined : 'no credential of another client is at hand';
  },
  check(bench) {
    const { api, operation, profiles } = bench;
    const credential = credentialFor(api, operation, profiles.other);
    const how = 'with the credential of another client';
    return askWith(bench, judgeAdmitted, [{ credential, how }]);
  },
};
