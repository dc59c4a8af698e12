import type { Violation } from '../result/contract-run.ts';
import { judgeExchange, type ExchangeSettings } from './check-exchange.ts';
import { loadOne } from './load-description.ts';

/** How exchanges are judged on their way. */
export interface CheckedFetchSettings extends ExchangeSettings {
  /** Sends the requests; the platform's when left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Told of each exchange that breaks the description, before its answer is given on. What it throws, the call throws. */
  readonly onViolations: (violations: readonly Violation[], operation: string | undefined) => void;
}

/**
 * A `fetch` that judges what it sends and is answered by a description, and changes nothing of it: give it to a client
 * where answers are to be validated. Content that comes bit by bit is not looked at. Throws a UserError where the
 * description cannot be read.
 */
export async function checkedFetch(
  description: string | URL,
  { fetch = (it) => globalThis.fetch(it), target, onViolations }: CheckedFetchSettings,
): Promise<(input: string | URL | Request, init?: RequestInit) => Promise<Response>> {
  const api = await loadOne(description);
  return async (input, init) => {
    const request = new Request(input, init);
    const kept = request.clone();
    const response = await fetch(request);
    const settings = target === undefined ? {} : { target };
    const judged = await judgeExchange(api, { request: kept, response }, settings);
    if (judged.violations.length > 0) onViolations(judged.violations, judged.operation);
    return response;
  };
}
