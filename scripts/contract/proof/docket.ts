import type { Violation } from '../../result/contract-run.ts';
import type { Dispute } from '../../result/dispute.ts';
import type { Undetermined } from '../../result/undetermined.ts';
import { sizeOf, type Exchange } from '../../wire/exchange.ts';
import { idOf, toViolation, type Complaint, type OperationTrial } from '../complaint.ts';
import { cutAnswer, mostKept } from './cut-answer.ts';
import { disagreementOn } from './disagreement.ts';

/** Where complaints end up: as a violation when they are proven, as a dispute when they are not. */
export interface Docket {
  /** Whether the second validator bears a complaint out; where it does not, that is noted. */
  readonly isProven: (complaint: Complaint) => Promise<boolean>;
  /** Keeps a complaint that is proven; of several on one clause, the one that is told by least. */
  readonly keep: (complaint: Complaint, exchange: Exchange) => void;
  readonly keepIfProven: (complaint: Complaint, exchange: Exchange) => Promise<void>;
  /** Notes that nothing says whether an exchange is right, and why. */
  readonly leaveOpen: (reason: string) => void;
  readonly violations: () => readonly Violation[];
  readonly disputes: () => readonly Dispute[];
  readonly undetermined: () => readonly Undetermined[];
}

export function createDocket(trial: OperationTrial & { readonly property: string }): Docket {
  const { api, operation, redactor } = trial;
  const kept = new Map<string, { readonly size: number; readonly violation: Violation }>();
  const disputes = new Map<string, Dispute>();
  const undetermined = new Map<string, Undetermined>();

  const isWorse = (complaint: Complaint, exchange: Exchange): boolean => {
    const known = kept.get(idOf(trial, complaint));
    return known !== undefined && known.size <= sizeOf(exchange);
  };
  const keep = (complaint: Complaint, exchange: Exchange): void => {
    if (isWorse(complaint, exchange)) return;
    const cut = cutAnswer(exchange, mostKept(api.operations.length));
    const told = toViolation(trial, complaint, cut, exchange);
    // Its words may be parts of the answer, and hold all of it.
    const violation = cut === exchange ? told : structuredClone(told);
    kept.set(violation.id, { size: sizeOf(exchange), violation });
  };
  const isProven = async (complaint: Complaint): Promise<boolean> => {
    const disagreement = await disagreementOn(api, complaint.rests ?? []);
    if (!disagreement) return true;
    const { property } = complaint;
    const { clause, message } = disagreement;
    const key = `${property} ${clause}`;
    const known = disputes.get(key);
    disputes.set(key, {
      operation: operation.id,
      property,
      clause,
      location: api.locate(clause),
      message: known?.message ?? redactor.text(message),
      exchanges: (known?.exchanges ?? 0) + 1,
    });
    return false;
  };
  return {
    isProven,
    keep,
    async keepIfProven(complaint, exchange) {
      // What is known already needs no second proof.
      if (!isWorse(complaint, exchange) && (await isProven(complaint))) keep(complaint, exchange);
    },
    leaveOpen(told) {
      const reason = redactor.text(told);
      const exchanges = (undetermined.get(reason)?.exchanges ?? 0) + 1;
      const { property } = trial;
      undetermined.set(reason, { operation: operation.id, property, reason, exchanges });
    },
    violations: () => [...kept.values()].map(({ violation }) => violation),
    disputes: () => [...disputes.values()],
    undetermined: () => [...undetermined.values()],
  };
}
