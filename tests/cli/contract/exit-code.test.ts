import { expect, test } from 'vitest';
import { exitCodeOf } from '../../../scripts/cli/contract/exit-code.ts';
import type { EarlyEnd, Violation } from '../../../scripts/result/contract-run.ts';
import { runOf, VIOLATION } from '../../report/sample-run.ts';

const GONE = { reason: 'the server left 20 requests in a row unanswered', isLimit: false };
const BUDGET = { reason: 'the budget of 10 s is used up', isLimit: true };
const { request } = VIOLATION.exchange;
const UNANSWERED: Violation = {
  ...VIOLATION,
  id: 'def456',
  exchange: { request, failure: 'no answer' },
};

const NOTED: Violation = { ...VIOLATION, id: 'fed789', ground: 'standard' };

test('what only a standard says makes no run fail, unless it is strict', () => {
  expect(exitCodeOf(runOf([NOTED]))).toBe(0);
  expect(exitCodeOf({ ...runOf([NOTED]), isStrict: true })).toBe(1);
});

test.for<[what: string, violations: Violation[], interrupted: EarlyEnd | undefined, code: number]>([
  ['that found something', [VIOLATION], undefined, 1],
  ['that found something within its budget', [VIOLATION], BUDGET, 1],
  ['that found an operation without an answer', [UNANSWERED], undefined, 1],
  ['that found this within its budget', [UNANSWERED], BUDGET, 1],
  ['that found something before the server was gone', [VIOLATION, UNANSWERED], GONE, 1],
  ['that found no more than that the server is gone', [UNANSWERED, UNANSWERED], GONE, 2],
])('a run ends with its code %s', ([, violations, interrupted, code]) => {
  expect(exitCodeOf({ ...runOf(violations), interrupted })).toBe(code);
});
