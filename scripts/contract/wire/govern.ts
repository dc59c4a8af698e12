import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import type { Send, SendOptions } from './send.ts';

/** Ends a run early: the requests are used up, the server is gone, or the user has had enough. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

const UNANSWERED = 'requests in a row unanswered';

/** Whether a run ended because its server is gone, by the reason that is given. */
export function isServerGone(reason: string): boolean {
  return reason.endsWith(UNANSWERED);
}

interface Limits {
  /** Requests that a run may send; unlimited when left out. */
  readonly maxRequests?: number | undefined;
  /** Requests without an answer, one after the other, after which the server counts as gone. */
  readonly patience: number;
  /** Answers of 500 and more, one after the other, after which the server is left alone. */
  readonly indulgence?: number | undefined;
  /** Aborted with a RunStopped to end the run, whatever is under way. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends until a limit is reached, and from then on throws RunStopped. */
export function govern(
  send: Send,
  { maxRequests = Infinity, patience, indulgence = Infinity, signal }: Limits,
): Send {
  let sent = 0;
  let unanswered = 0;
  let failing = 0;
  const unlessAborted = signal && toUnlessAborted(signal);
  const reasonToStop = (): string | undefined => {
    if (sent >= maxRequests) return `the ${maxRequests} requests are used up`;
    if (unanswered >= patience) return `the server left ${patience} ${UNANSWERED}`;
    if (failing < indulgence) return undefined;
    return `the server answered ${indulgence} requests in a row with 500 or more`;
  };
  const exchange = async (request: WireRequest, options?: SendOptions): Promise<Exchange> => {
    // Nobody has to wait for an answer that will not be looked at.
    const answered = send(request, options);
    return await (unlessAborted?.(answered) ?? answered);
  };
  return async (request, options) => {
    signal?.throwIfAborted();
    const reason = reasonToStop();
    if (reason !== undefined) throw new RunStopped(reason);
    sent += 1;
    const answered = await exchange(request, options);
    const { status } = answered.response ?? {};
    unanswered = status === undefined ? unanswered + 1 : 0;
    if (status !== undefined) failing = status >= 500 ? failing + 1 : 0;
    return answered;
  };
}

/**
 * What was promised, or the signal's reason as soon as it is aborted. A race with one promise for the whole run
 * would keep everything that was ever answered until the run ends.
 */
function toUnlessAborted(signal: AbortSignal): <T>(promised: Promise<T>) => Promise<T> {
  const waiting = new Set<(reason: unknown) => void>();
  const end = () => {
    for (const reject of waiting) reject(signal.reason);
    waiting.clear();
  };
  signal.addEventListener('abort', end, { once: true });
  return async <T>(promised: Promise<T>): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    waiting.add(reject);
    promised.then(resolve, reject).finally(() => waiting.delete(reject));
    return await promise;
  };
}
