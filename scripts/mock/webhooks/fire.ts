import type { ApiModel } from '../../model/api-model.ts';
import { DEFAULT_NAMESPACE } from '../../wire/namespace.ts';
import type { Delivery } from './delivery-log.ts';
import { sendHook, type HookSender } from './send-hook.ts';
import type { WebhookTarget } from './targets.ts';

/** A webhook that somebody wants to be sent now. */
export interface FireCommand {
  readonly webhook: string;
  /** The API that sends it; each that has it when left out. */
  readonly api: string | undefined;
  /** Where it goes; to the targets of the mock when left out. */
  readonly url: string | undefined;
}

/** Sends a documented webhook by hand, with a valid body; undefined where no API has it. */
export async function fireWebhook(
  apis: readonly ApiModel[],
  { webhook, api: wanted, url }: FireCommand,
  targets: readonly WebhookTarget[],
  sender: HookSender,
): Promise<readonly Delivery[] | undefined> {
  const declared = apis
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((api) => api.webhooks.map((it) => ({ api, it })))
    .filter(({ it }) => it.path === webhook);
  if (declared.length === 0) return undefined;
  const own = targets.filter(({ name }) => name === undefined || name === webhook);
  const addresses = url === undefined ? own.map((it) => it.url) : [url];
  return await Promise.all(
    declared.flatMap(({ api, it }) =>
      addresses.map((text) =>
        sendHook(
          {
            api,
            namespace: DEFAULT_NAMESPACE,
            webhook,
            kind: 'webhook',
            operation: undefined,
            declared: it,
            address: text,
            to: { text },
          },
          sender,
        ),
      ),
    ),
  );
}
