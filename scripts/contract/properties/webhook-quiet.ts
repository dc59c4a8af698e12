import {
  lettersOf,
  needsListener,
  needsThing,
  prepareWrite,
  webhooksBefore,
} from '../flows/asking.ts';
import { insist } from '../flows/insist.ts';
import { singleBreaks } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { judgeRejected } from '../judges/accepted.ts';
import { vetoClause } from '../judges/delivery.ts';
import { isClientError } from '../judges/refused-as.ts';
import { needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';

export const webhookQuiet: Property = {
  id: 'webhook.quiet',
  title: 'a request that is refused anyway asks nobody',
  runsAlone: true,
  writes: true,
  unless: ({ api, operation, isListening }) =>
    needsListener(api, operation, isListening) ??
    needsThing(api, operation) ??
    (singleBreaks(api, operation).isEmpty() ? needsCredential({ api, operation }) : undefined),
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, target, runs, exchange, complain, letterbox, learnNothing } = bench;
      const write = letterbox && (await prepareWrite(bench, 'in order'));
      if (!write) return learnNothing('there is nothing that it could be asked about');
      await letterbox.empty();
      await exchange(write.draft, {});
      // Silence tells something only where somebody would speak.
      if ((await letterbox.empty()).length === 0)
        return learnNothing('no webhook comes before a request that is in order either');
      const attempt = async (draft: Draft, what: string, isStranger: boolean) => {
        await letterbox.empty();
        const answered = await exchange(draft, isStranger ? { credential: NO_CREDENTIAL } : {});
        const { status = 0 } = answered.response ?? {};
        if (!isClientError(status)) return;
        // What may be valid after all may be asked about.
        if (!isStranger && judgeRejected(api, target, operation, answered) !== undefined) return;
        const letters = await letterbox.empty();
        for (const webhook of webhooksBefore(api, operation)) {
          if (lettersOf(letters, webhook).length === 0) continue;
          complain(
            {
              message: `the webhook ${webhook.path} is sent about ${what}`,
              clause: vetoClause(webhook),
              states: `x-veto: before: ${operation.id}`,
              seen: `${what} is answered ${status}, and its receiver was asked`,
            },
            answered,
          );
        }
      };
      const [example] = exampleDrafts(api, operation);
      const isGuarded = needsCredential({ api, operation }) === undefined;
      if (example && isGuarded) await attempt(example, 'a request without a credential', true);
      for (const draft of Iterator.from(singleBreaks(api, operation)).take(runs)) {
        await attempt(draft, 'a request that breaks a constraint', false);
      }
    }),
};
