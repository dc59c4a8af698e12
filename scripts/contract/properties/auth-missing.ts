import * as fc from 'fast-check';
import type { Exchange } from '../../wire/exchange.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { withOwnWords } from '../things/drafts-to-make.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';

/** A number of names that nothing was made by. */
const AGAIN = 1000;

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
    // Whatever is refused for what it says shows nothing: what another check has seen succeed does.
    const tried = new Set<Draft>();
    const isFoundAgain = async (): Promise<boolean> => {
      await giveWay();
      const known = operation.method === 'delete' ? undefined : succeeded();
      if (!known || tried.has(known)) return false;
      tried.add(known);
      // What makes something may do so once: then it is made by other names.
      const others =
        operation.method === 'post' ? [withOwnWords(api, operation, known, AGAIN)] : [];
      for (const it of new Set([...others, known])) {
        const attempt = { drafts: fc.constant(it), runs: 1, isChanged: true } as const;
        if (await falsify({ ...attempt, credential: NO_CREDENTIAL, judge })) return true;
      }
      return false;
    };
    const examples = exampleDrafts(api, operation);
    const fixed = { credential: NO_CREDENTIAL, judge };
    const drafts = validDraft(api, operation);
    if (await falsify({ drafts, examples, runs: 0, ...fixed })) return;
    if (await isFoundAgain()) return;
    if (await falsify({ drafts, runs: Math.min(runs, 5), ...fixed })) return;
    await isFoundAgain();
  },
};
