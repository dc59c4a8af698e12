import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { CheckResult, Violation } from '../../result/contract-run.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { toViolation, type Repeat } from '../complaint.ts';
import { failuresIn } from '../judges/failures.ts';
import { cutAnswer, mostKept } from '../proof/cut-answer.ts';
import { isCutOff } from '../wire/failure.ts';
import type { Redactor } from '../wire/redact.ts';

/** The failures of a server in a run: also those of operations that were asked only to prepare something. */
export interface FailureBook {
  readonly note: (operation: Operation, exchange: Exchange) => void;
  /** Whether no other request was cut off as well: with several under way nobody knows which ended the server. */
  readonly isOneCut: () => boolean;
  /** Notes what a check tells of failures. */
  readonly tell: (violations: readonly Violation[]) => void;
  /** What failed and no check tells, as more of what conformance has found. */
  readonly untold: () => readonly CheckResult[];
}

interface BookOptions {
  readonly api: ApiModel;
  readonly seed: number;
  readonly toRedactor: () => Redactor;
  readonly repeat?: Repeat | undefined;
}

const PROPERTY = 'conformance';

export function createFailureBook({ api, seed, toRedactor, repeat }: BookOptions): FailureBook {
  const noted = new Map<string, { readonly operation: Operation; readonly exchange: Exchange }>();
  const told = new Set<string>();
  let cuts = 0;
  const most = mostKept(api.operations.length);
  return {
    note(operation, exchange) {
      if (exchange.failure !== undefined && isCutOff(exchange.failure)) cuts += 1;
      const key = keyOf(operation.id, exchange);
      if (noted.has(key) || failuresIn(operation, exchange).length === 0) return;
      noted.set(key, { operation, exchange: cutAnswer(exchange, most) });
    },
    isOneCut: () => cuts <= 1,
    tell(violations) {
      for (const { operation, exchange } of violations) told.add(keyOf(operation, exchange));
    },
    untold() {
      return [...noted].flatMap(([key, { operation, exchange }]) => {
        if (told.has(key)) return [];
        const redactor = toRedactor();
        redactor.learn(exchange);
        const violations = failuresIn(operation, exchange).map((objection) =>
          toViolation(
            { api, operation, seed, redactor, repeat },
            { property: PROPERTY, ...objection },
            exchange,
          ),
        );
        const none = { requests: 0, dropped: 0, milliseconds: 0, disputes: [], undetermined: [] };
        return [
          { operation: operation.id, property: PROPERTY, outcome: 'held', ...none, violations },
        ];
      });
    },
  };
}

function keyOf(operation: string, { response }: Exchange): string {
  return `${operation} ${response?.status}`;
}
