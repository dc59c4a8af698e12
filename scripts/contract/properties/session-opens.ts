import { inSession, logIn, needsSession, SESSION } from '../flows/session.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { isShutOut } from '../judges/admitted.ts';
import { insistUnlessOnce } from '../flows/insist.ts';
import type { Property } from '../property.ts';

export const sessionOpens: Property = {
  id: 'session.opens',
  title: 'a session opens what its scheme secures, until its lifetime is over',
  writes: true,
  unless: needsSession,
  check: (all) =>
    insistUnlessOnce(all, async (bench) => {
      const { api, operation, exchange, complain, passTime, learnNothing } = bench;
      const issued = await logIn(bench);
      const [draft] = exampleDrafts(api, operation);
      const credential = issued?.token === undefined ? undefined : inSession(api, issued.token);
      const { lifetime = 0 } = api.policies.session ?? {};
      if (!draft || !credential) return learnNothing('the login of the document is not accepted');
      const tryAfter = async (seconds: number): Promise<boolean> => {
        const answered = await exchange(draft, { credential });
        const status = answered.response?.status;
        if (status === undefined || !isShutOut(operation, status)) return true;
        const when = seconds === 0 ? 'that was just issued' : `after ${seconds} seconds`;
        complain(
          {
            message: `a session ${when} is answered ${status}`,
            clause: SESSION,
            states: `a session lasts ${lifetime} seconds`,
            seen: `a request in a session ${when}, and the answer is ${status}`,
          },
          answered,
        );
        return false;
      };
      if (!(await tryAfter(0)) || !passTime) return;
      const late = Math.floor(lifetime * 0.95);
      await passTime(late * 1000);
      await tryAfter(late);
    }),
};
