import * as fc from 'fast-check';
import { resourceOf } from '../../model/resource-of.ts';
import { ownThing } from '../flows/own-thing.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { isCarried, securityPointer } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialOf } from '../wire/credentials.ts';

export const authAlternative: Property = {
  id: 'auth.alternative',
  title: 'each documented alternative of credentials is accepted',
  unless: ({ operation: { security } }) =>
    security.length > 1 ? undefined : 'there is one way to authenticate, and every check uses it',
  async check(bench) {
    const { api, operation, profiles, falsify } = bench;
    // What is gone is gone for the second alternative, whoever asks.
    const isTaking = resourceOf(operation)?.action === 'delete';
    for (const requirement of operation.security) {
      const schemes = [...requirement.keys()];
      const credential = credentialOf(api, schemes, profiles.good);
      if (!credential || !isCarried(api, schemes)) continue;
      const how = schemes.length > 0 ? `with ${schemes.join(' and ')}` : 'without a credential';
      const own = isTaking ? await ownThing(bench, how) : undefined;
      const drafts = own ? [own.draft] : exampleDrafts(api, operation);
      await falsify({
        drafts: fc.constantFrom(...drafts),
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
