import { append } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { Deliver, WebhookRequest } from '../../wire/webhook-request.ts';
import { exampleRequest } from '../example-request.ts';
import type { Operator, FaultPlace } from '../operator.ts';
import { stepsOf } from './spots.ts';

interface WebhookOperator {
  readonly id: string;
  readonly title: string;
  readonly changes: 'webhook' | 'verdict';
  readonly isHarmless?: boolean;
  /** What it breaks of a webhook: where its receiver is promised that. */
  readonly clause: readonly string[];
  /** What is done instead of sending; `allow` is the status that lets pass. */
  readonly sending: (send: Deliver, allow: number) => Deliver;
  readonly receiver?: FaultPlace['receiver'];
}

/** Sends another letter. */
const rewriting =
  (change: (letter: WebhookRequest) => Partial<WebhookRequest>) =>
  (send: Deliver): Deliver =>
  (letter) =>
    send({ ...letter, ...change(letter) });

/** A status that no receiver lets pass with. */
const REFUSING = 409;

const OF_WEBHOOKS: readonly WebhookOperator[] = [
  {
    id: 'webhook-not-sent',
    title: 'writes without asking the receiver of a webhook',
    changes: 'webhook',
    clause: ['x-veto'],
    sending: (_, allow) => () => Promise.resolve(allow),
  },
  {
    id: 'webhook-by-other-method',
    title: 'sends a webhook by another method',
    changes: 'webhook',
    clause: [],
    sending: rewriting(({ method }) => ({ method: method === 'POST' ? 'PUT' : 'POST' })),
  },
  {
    id: 'webhook-as-text',
    title: 'sends a webhook as plain text',
    changes: 'webhook',
    clause: ['requestBody', 'content'],
    sending: rewriting(() => ({ contentType: 'text/plain' })),
  },
  {
    id: 'webhook-cut-off',
    title: 'sends half of the content of a webhook',
    changes: 'webhook',
    clause: ['requestBody', 'content'],
    sending: rewriting(({ body }) => ({ body: body.slice(0, Math.floor(body.length / 2)) })),
  },
  {
    id: 'webhook-of-nothing',
    title: 'sends a webhook about nothing in particular',
    changes: 'webhook',
    clause: ['requestBody', 'content'],
    sending: rewriting(() => ({ body: 'null' })),
  },
  {
    id: 'veto-ignored',
    title: 'writes although the receiver of a webhook refuses it',
    changes: 'verdict',
    clause: ['x-veto'],
    receiver: REFUSING,
    sending: (send, allow) => async (letter) => {
      await send(letter);
      return allow;
    },
  },
  {
    id: 'silence-taken-for-consent',
    title: 'writes although the receiver of a webhook does not answer',
    changes: 'verdict',
    clause: ['x-veto'],
    receiver: 'silence',
    sending: (send, allow) => (letter) => send(letter).catch(() => allow),
  },
  {
    id: 'null-webhook-spaces',
    title: 'sends the content of a webhook with spaces in it',
    changes: 'webhook',
    isHarmless: true,
    clause: [],
    sending: rewriting(({ body }) => ({
      body: JSON.stringify(jsonOrNone(body), undefined, 2) ?? body,
    })),
  },
];

/** Operators on webhooks that ask before a write; their places are named by the webhook. */
export const WEBHOOK_OPERATORS: readonly Operator[] = OF_WEBHOOKS.map(
  ({ id, title, changes, isHarmless = false, clause, sending, receiver }): Operator => ({
    id,
    class: isHarmless ? 'null' : 'webhook',
    difficulty: 2,
    title,
    changes,
    places: (api, operation) =>
      api.webhooks.flatMap(({ path, pointer, veto }): readonly FaultPlace[] => {
        if (!veto?.before.includes(operation.id)) return [];
        return [
          {
            at: `/${path}`,
            clause: isHarmless ? undefined : append(pointer, ...clause),
            deviate: () => ({
              webhook: (webhook, send) =>
                webhook.path === path ? sending(send, veto.allow) : send,
            }),
            witness: () => stepsOf(exampleRequest(api, operation)),
            ...(receiver !== undefined && { receiver }),
          },
        ];
      }),
  }),
);
