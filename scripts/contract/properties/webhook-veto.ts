import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import {
  inputOf,
  lettersOf,
  needsListener,
  needsThing,
  prepareWrite,
  webhooksBefore,
  type Write,
} from '../flows/asking.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { lookAt, traceOf } from '../flows/traces.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import { vetoClause } from '../judges/delivery.ts';
import { isOpen } from '../judges/verdict.ts';
import type { Reception } from '../letterbox.ts';
import type { Property } from '../property.ts';

export const webhookVeto: Property = {
  id: 'webhook.veto',
  title: 'what the receiver of a webhook does not let pass is not done, and what it lets pass is',
  runsAlone: true,
  writes: true,
  unless: ({ api, operation, isListening }) =>
    needsListener(api, operation, isListening) ?? needsThing(api, operation),
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, learnNothing } = bench;
      let isAsked = false;
      for (const webhook of webhooksBefore(api, operation)) {
        for (const reception of receptionsBy(webhook)) {
          const asked = await write(bench, webhook, reception);
          if (!asked) continue;
          isAsked = true;
          if (reception === undefined) judgeConsent(bench, webhook, asked);
          else await judgeVeto(bench, webhook, asked);
        }
      }
      if (!isAsked) learnNothing('the receiver of the webhook was not asked');
    }),
};

/** A write that the receiver of a webhook was asked about. */
interface Asked {
  readonly write: Write;
  readonly answered: Exchange;
  /** What the receiver did, in words. */
  readonly reception: string;
  /** What could be read before. */
  readonly before: Awaited<ReturnType<typeof lookAt>>;
}

/** Consent, a refusal, the wrong consent, and no answer at all. */
function receptionsBy({ veto }: Operation): readonly Reception[] {
  const others = [409, veto?.allow === 204 ? 200 : 204] as const;
  return [undefined, ...others.filter((it) => it !== veto?.allow), 'silence'];
}

/** Writes while the receiver answers so; undefined where nobody was asked. */
async function write(
  bench: Bench,
  webhook: Operation,
  reception: Reception,
): Promise<Asked | undefined> {
  const { exchange, letterbox } = bench;
  const prepared = letterbox && (await prepareWrite(bench, `answered ${reception ?? 'well'}`));
  if (!prepared) return undefined;
  const before = await lookAt(bench, prepared);
  await letterbox.empty();
  await letterbox.answerWith(reception);
  let answered: Exchange;
  try {
    answered = await exchange(prepared.draft, {});
  } finally {
    await letterbox.answerWith(undefined);
  }
  const letters = lettersOf(await letterbox.empty(), webhook);
  const said = reception === 'silence' ? 'does not answer' : `answers ${reception ?? 'well'}`;
  if (letters.length === 0) return undefined;
  return { write: prepared, answered, before, reception: said };
}

function judgeConsent(bench: Bench, webhook: Operation, { answered }: Asked): void {
  const { api, target, operation, complain } = bench;
  const verdict = judgeAccepted(api, target, operation, answered, true);
  if (verdict === undefined || verdict === 'irrelevant' || isOpen(verdict)) return;
  const message = `a write that the webhook ${webhook.path} lets pass is answered ${answered.response?.status}`;
  complain({ ...verdict, message, ...clauseOf(webhook) }, answered);
}

async function judgeVeto(bench: Bench, webhook: Operation, asked: Asked): Promise<void> {
  const { operation, complain } = bench;
  const { answered, reception, write: written, before } = asked;
  const blame = (message: string, seen: string) =>
    complain(
      { message, seen: `the receiver ${reception}, and ${seen}`, ...clauseOf(webhook) },
      answered,
    );
  // Of a list some may have been let pass: only what is stored tells.
  if (isSuccess(answered) && !Array.isArray(inputOf(operation, written.draft))) {
    const seen = `the answer is ${answered.response?.status}`;
    blame(`a write that the webhook ${webhook.path} does not let pass succeeds`, seen);
    return;
  }
  const trace = traceOf(operation, written, before, await lookAt(bench, written));
  if (trace !== undefined)
    blame(`a write that the webhook ${webhook.path} does not let pass is done`, trace);
}

function clauseOf(webhook: Operation) {
  return { clause: vetoClause(webhook), states: `x-veto: allow: ${webhook.veto?.allow}` };
}
