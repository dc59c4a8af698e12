import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Complaint } from '../complaint.ts';
import {
  inputOf,
  needsListener,
  needsThing,
  prepareWrite,
  webhooksBefore,
} from '../flows/asking.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { objectionsToLetter, vetoClause } from '../judges/delivery.ts';
import type { Letter } from '../letterbox.ts';
import type { Property } from '../property.ts';

export const webhookDelivered: Property = {
  id: 'webhook.delivered',
  title:
    'what a webhook asks before is asked, by the documented method and with documented content',
  runsAlone: true,
  writes: true,
  unless: ({ api, operation, isListening }) =>
    needsListener(api, operation, isListening) ?? needsThing(api, operation),
  async check(bench) {
    const { api, operation, runs, falsify, learnNothing, letterbox } = bench;
    const write = letterbox && (await prepareWrite(bench, 'asked'));
    if (!write) return learnNothing('there is nothing that it could be asked about');
    await letterbox.empty();
    const judge = async (answered: Exchange, draft: Draft) =>
      judgeDelivery(api, operation, { answered, draft, letters: await letterbox.empty() });
    // What was changed once needs no second change, and what was deleted cannot be deleted again.
    if (write.thing) {
      await falsify({ drafts: fc.constant(write.draft), runs: 1, judge });
      return;
    }
    const examples = exampleDrafts(api, operation);
    await falsify({ drafts: validDraft(api, operation), examples, runs, judge });
  },
};

interface Delivered {
  readonly answered: Exchange;
  readonly draft: Draft;
  readonly letters: readonly Letter[];
}

/** Every webhook conforms, and none is missing where something was written. */
function judgeDelivery(
  api: ApiModel,
  operation: Operation,
  { answered, draft, letters }: Delivered,
): 'irrelevant' | readonly Omit<Complaint, 'property'>[] {
  const input = inputOf(operation, draft);
  // Who is given an empty list has nothing to ask about.
  const isWritten = isSuccess(answered) && !(Array.isArray(input) && input.length === 0);
  const webhooks = webhooksBefore(api, operation);
  const objections = webhooks.flatMap((webhook) => {
    const named = letters.filter((it) => it.webhook === webhook.path);
    const nameless = letters.filter((it) => it.webhook === '');
    if (isWritten && named.length + nameless.length === 0) {
      return {
        message: `the webhook ${webhook.path} is not sent before it goes on`,
        clause: vetoClause(webhook),
        states: `x-veto: before: ${operation.id}`,
        seen: `none came to where it is listened for, and the answer is ${answered.response?.status}`,
      };
    }
    // Of those that came to an address for all, only one webhook can be meant.
    const own = webhooks.length === 1 ? [...named, ...nameless] : named;
    return own.flatMap((letter) => objectionsToLetter(api, webhook, letter));
  });
  return isWritten || objections.length > 0 ? objections : 'irrelevant';
}
