import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Draft } from '../generation/draft.ts';
import { noAcceptance } from '../judges/no-acceptance.ts';

/**
 * Requests of a run that succeeded, by operation. What is made up is mostly refused where a server has reasons of its
 * own; what was taken once is mostly taken again, and shows what a refusal would have hidden.
 */
export interface Successes {
  /** Keeps the newest request that was sent as a well-behaved client does and answered with success. */
  readonly note: (operation: Operation, draft: Draft, exchange: Exchange) => void;
  /** Undefined where none succeeded so far. */
  readonly of: (operation: Operation) => Draft | undefined;
}

export function createSuccesses(): Successes {
  const known = new Map<Operation, Draft>();
  return {
    note(operation, draft, { response }) {
      if (!response || response.status < 200 || response.status > 299) return;
      if (draft.broken !== undefined || noAcceptance(response) !== undefined) return;
      known.set(operation, draft);
    },
    of: (operation) => known.get(operation),
  };
}
