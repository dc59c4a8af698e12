import type { ApiModel } from '../../model/api-model.ts';
import type { FaultPlace } from '../../faults/operator.ts';
import type { Deliver } from '../../wire/webhook-request.ts';
import type { WebhookTarget } from '../../mock/webhooks/targets.ts';
import type { RecordedLetter } from '../../prove/witness/recorded.ts';

/** A receiver of webhooks in this process. */
export interface WitnessLetterbox {
  readonly targets: readonly WebhookTarget[];
  readonly deliver: Deliver;
  /** What it answers from now on: what lets pass, unless said. */
  readonly answerWith: (receiver: FaultPlace['receiver']) => void;
  /** What has come since. */
  readonly empty: () => readonly RecordedLetter[];
}

function urlOf(name: string): string {
  return `http://receiver.invalid/${name}`;
}

export function createLetterbox({ webhooks }: ApiModel): WitnessLetterbox {
  let answer: FaultPlace['receiver'];
  let letters: RecordedLetter[] = [];
  return {
    targets: webhooks.map(({ path }) => ({ name: path, url: urlOf(path) })),
    deliver({ url, method, contentType, body }) {
      const webhook = webhooks.find(({ path }) => url === urlOf(path));
      const allowed = webhook?.veto?.allow ?? 200;
      const answered = answer === 'silence' ? undefined : (answer ?? allowed);
      letters.push({ webhook: webhook?.path ?? '', method, contentType, body, answered });
      return answered === undefined
        ? Promise.reject(new Error('no answer'))
        : Promise.resolve(answered);
    },
    answerWith: (receiver) => void (answer = receiver),
    empty() {
      const all = letters;
      letters = [];
      return all;
    },
  };
}
