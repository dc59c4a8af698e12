import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { charactersOf, type Draft } from '../generation/draft.ts';
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
  /** The one of them that says most, where none of these drafts succeeded. */
  readonly insteadOf: (operation: Operation, drafts: readonly Draft[]) => Draft | undefined;
}

export function createSuccesses(): Successes {
  const known = new Map<Operation, Draft>();
  const fullest = new Map<Operation, { readonly draft: Draft; readonly size: number }>();
  const taken = new WeakSet<Draft>();
  return {
    note(operation, draft, { response }) {
      if (!response || response.status < 200 || response.status > 299) return;
      if (draft.broken !== undefined || noAcceptance(response) !== undefined) return;
      known.set(operation, draft);
      taken.add(draft);
      const size = charactersOf(draft);
      if (size > (fullest.get(operation)?.size ?? 0)) fullest.set(operation, { draft, size });
    },
    of: (operation) => known.get(operation),
    insteadOf: (operation, drafts) =>
      drafts.some((it) => taken.has(it)) ? undefined : fullest.get(operation)?.draft,
  };
}
