import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { isCarried, securityPointer } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialOf } from '../wire/credentials.ts';

export const authAlternative: Property = {
  id: 'auth.alternative',
  title: 'each documented alternative of credentials is accepted',
  unless: ({ operation: { security } }) =>
    security.length > 1 ? undefined : 'there is one way to authenticate, and every check uses it',
  async check({ api, operation, profiles, falsify }) {
    for (const requirement of operation.security) {
      const schemes = [...requirement.keys()];
      const credential = credentialOf(api, schemes, profiles.good);
      if (!credential || !isCarried(api, schemes)) continue;
      const how = schemes.length > 0 ? `with ${schemes.join(' and ')}` : 'without a credential';
      await falsify({
        drafts: fc.constantFrom(...exampleDrafts(api, operation)),
        runs: 1,
        credential,
        judge(exchange) {
          const status = exchange.response?.status;
          if (status !== 401 && status !== operation.errors.unauthenticated?.status)
            return undefined;
          return {
            message: `a request ${how} is answered ${status}`,
            clause: securityPointer(api, operation),
            states: `security: ${schemes.join(' and ') || 'none'}`,
            seen: `a request ${how}, and the answer is ${status}`,
          };
        },
      });
    }
  },
};
