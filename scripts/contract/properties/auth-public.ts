import { askWith } from '../ask-with.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';

export const authPublic: Property = {
  id: 'auth.public',
  title: 'an operation that needs no credential answers a request without one',
  unless({ api, operation: { id, security } }) {
    if (security.length > 0 && security.every(({ size }) => size > 0))
      return 'the operation needs a credential';
    // A login refuses what it does not know, and no document says whom a server knows.
    return api.policies.session?.issuedBy === id ? 'it issues the credential' : undefined;
  },
  check: (bench) =>
    askWith(bench, judgeAdmitted, [{ credential: NO_CREDENTIAL, how: 'without a credential' }]),
};
