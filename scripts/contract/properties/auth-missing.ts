import * as fc from 'fast-check';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { withOwnWords } from '../things/drafts-to-make.ts';
import { objectionsIn } from '../judges/verdict.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';

const LET_IN = 'let in';
const takingAnything = (request: WireRequest) => withHeader(request, 'accept', '*/*');

/** A number of names that nothing was made by. */
const AGAIN = 1000;

export const authMissing: Property = {
  id: 'auth.missing',
  title: 'a request without a credential is refused',
  unless: needsCredential,
  usesSuccesses: true,
  async check({ api, operation, runs, falsify, exchange, giveWay, succeeded }) {
    const [draft] = exampleDrafts(api, operation);
    let isLetIn = false;
    const judge = (answered: Exchange) => {
      const verdict = judgeUnauthenticated(api, operation, answered, 'without a credential');
      const { status = 0 } = answered.response ?? {};
      isLetIn ||= status < 300 && objectionsIn(verdict).length > 0;
      return verdict;
    };
    // Who has just been let in could be remembered; what is deleted cannot be deleted again.
    if (draft && operation.method !== 'delete') await exchange(draft, {});
    // Whatever is refused for what it says shows nothing: what another check has seen succeed does.
    const tried = new Set<Draft>();
    let isFound = false;
    const askAgain = async (): Promise<void> => {
      await giveWay();
      const known = operation.method === 'delete' ? undefined : succeeded();
      if (!known || tried.has(known)) return;
      tried.add(known);
      // What makes something may do so once: then it is made by other names.
      const others =
        operation.method === 'post' ? [withOwnWords(api, operation, known, AGAIN)] : [];
      for (const it of new Set([...others, known])) {
        if (isLetIn) return;
        await falsify({
          drafts: fc.constant(it),
          runs: 1,
          isChanged: true,
          credential: NO_CREDENTIAL,
          judge(answered) {
            const told = objectionsIn(judge(answered));
            // That somebody is turned away in another way was said; that somebody is let in is more.
            return isFound
              ? told.filter(() => isLetIn).map((own) => ({ ...own, kind: LET_IN }))
              : told;
          },
        });
      }
    };
    const examples = exampleDrafts(api, operation);
    const fixed = { credential: NO_CREDENTIAL, judge };
    const drafts = validDraft(api, operation);
    isFound = await falsify({ drafts, examples, runs: 0, ...fixed });
    // Who is turned away in another way may be let in where there is something.
    if (!isLetIn) await askAgain();
    if (!isFound && !isLetIn)
      isFound = await falsify({ drafts, runs: Math.min(runs, 5), ...fixed });
    if (!isLetIn) await askAgain();
    // A page for people may be served by another part of the server.
    if (isFound || isLetIn || operation.method !== 'get') return;
    await falsify({
      drafts: fc.constantFrom(...examples),
      runs: 1,
      rewrite: takingAnything,
      ...fixed,
    });
  },
};
