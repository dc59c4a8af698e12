import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { needsCredential, securityPointer } from '../judges/unauthenticated.ts';
import { isShutOut } from '../judges/admitted.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';

export const authScope: Property = {
  id: 'auth.scope',
  title: 'a token that lacks a scope is refused where that scope is needed',
  unless({ api, operation, profiles }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    if (!operation.security.every((it) => [...it.values()].some(({ length }) => length > 0)))
      return 'it can be used without a scope';
    const narrow = credentialFor(api, operation, profiles.narrow);
    return narrow ? undefined : 'no token that lacks a scope is at hand';
  },
  async check({ api, operation, profiles, falsify }) {
    const credential = credentialFor(api, operation, profiles.narrow);
    if (!credential) return;
    const scopes = operation.security.map((it) => [...it.values()].flat().join(' and '));
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      credential,
      judge(exchange) {
        const status = exchange.response?.status;
        // RFC 6750, section 3.1, wants 403; who may not know of a thing may be told 404 (RFC 9110, section 15.5.4).
        if (status === undefined || status === 404 || isShutOut(operation, status))
          return undefined;
        return {
          message: `a request with a token that lacks a scope is answered ${status}`,
          clause: securityPointer(api, operation),
          states: `scopes: ${scopes.join(', or ')}`,
          seen: `a token that lacks a scope, and the answer is ${status}`,
        };
      },
    });
  },
};
