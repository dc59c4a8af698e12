import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { charactersOf, type Draft } from '../generation/draft.ts';
import { noAcceptance } from '../judges/no-acceptance.ts';

/**
 * Requests of a run that succeeded, by operation. What is made up is mostly refused where a server has reasons of its
 * own; what was taken once is mostly taken again, and shows what a refusal would have hidden.
 */
export interface Successes {
  /**
   * Keeps the newest request that was sent as a well-behaved client does and answered with success, and the one that
   * says most of those with ordinary values.
   */
  readonly note: (
    operation: Operation,
    draft: Draft,
    exchange: Exchange,
    isOrdinary?: boolean,
  ) => void;
  /** Undefined where none succeeded so far. */
  readonly of: (operation: Operation) => Draft | undefined;
  /** The one of them that says most, where none of these drafts succeeded. */
  readonly insteadOf: (operation: Operation, drafts: readonly Draft[]) => Draft | undefined;
  /** Whether all that was valid so far was refused as invalid, and something was. */
  readonly isRefused: (operation: Operation) => boolean;
}

/** Statuses that say that a request is not valid (RFC 9110, sections 15.5.1 and 15.5.21). */
const INVALID = [400, 422];

export function createSuccesses(): Successes {
  const known = new Map<Operation, Draft>();
  const fullest = new Map<Operation, { readonly draft: Draft; readonly size: number }>();
  const taken = new WeakSet<Draft>();
  const refusing = new Set<Operation>();
  return {
    note(operation, draft, { response }, isOrdinary = true) {
      if (!response) return;
      if (INVALID.includes(response.status) && draft.broken === undefined) refusing.add(operation);
      if (response.status < 200 || response.status > 299) return;
      if (draft.broken !== undefined || noAcceptance(response) !== undefined) return;
      known.set(operation, draft);
      taken.add(draft);
      if (!isOrdinary) return;
      const size = charactersOf(draft);
      if (size > (fullest.get(operation)?.size ?? 0)) fullest.set(operation, { draft, size });
    },
    of: (operation) => known.get(operation),
    insteadOf: (operation, drafts) =>
      drafts.some((it) => taken.has(it)) ? undefined : fullest.get(operation)?.draft,
    isRefused: (operation) => refusing.has(operation) && !known.has(operation),
  };
}
