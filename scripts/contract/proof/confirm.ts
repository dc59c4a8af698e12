import type { Exchange } from '../../wire/exchange.ts';
import { isServerGone, RunStopped } from '../wire/govern.ts';
import { isCutOff, isNobodyThere, isSilence } from '../wire/failure.ts';
import type { Complaint } from '../complaint.ts';

/** What a request showed when it was sent again: the answer, and what is said of it. */
interface Repeat {
  readonly exchange: Exchange;
  readonly complaints: readonly Complaint[];
}

export interface Blame {
  readonly complaint: Complaint;
  readonly exchange: Exchange;
  /** Sends the same request again, on a connection of its own; undefined where that cannot be. */
  readonly again: () => Promise<Repeat | undefined>;
  /** Whether no other request was cut off; none was where nobody says. */
  readonly isOneCut?: (() => boolean) | undefined;
  /** Sends the request as a well-behaved client would; undefined where it was sent so. */
  readonly plain: (() => Promise<Exchange | undefined>) | undefined;
}

/** A complaint that stands, or why it does not. */
export type Confirmed =
  | { readonly complaint: Complaint; readonly isRepeated: boolean }
  | { readonly undetermined: string };

/** Times that a request is sent again before what it showed counts as not repeated. */
const TIMES = 2;

/**
 * Has a complaint proven once more before anybody is blamed: what does not repeat tells nothing, unless it
 * is a failure of the server, which is told with how often it came. What a well-behaved request shows as
 * well is no fault of what was changed about it.
 */
export async function confirm({
  complaint,
  exchange,
  again,
  plain,
  isOneCut = () => true,
}: Blame): Promise<Confirmed> {
  if (isFailedBy(exchange, isNobodyThere))
    return { undetermined: 'nobody answers at the address any more' };
  const isFailure = statusOf(exchange) >= 500;
  const times = isFailure || !exchange.response ? 1 : TIMES;
  let isRepeated = false;
  let sent = 1;
  while (!isRepeated && sent <= times) {
    const repeat = await again().catch((error: unknown) => {
      if (error instanceof RunStopped && isEndOf(exchange, error.message)) return 'gone' as const;
      throw error;
    });
    if (repeat === 'gone') return asEnd(complaint, isOneCut());
    if (!repeat) break;
    sent += 1;
    // Whoever sends no more answers to anything has ended with this one, or while it was under way.
    if (isFailedBy(exchange, isCutOff) && isFailedBy(repeat.exchange, isNobodyThere))
      return asEnd(complaint, isOneCut());
    isRepeated =
      repeat.complaints.some((it) => isAlike(it, complaint)) || isUndone(exchange, repeat.exchange);
  }
  if (!isRepeated && !isFailure) {
    return { undetermined: `it did not repeat: ${complaint.message}` };
  }
  // Nothing explains away that a request succeeded.
  const isSuccess = statusOf(exchange) >= 200 && statusOf(exchange) < 400;
  const base = isSuccess ? undefined : await plain?.();
  if (base && explains(base, exchange)) {
    return { undetermined: `the plain request is answered ${told(base)} as well` };
  }
  if (isRepeated) return { complaint, isRepeated };
  const often = `answered ${statusOf(exchange)} in 1 of ${sent}`;
  return { complaint: { ...complaint, seen: `${complaint.seen}; ${often}` }, isRepeated };
}

function isFailedBy({ failure }: Exchange, is: (failure: string) => boolean): boolean {
  return failure !== undefined && is(failure);
}

/** Whether a request got no answer, and the run ended because its server answers nobody any more. */
export function isEndOf(exchange: Exchange, reason: string): boolean {
  return isServerGone(reason) && isFailedBy(exchange, isCutOff);
}

/** What is said of a request with which a server ends. */
export function asEnd(complaint: Complaint, isOneCut: boolean): Confirmed {
  if (!isOneCut)
    return { undetermined: 'the server ended while this request and others were under way' };
  const seen = `${complaint.seen}; since then nobody takes a connection there`;
  const message = 'is cut off, and the server is gone since';
  return { complaint: { ...complaint, message, seen }, isRepeated: false };
}

/** Whether two complaints say the same, but for figures in their words. */
function isAlike(one: Complaint, other: Complaint): boolean {
  const [left, right] = [one, other].map(({ message }) => message.replaceAll(/\d+/g, '0'));
  return one.property === other.property && one.clause === other.clause && left === right;
}

/** Statuses that tell of what there is, and so of what was done before (RFC 9110, section 15.5). */
const BY_STATE = [404, 409, 410, 412];

/**
 * Whether a repeat cannot mean the same, since the first request has had its effect, whatever was answered:
 * what is made is there already, and what is deleted is gone (RFC 9110, section 9.2.2). Then the first
 * answer stands for itself.
 */
function isUndone(first: Exchange, repeat: Exchange): boolean {
  const isUnsafe = !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(first.request.method);
  const [before, after] = [statusOf(first), statusOf(repeat)];
  // An answer that cannot be read is one.
  const isAnswered = first.response !== undefined || !isSilence(first.failure);
  if (!isUnsafe || !isAnswered || after === before) return false;
  const isDone = before >= 200 && before < 300;
  return BY_STATE.includes(after) || (isDone && after >= 200 && after < 500);
}

/** Whether the plain request fails in the same way: then the other could not but fail. */
function explains(plain: Exchange, blamed: Exchange): boolean {
  const [base, status] = [statusOf(plain), statusOf(blamed)];
  return base === status || (base >= 500 && status >= 500);
}

/** The status of an answer; 0 where there is none. */
function statusOf({ response }: Exchange): number {
  return response?.status ?? 0;
}

function told(exchange: Exchange): string {
  return exchange.response ? `${exchange.response.status}` : 'not at all';
}
