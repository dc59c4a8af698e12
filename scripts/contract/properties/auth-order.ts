import * as fc from 'fast-check';
import { singleBreaks } from '../generation/broken-draft.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';

/** Broken requests that are tried: in a header they may not get as far as anybody's check. */
const TRIED = 3;

export const authOrder: Property = {
  id: 'auth.order',
  title: 'a stranger is told that it is one, and not what else is wrong with the request',
  unless({ api, operation }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    if (!operation.errors.unauthenticated)
      return 'no refusal for a missing credential is documented';
    return strayDrafts(api, operation).length > 0
      ? undefined
      : 'no constraint can be broken on the wire';
  },
  async check({ api, operation, falsify }) {
    await falsify({
      drafts: fc.constantFrom(...strayDrafts(api, operation)),
      examples: strayDrafts(api, operation),
      base: exampleDrafts(api, operation)[0],
      runs: 0,
      credential: NO_CREDENTIAL,
      judge(exchange, { broken }) {
        // Some paths are no path of the server's before anybody is asked for a credential.
        const isLost = / at path /.test(broken ?? '') && exchange.response?.status === 404;
        const how = 'that is invalid and without a credential';
        return isLost ? 'irrelevant' : judgeUnauthenticated(api, operation, exchange, how);
      },
    });
  },
};

function strayDrafts(...of: Parameters<typeof singleBreaks>) {
  return Iterator.from(singleBreaks(...of))
    .filter(({ broken = '' }) => / at (body|query|path)/.test(broken))
    .take(TRIED)
    .toArray();
}
