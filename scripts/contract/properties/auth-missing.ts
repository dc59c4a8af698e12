import * as fc from 'fast-check';
import type { Exchange } from '../../wire/exchange.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { exampleDrafts, validDraft } from '../generation/draft.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';

export const authMissing: Property = {
  id: 'auth.missing',
  title: 'a request without a credential is refused',
  unless: needsCredential,
  async check({ api, operation, runs, falsify, exchange, giveWay, succeeded }) {
    const [draft] = exampleDrafts(api, operation);
    const judge = (answered: Exchange) =>
      judgeUnauthenticated(api, operation, answered, 'without a credential');
    // Who has just been let in could be remembered; what is deleted cannot be deleted again.
    if (draft && operation.method !== 'delete') await exchange(draft, {});
    const isFound = await falsify({
      drafts: validDraft(api, operation),
      examples: exampleDrafts(api, operation),
      runs: Math.min(runs, 5),
      credential: NO_CREDENTIAL,
      judge,
    });
    if (isFound || operation.method === 'delete') return;
    // Whatever is refused for what it says shows nothing: what another check has seen succeed does.
    await giveWay();
    const known = succeeded();
    if (!known) return;
    const drafts = fc.constant(known);
    await falsify({ drafts, runs: 1, isChanged: true, credential: NO_CREDENTIAL, judge });
  },
};
