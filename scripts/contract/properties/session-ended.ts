import { inSession, logIn, needsSession } from '../flows/session.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeUnauthenticated } from '../judges/unauthenticated.ts';
import { insistUnlessOnce } from '../flows/insist.ts';
import type { Property } from '../property.ts';

export const sessionEnded: Property = {
  id: 'session.ended',
  title: 'a session whose lifetime is over is refused, and so is one that was tampered with',
  writes: true,
  unless: needsSession,
  check: (all) =>
    insistUnlessOnce(all, async (bench) => {
      const { api, operation, exchange, complain, passTime, learnNothing } = bench;
      const issued = await logIn(bench);
      const [draft] = exampleDrafts(api, operation);
      const { token } = issued ?? {};
      const { lifetime = 0 } = api.policies.session ?? {};
      if (!draft || token === undefined)
        return learnNothing('the login of the document is not accepted');
      const tryAs = async (secret: string, how: string): Promise<void> => {
        const credential = inSession(api, secret);
        if (!credential) return;
        const answered = await exchange(draft, { credential });
        const verdict = judgeUnauthenticated(api, operation, answered, how);
        if (verdict !== undefined && verdict !== 'irrelevant') complain(verdict, answered);
      };
      const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
      await tryAs(forged, 'in a session that was tampered with');
      if (!passTime) return;
      // Some servers begin the lifetime anew with each request: it is used once, and then left alone.
      const credential = inSession(api, token);
      if (credential && operation.method !== 'delete') await exchange(draft, { credential });
      await passTime((lifetime + 1) * 1000);
      await tryAs(token, `in a session that began ${lifetime + 1} seconds before`);
    }),
};
