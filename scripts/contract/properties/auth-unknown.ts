import { credentialFor } from '../wire/credentials.ts';
import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';

/** Well formed in every scheme, and nobody's. */
const UNKNOWN = 'kiln0unknown0credential0';

export const authUnknown: Property = {
  id: 'auth.unknown',
  title: 'a credential that nobody was given is refused',
  unless: needsCredential,
  async check({ api, operation, runs, falsify }) {
    const secrets = new Map([...api.securitySchemes.keys()].map((name) => [name, UNKNOWN]));
    const credential = credentialFor(api, operation, secrets);
    if (!credential) return;
    await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs: Math.min(runs, 5),
      credential,
      judge: (exchange) =>
        judgeUnauthenticated(api, operation, exchange, 'with an unknown credential'),
    });
  },
};
