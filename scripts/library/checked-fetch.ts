import type { Violation } from '../result/contract-run.ts';
import { isStream, judgeExchange } from './check-exchange.ts';
import { loadOne } from './load-description.ts';

/** A function in the place of `fetch`. */
type Fetching = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface CheckedFetchSettings {
  /** Gets the answers; what `globalThis.fetch` is at the time of a request when left out. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Base address of the server, where it is none that the description names. */
  readonly target?: string | URL | undefined;
  /** Told what an exchange breaks, in place of a throw: the answer is given on as it is. What it throws, the call throws. */
  readonly onViolations?:
    | ((violations: readonly Violation[], operation: string | undefined) => void)
    | undefined;
}

/** An answer, or a request that was taken, breaks its description; the message says what and where. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  /** None where the request is for no operation of the description. */
  readonly violations: readonly Violation[];

  constructor(message: string, violations: readonly Violation[]) {
    super(message);
    this.violations = violations;
  }
}

/**
 * A `fetch` for tests that gives an answer only if it is what the description says, and otherwise rejects with an
 * `AnswerError` (unless `onViolations` is told): a client of Kiln throws it as `response-unexpected`, and sends nothing again. The content of answers
 * that come bit by bit is left unread. Throws a UserError where the description cannot be read.
 */
export async function checkedFetch(
  description: string | URL,
  { fetch, target, onViolations }: CheckedFetchSettings = {},
): Promise<Fetching> {
  const api = await loadOne(description);
  return async (input, init) => {
    const request = new Request(input, init);
    const kept = request.clone();
    const response = await (fetch ?? globalThis.fetch)(request);
    const shown = isStream(response) ? new Response(null, response) : response.clone();
    const { operation, violations } = await judgeExchange(
      api,
      { request: kept, response: shown, hasContent: !isStream(response) },
      target,
    );
    if (onViolations) {
      if (violations.length > 0) onViolations(violations, operation);
      return response;
    }
    const { method, url } = kept;
    const { origin, pathname } = new URL(url);
    if (operation === undefined) {
      const what = `${api.name} describes no ${method} ${origin}${pathname}`;
      throw new AnswerError(`${what}: say where its server is with "target"`, []);
    }
    if (violations.length === 0) return response;
    const told = violations.map(({ message, proof: { seen, states, location } }) => {
      const place = `${location.file}:${location.line}`;
      return `${message}: ${seen} (${place} states ${states})`;
    });
    throw new AnswerError(`${method} ${pathname} ${told.join('; ')}`, violations);
  };
}
