import * as fc from 'fast-check';
import { append } from '../../base/json-pointer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const authReadOnly: Property = {
  id: 'auth.read-only',
  title: 'a credential that may only read is refused where something is written',
  unless({ api, operation, profiles }) {
    if (operation.access !== 'write') return 'not marked as a write (`x-access: write` is missing)';
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    const status = statusOfRefusal(operation, 'forbidden');
    if (status < 400) return `a forbidden request is documented to be answered ${status}`;
    const readOnly = credentialFor(api, operation, profiles.readOnly);
    return readOnly ? undefined : 'no read-only credential for it is at hand';
  },
  async check({ api, operation, profiles, falsify }) {
    const credential = credentialFor(api, operation, profiles.readOnly);
    if (!credential) return;
    const wanted = statusOfRefusal(operation, 'forbidden');
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      credential,
      judge(exchange) {
        const status = exchange.response?.status;
        if (status === undefined || status === wanted) return undefined;
        return {
          message: `a read-only credential is answered ${status}, not ${wanted}`,
          clause: append(operation.pointer, 'x-access'),
          states: 'x-access: write',
          seen: `a credential that may only read, and the answer is ${status}`,
        };
      },
    });
  },
};
