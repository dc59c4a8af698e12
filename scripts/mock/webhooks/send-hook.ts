import type { Clock } from '../../base/clock.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Deliver } from '../../wire/webhook-request.ts';
import type { Delivery } from './delivery-log.ts';
import type { MockOptions } from '../options.ts';
import { deliver } from './deliver.ts';
import { isLoopback } from './targets.ts';
import { reasonOf } from './veto.ts';
import { writeRequest } from './write-request.ts';

/** How requests of an API leave. */
export interface HookSender {
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly record: (delivery: Delivery) => void;
  /** Whether they may go to other machines. */
  readonly isAnywhere: boolean;
}

export function toSender(
  { clock, deliver: send = deliver, isAnywhere = false }: MockOptions,
  record: HookSender['record'],
): HookSender {
  return { clock, deliver: send, record, isAnywhere };
}

/** A request that the API is to send. */
export interface Hook extends Pick<Delivery, 'namespace' | 'webhook' | 'kind' | 'operation'> {
  readonly api: ApiModel;
  /** The request that the description declares. */
  readonly declared: Operation;
  /** Where it goes, or why it cannot. */
  readonly to: { readonly text: string } | { readonly missing: string };
  /** As it is declared. */
  readonly address: string;
}

/** Sends a request of the API, or does not, and records what became of it; never rejects. */
export async function sendHook(hook: Hook, sender: HookSender): Promise<Delivery> {
  const { api, namespace, webhook, kind, operation, address } = hook;
  const { clock, record } = sender;
  const end = (
    url: string,
    status: number | undefined,
    failure: string | undefined,
    isAllowed = false,
  ): Delivery => {
    const told = { namespace, api: api.name, webhook, kind, operation, url };
    const delivery = { ...told, at: clock.now(), status, failure, isAllowed };
    record(delivery);
    return delivery;
  };
  if ('missing' in hook.to) return end(address, undefined, hook.to.missing);
  const url = URL.parse(hook.to.text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return end(address, undefined, 'its address is no http or https URL');
  }
  const shown = `${url.origin}${url.pathname}`;
  if (!sender.isAnywhere && !isLoopback(url.hostname)) {
    const why = `${url.hostname} is not this machine; --webhook-anywhere lets it go there`;
    return end(shown, undefined, `not sent: ${why}`);
  }
  try {
    const request = writeRequest(api, hook.declared, url);
    if ('reason' in request) return end(shown, undefined, `not sent: ${request.reason}`);
    const status = await sender.deliver(request);
    return end(shown, status, undefined, status >= 200 && status < 300);
  } catch (error) {
    return end(shown, undefined, reasonOf(error));
  }
}
