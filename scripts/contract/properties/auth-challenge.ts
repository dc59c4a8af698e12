import * as fc from 'fast-check';
import { headerOf } from '../../wire/exchange.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { restOnField } from '../judges/documented-field.ts';
import { needsCredential, securityPointer } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** A challenge begins with the name of a scheme (RFC 9110, section 11.3). */
const CHALLENGE = /^\s*[!#$%&'*+.^_`|~\w-]+(\s|,|$)/;

export const authChallenge: Property = {
  id: 'auth.challenge',
  title: 'whoever answers 401 says how to authenticate (RFC 9110, section 15.5.2)',
  ground: 'standard',
  unless({ api, operation }) {
    const status = statusOfRefusal(operation, 'unauthenticated');
    if (status >= 400 && status !== 401) return `a stranger is answered ${status}`;
    return needsCredential({ api, operation });
  },
  async check({ api, operation, falsify }) {
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      credential: NO_CREDENTIAL,
      judge({ response }) {
        if (response?.status !== 401) return 'irrelevant';
        const challenge = headerOf(response, 'www-authenticate');
        if (challenge !== undefined && CHALLENGE.test(challenge)) return undefined;
        return {
          message: 'a 401 does not say how to authenticate',
          clause: securityPointer(api, operation),
          states: 'a 401 has a challenge in WWW-Authenticate',
          seen: `WWW-Authenticate: ${challenge ?? 'missing'}`,
          ...restOnField(api, operation, 'unauthenticated', 'WWW-Authenticate'),
        };
      },
    });
  },
};
