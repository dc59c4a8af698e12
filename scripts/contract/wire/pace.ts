import type { Operation } from '../../model/api-model.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { Send } from './send.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** A clock that one can wait by; `wait` takes milliseconds. */
interface Waiting {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface PaceOptions {
  /** The documented quotas; none where nothing is documented. */
  readonly policy: RateLimitPolicy | undefined;
  /** Requests per second that the user allows, all operations together. */
  readonly perSecond?: number | undefined;
  readonly clock: Waiting;
}

/** Wraps a way to send so that it keeps the pace of the quota that an operation is counted in. */
export type Pace = (send: Send, operation: Operation) => Send;

/** The part of a quota that is used: others may share it. */
const SHARE = 0.9;
/** Milliseconds that a refusal is waited for at most; longer ones are answers like any other. */
const LONGEST = 15 * 60 * 1000;

/** The next moment at which a request may go, and the milliseconds from it to the one after. */
interface Gate {
  next: number;
  interval: number;
}

/**
 * Spreads requests evenly below the documented quotas, of several plans below the smallest, and keeps
 * to what the server's own headers say as soon as it answers. A documented refusal for too many
 * requests (RFC 6585, section 4) is waited for, once.
 */
export function createPace({ policy, perSecond, clock }: PaceOptions): Pace {
  const gates = new Map<string, Gate>();
  const common = { next: 0, interval: perSecond === undefined ? 0 : 1000 / perSecond };
  const gateOf = (category: string): Gate => {
    const gate = gates.get(category) ?? { next: 0, interval: intervalOf(policy, category) };
    gates.set(category, gate);
    return gate;
  };
  const pass = async (gate: Gate): Promise<void> => {
    const now = clock.now();
    const turn = Math.max(now, gate.next);
    gate.next = turn + gate.interval;
    if (turn > now) await clock.wait(turn - now);
  };

  return (send, operation) => {
    const { rateCategory } = operation;
    const refused = statusOfRefusal(operation, 'rateLimited');
    const isDocumented = operation.responses.some(({ status }) => status === `${refused}`);
    // A server may count what is documented to be uncounted: its refusals must have a place to wait.
    const gate = gateOf(rateCategory ?? '');
    const once: Send = async (request, options) => {
      await pass(common);
      await pass(gate);
      const exchange = await send(request, options);
      if (policy) learn(gate, policy, exchange, clock.now());
      return exchange;
    };
    return async (request, options) => {
      const exchange = await once(request, options);
      if (!isDocumented || exchange.response?.status !== refused) return exchange;
      const pause = pauseOf(policy, exchange, clock.now());
      if (pause === undefined || pause > LONGEST) return exchange;
      gate.next = Math.max(gate.next, clock.now() + pause);
      return await once(request, options);
    };
  };
}

/** Milliseconds between two requests of a category, by the smallest of its documented quotas. */
function intervalOf(policy: RateLimitPolicy | undefined, category: string): number {
  const quotas = Object.values(policy?.quotas[category] ?? {}).filter((it) => it !== 'custom');
  if (!policy || quotas.length === 0) return 0;
  return (policy.window * 1000) / (Math.min(...quotas) * SHARE);
}

/** Spreads what the server says is left over the time that it says is left. */
function learn(gate: Gate, policy: RateLimitPolicy, exchange: Exchange, now: number): void {
  const { headers } = policy;
  const remaining = figureOf(headers.remaining, exchange);
  const until = untilReset(policy, exchange, now);
  // Of a window that has ended already the server's clock is the one to tell: ours may be ahead.
  if (remaining === undefined || until === undefined || until <= 0) return;
  if (remaining < 1) gate.next = Math.max(gate.next, now + until);
  else {
    gate.interval = until / (remaining * SHARE);
    gate.next = Math.min(gate.next, now + gate.interval);
  }
}

/** Milliseconds after which a refused request is worth sending again; undefined where nothing says so. */
function pauseOf(
  policy: RateLimitPolicy | undefined,
  exchange: Exchange,
  now: number,
): number | undefined {
  const name = policy?.headers.retryAfter ?? 'retry-after';
  const text = exchange.response && headerOf(exchange.response, name);
  const pause = text === undefined ? undefined : parseRetryAfter(text, now);
  return pause ?? (policy && (untilReset(policy, exchange, now) ?? policy.window * 1000));
}

/** Milliseconds of a `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). */
function parseRetryAfter(text: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Milliseconds to the end of the window: never more than its length, whatever the clocks show. */
function untilReset(
  { headers, window }: RateLimitPolicy,
  exchange: Exchange,
  now: number,
): number | undefined {
  const figure = figureOf(headers.reset, exchange);
  if (figure === undefined) return undefined;
  const until = headers.resetUnit === 'unix-seconds' ? figure * 1000 - now : figure * 1000;
  return Math.min(Math.max(0, until), window * 1000);
}

function figureOf(name: string | undefined, { response }: Exchange): number | undefined {
  const text = name === undefined || !response ? undefined : headerOf(response, name);
  return text !== undefined && /^\d{1,12}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
