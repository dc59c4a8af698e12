import type { Pointer } from '../../scripts/base/json-pointer.ts';
import type { Violation } from '../../scripts/result/contract-run.ts';
import { VIOLATION } from '../report/sample-run.ts';

/** A violation whose answer has this status; its id tells all of it. */
export function violationOf(
  operation: string,
  property: string,
  message: string,
  status: number | undefined,
  clause: Pointer = `#/paths/~1${operation}/get/responses`,
): Violation {
  const { request } = VIOLATION.exchange;
  return {
    ...VIOLATION,
    id: [operation, property, message, clause].join(' '),
    operation,
    property,
    message,
    proof: { ...VIOLATION.proof, clause },
    exchange:
      status === undefined
        ? { request, failure: 'nothing came' }
        : { request, response: { status, headers: [], body: '' } },
  };
}
