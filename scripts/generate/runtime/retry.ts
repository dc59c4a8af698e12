import { ClientError } from './errors.ts';
import type { Contract } from './contract.ts';
import type { Send, Sending } from './settings.ts';

/** Statuses that may be others a little later; a 429 was refused before anything was done (RFC 6585, section 4). */
const PASSING = [408, 425, 429, 502, 503, 504];
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/**
 * Sends again what may be sent twice: safe and idempotent methods (RFC 9110, section 9.2.2), what the description
 * calls a read, and what carries a key; and anything that was refused for its number. It waits as long as the
 * server says, else a random part of a span that doubles; never past the deadline, and never longer than allowed.
 */
export function retrying(send: Send): Send {
  return async (request, sending) => {
    const { retries = 2, maxWait = 60_000 } = sending.patience;
    for (; ; sending.attempt += 1) {
      const isLast = sending.attempt > retries;
      // To copy a body costs as much as the rest of a call.
      const own = isLast || sending.remake ? request : request.clone();
      const outcome = await send(own, sending).catch(asError);
      const isAnswer = outcome instanceof Response;
      const milliseconds = isAnswer && outcome.ok ? undefined : waitAfter(outcome, sending);
      if (
        isLast ||
        milliseconds === undefined ||
        milliseconds > maxWait ||
        !fits(milliseconds, sending)
      ) {
        if (isAnswer) return outcome;
        throw outcome;
      }
      sending.settle();
      if (isAnswer) void outcome.body?.cancel().catch(() => undefined);
      sending.settings.observe?.({ type: 'retry', request, cause: outcome, milliseconds, sending });
      await pause(milliseconds, sending);
    }
  };
}

/** Whether a wait ends before the call has to. */
export function fits(milliseconds: number, { endsAt }: Sending): boolean {
  return Date.now() + milliseconds < endsAt;
}

/** What setTimeout takes (HTML Standard, section 8.6): longer waits would end at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/** Waits; throws when the caller gives up. */
export function pause(
  milliseconds: number,
  { id, signal }: Pick<Sending, 'id' | 'signal'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new ClientError('aborted', `${id} was aborted`, { cause: signal?.reason }));
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      },
      Math.min(milliseconds, LONGEST_TIMER),
    );
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Milliseconds until a request may be sent again; undefined where it may not be. */
function waitAfter(outcome: Response | Error, sending: Sending): number | undefined {
  const { operation, hasKey, attempt, settings } = sending;
  const isRepeatable =
    hasKey ||
    operation.isRead ||
    /^(get|head|options|put|delete|trace|query)$/.test(operation.method);
  const backoff = Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  if (outcome instanceof Response) {
    const { status, headers } = outcome;
    if (!PASSING.includes(status) || (status !== 429 && !isRepeatable)) return undefined;
    return toldWait(headers, settings.contract.rate, status === 429) ?? backoff;
  }
  const isLost =
    outcome instanceof ClientError && ['no-response', 'timeout'].includes(outcome.code);
  return isLost && isRepeatable ? backoff : undefined;
}

/**
 * Milliseconds that an answer asks to wait: by `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3),
 * else, where a quota is spent, by the header that tells the end of the window, in its documented unit.
 */
export function toldWait(
  headers: Headers,
  rate: Contract['rate'],
  isSpent: boolean,
): number | undefined {
  const { retryAfter = 'Retry-After', reset, resetUnit } = rate?.headers ?? {};
  // The server's clock, as far as it says what it is.
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  const told = headers.get(retryAfter) ?? headers.get('Retry-After');
  if (told !== null) {
    const until = /^\s*\d+\s*$/.test(told) ? Number(told) * 1000 : Date.parse(told) - now;
    if (!Number.isNaN(until)) return Math.max(0, until);
  }
  const end = reset && isSpent ? headers.get(reset) : null;
  if (end === null || !/^\d+(\.\d+)?$/.test(end)) return undefined;
  return Math.max(0, Number(end) * 1000 - (resetUnit === 'unix-seconds' ? now : 0));
}
