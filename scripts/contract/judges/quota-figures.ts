import { headerOf, type Exchange, type WireResponse } from '../../wire/exchange.ts';
import { append } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { Verdict } from '../bench.ts';

/** How a client stands, as an answer tells it; undefined for what no header tells. */
export interface QuotaFigures {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** Seconds until the window ends; undefined where the answer does not say what time it is. */
  readonly resetIn: number | undefined;
}

/** Tells what time it was for a server when it answered, in milliseconds since the epoch. */
interface TargetClock {
  readonly timeOf: (response: WireResponse) => number;
}

/** Seconds by which two clocks of one server may disagree. */
const TOLERANCE = 2;

/** The documented headers of an answer, read as the figures they should be. */
export function figuresOf(
  { headers }: RateLimitPolicy,
  response: WireResponse,
  clock: TargetClock,
): QuotaFigures {
  const number = (name: string | undefined) => {
    const text = name === undefined ? undefined : headerOf(response, name);
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  const reset = number(headers.reset);
  const now = clock.timeOf(response) / 1000;
  const isAbsolute = headers.resetUnit === 'unix-seconds';
  const resetIn = reset === undefined || !isAbsolute ? reset : reset - now;
  return {
    limit: number(headers.limit),
    remaining: number(headers.remaining),
    resetIn: resetIn === undefined || Number.isNaN(resetIn) ? undefined : resetIn,
  };
}

/**
 * Each answer carries the documented headers, as whole numbers in the documented unit, and no window
 * ends later than its length from now. The quota is that of the sender, where it is known.
 */
export function judgeFigures(
  policy: RateLimitPolicy,
  { response }: Exchange,
  quota: number | undefined,
  clock: TargetClock,
): Verdict {
  if (!response) return undefined;
  const { limit, remaining, resetIn } = figuresOf(policy, response, clock);
  const blame = (figure: 'limit' | 'remaining' | 'reset', states: string): Verdict => {
    const name = policy.headers[figure] ?? '';
    const seen = `${name}: ${headerOf(response, name) ?? 'missing'}`;
    return {
      message: `the header ${name} does not tell how the client stands`,
      clause: append(policy.pointer, 'headers', figure),
      states,
      seen,
    };
  };
  for (const figure of ['limit', 'remaining', 'reset'] as const) {
    const name = policy.headers[figure];
    if (name === undefined) continue;
    if (!/^\d+$/.test(headerOf(response, name) ?? '')) {
      const unit = figure === 'reset' ? (policy.headers.resetUnit ?? 'seconds') : 'requests';
      return blame(figure, `${name} is a whole number of ${unit}`);
    }
  }
  if (quota !== undefined && limit !== undefined && limit !== quota)
    return blame('limit', `the quota is ${quota}`);
  if (remaining !== undefined && remaining > (quota ?? limit ?? Infinity))
    return blame('remaining', `the quota is ${quota ?? limit}`);
  if (resetIn === undefined) return undefined;
  return resetIn < -TOLERANCE || resetIn > policy.window + TOLERANCE
    ? blame('reset', `a window lasts ${policy.window} seconds`)
    : undefined;
}

/** A refusal says when to try again: not before the window ends, and in seconds or as a date. */
export function judgeRetryAfter(
  policy: RateLimitPolicy,
  { response }: Exchange,
  clock: TargetClock,
): Verdict {
  if (!response) return undefined;
  const name = policy.headers.retryAfter ?? 'Retry-After';
  const value = headerOf(response, name);
  const blame = (states: string): Verdict => ({
    message: `the refusal does not tell when to try again`,
    clause: append(policy.pointer, 'headers'),
    states,
    seen: `${name}: ${value ?? 'missing'}`,
  });
  if (value === undefined)
    return policy.headers.retryAfter === undefined ? undefined : blame(`a refusal has ${name}`);
  const now = clock.timeOf(response) / 1000;
  const isSeconds = /^\d+$/.test(value);
  const seconds = isSeconds ? Number(value) : Date.parse(value) / 1000 - now;
  const states = `${name} is a number of seconds or a date (RFC 9110, section 10.2.3)`;
  if (!isSeconds && Number.isNaN(Date.parse(value))) return blame(states);
  const { resetIn } = figuresOf(policy, response, clock);
  return resetIn !== undefined && seconds < resetIn - TOLERANCE
    ? blame(`the window ends in ${Math.round(resetIn)} seconds`)
    : undefined;
}
