import type { Operation } from '../../model/api-model.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { usedUp } from '../judges/used-up.ts';
import type { QuotaWait } from '../wire/quota-wait.ts';
import type { Send, SendOptions } from '../wire/send.ts';

interface InTime {
  readonly send: Send;
  readonly quotaWait: QuotaWait | undefined;
  /** Whether answers to a quota that is used up are what it is about. */
  readonly isAboutQuotas: boolean;
}

/** Sends once more, after a wait, what was refused because a quota is used up (RFC 6585, section 4). */
export function toSendInTime({ send, quotaWait, isAboutQuotas }: InTime) {
  return async (
    operation: Operation,
    request: WireRequest,
    sending: SendOptions,
  ): Promise<Exchange> => {
    const window = quotaWait?.window() ?? 0;
    const answered = await send(request, sending);
    if (!quotaWait || isAboutQuotas || !usedUp(operation, answered)) return answered;
    await quotaWait.pass(window);
    return await send(request, sending);
  };
}
